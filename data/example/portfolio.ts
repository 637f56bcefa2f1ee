import { invariant } from '../../src/refusal.ts';
import { type PortfolioDocument, portfolioSchema } from '../schema/portfolio.ts';
import { sourcedKey } from './keys.ts';
import { criteria, initiatives, proposals } from './tables.ts';

type InitiativeRow = (typeof initiatives)[number];
type ProposalRow = (typeof proposals)[number];

/** The year in whose kroner the table states all amounts. */
const PRICE_LEVEL = 2026;
const COST_YEARS = [2026, 2027, 2028] as const;
const PROPOSAL_YEARS = [2026, 2027];
const PROVENANCE = { kind: 'example', note: 'Made up; nobody has proposed it.' };

/**
 * The example portfolio: initiatives over all management areas that together ask for more than twice the pool, and what
 * four portfolio councils make of them, partly at each other's cost.
 */
export function examplePortfolio(): PortfolioDocument {
  return portfolioSchema.parse({
    agreement: 'k98-example',
    provenance: PROVENANCE,
    initiatives: initiatives.map(exampleInitiative),
    proposals: proposals.map(exampleProposal),
  });
}

/** The bytes of data/k98-example.portfolio.json. */
export function examplePortfolioText(): string {
  const document = { $schema: './schema/json/portfolio.schema.json', ...examplePortfolio() };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function exampleInitiative(row: InitiativeRow) {
  return {
    id: row.initiative,
    title: row.title,
    area: row.area,
    target: row.target,
    ...given('focus', row.focus),
    costs: COST_YEARS.flatMap((year) => {
      const amount = row[`cost_${year}`];
      return amount === '' ? [] : [{ year, amount: `${amount}.00` }];
    }),
    priceLevel: PRICE_LEVEL,
    benefit: { ...(row.savings !== '' && { perYear: `${row.savings}.00` }), scores: scoresOf(row) },
    beneficiaries: sourcedKey(row.beneficiaries).key,
    ...(row.statutory === 'yes' && { statutory: true }),
    ...(row.earliest_start !== '' && { earliestStart: Number(row.earliest_start) }),
    ...(row.latest_start !== '' && { latestStart: Number(row.latest_start) }),
    ...given('minShare', row.min_share),
    ...(row.depends_on !== '' && { dependsOn: row.depends_on.split(';') }),
    ...(row.excludes !== '' && { excludes: row.excludes.split(';') }),
    ...given('group', row.group),
    provenance: PROVENANCE,
  };
}

function given(field: string, text: string): Record<string, string> {
  return text === '' ? {} : { [field]: text };
}

/** The points by criterion; a column is named as its criterion, and an empty cell says nothing. */
function scoresOf(row: InitiativeRow): Record<string, string> {
  const columns = new Map(Object.entries(row));
  const scores = criteria.flatMap(({ criterion, measure }) => {
    const score = columns.get(criterion.replace('-', '_')) ?? '';
    return measure === 'kroner' || score === '' ? [] : [[criterion, score]];
  });
  return Object.fromEntries(scores);
}

function exampleProposal(row: ProposalRow) {
  return {
    id: row.proposal,
    title: row.title,
    body: row.body,
    years: PROPOSAL_YEARS,
    reason: row.reason,
    initiatives: row.initiatives.split(';'),
    ...(row.move_year !== '' && { moves: [moveOf(row)] }),
  };
}

function moveOf({ move_year: year, move_from: from, move_to: to, move_amount: amount }: ProposalRow) {
  invariant(amount !== '', `the move to ${to} has an amount`);
  return {
    year: Number(year),
    from: { account: 'pool', solution: from },
    to: { account: 'initiative', initiative: to },
    amount: `${amount}.00`,
  };
}
