import fc from 'fast-check';
import { type SelectionRequest, selectionRequestSchema } from '../../data/schema/selection.ts';

/** Requests as they come over the wire. Coarse amounts make exact equals common. */

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n'];
const MOST_VOTERS = 7;

export function kroner(ore: number): string {
  return (ore / 100).toFixed(2);
}

const costArb = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }).map((units) => kroner(units * 100)) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 1200 }).map(kroner) },
  { weight: 1, arbitrary: fc.constant('0.00') },
);

const budgetArb = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 8, max: 40 }).map((units) => kroner(units * 100)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3000 }).map(kroner) },
);

const utilityArb = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('1', '2', '3') },
  { weight: 1, arbitrary: fc.constantFrom('0.5', '2.25', '10', '0') },
);

const weightArb = fc.oneof(
  { weight: 3, arbitrary: fc.constant('1') },
  { weight: 1, arbitrary: fc.constantFrom('2', '3', '0.5', '1.25', '7') },
);

/** Where amounts come from: a few coarse ones, or anything that the form allows. */
interface Scale {
  readonly cost: fc.Arbitrary<string>;
  readonly budget: fc.Arbitrary<string>;
  readonly utility: fc.Arbitrary<string>;
  readonly weight: fc.Arbitrary<string>;
  readonly step: fc.Arbitrary<string>;
}

const COARSE: Scale = {
  cost: costArb,
  budget: budgetArb,
  utility: utilityArb,
  weight: weightArb,
  step: fc.constantFrom('1.00', '0.07', '0.50'),
};

/** Many digits, and weights as unlike as a municipality's population and a millionth of a vote. */
const FINE: Scale = {
  cost: fc.integer({ min: 1, max: 2_000_000_000 }).map(kroner),
  budget: fc.integer({ min: 100_000_000, max: 2_000_000_000 }).map(kroner),
  utility: fc.oneof(
    fc.integer({ min: 1, max: 1_000_000_000 }).map(String),
    fc.constantFrom('0.000000000000000001', '3.141592653589793238', '0.1'),
  ),
  weight: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 700_000 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('0.000001', '999999999999.999999999999999999', '1') },
  ),
  step: fc.constantFrom('100000.00', '1234567.89'),
};

const initiativesArb = ({ cost }: Scale) =>
  fc
    .subarray(IDS, { minLength: 1, maxLength: 8 })
    .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), cost }))));

/** Supports about half of the initiatives and does not mention the rest. */
function voterArb(id: string, initiatives: readonly { readonly id: string }[], { utility, weight }: Scale) {
  const approvals = fc
    .tuple(...initiatives.map(() => fc.option(utility, { freq: 2, nil: undefined })))
    .map((utilities) =>
      initiatives.flatMap(({ id: initiative }, place) => {
        const given = utilities[place];
        return given === undefined ? [] : [[initiative, given] as const];
      }),
    );
  return fc.record({ id: fc.constant(id), weight, approvals: approvals.map(Object.fromEntries) });
}

const electorateArb = (scale: Scale) =>
  initiativesArb(scale).chain((initiatives) =>
    fc.record({
      initiatives: fc.constant(initiatives),
      voters: fc
        .integer({ min: 1, max: MOST_VOTERS })
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, place) => voterArb(`v${place}`, initiatives, scale))),
        ),
    }),
  );

export interface ElectionShape {
  readonly method: SelectionRequest['method'];
  readonly completions?: readonly SelectionRequest['completion'][];
  readonly utilities?: readonly SelectionRequest['utility'][];
  readonly endowments?: boolean;
  readonly amounts?: 'coarse' | 'fine';
}

/** Initiatives and voters without constraints. */
export function electionArb(shape: ElectionShape): fc.Arbitrary<SelectionRequest> {
  const { method, completions = ['none'], utilities = ['cost', 'cardinality', 'score'] } = shape;
  const scale = shape.amounts === 'fine' ? FINE : COARSE;
  return fc
    .record({
      electorate: electorateArb(scale),
      budget: scale.budget,
      shares: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: MOST_VOTERS, maxLength: MOST_VOTERS }),
      utility: fc.constantFrom(...utilities),
      completion: fc.constantFrom(...completions),
      add1Step: scale.step,
      tieBreak: fc.constantFrom('cost-votes-id', 'id'),
    })
    .map(({ electorate: { initiatives, voters }, shares, ...settings }) => {
      const endowments = splitAs(settings.budget, shares.slice(0, voters.length));
      return selectionRequestSchema.parse({
        ...settings,
        method,
        initiatives,
        voters: voters.map((voter, place) =>
          shape.endowments ? { ...voter, endowment: endowments[place] } : voter,
        ),
      });
    });
}

/** Splits a budget by shares, the rest to the first. */
function splitAs(budget: string, shares: readonly number[]): string[] {
  const ore = Math.round(Number(budget) * 100);
  const sum = shares.reduce((total, share) => total + share, 0);
  const parts = shares.map((share) => (sum === 0 ? 0 : Math.floor((ore * share) / sum)));
  parts[0] = (parts[0] ?? 0) + ore - parts.reduce((total, part) => total + part, 0);
  return parts.map(kroner);
}
