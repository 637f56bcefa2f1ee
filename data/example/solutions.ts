import type { Provenance } from '../../src/agreement/agreement.ts';
import { kronerFromOre, oreFromKroner, subtractOre, sumOre } from '../../src/money/ore.ts';
import { invariant } from '../../src/refusal.ts';
import { sourcedKey } from './keys.ts';
import { PUBLISHED_TOTALS, type PublishedTotal } from './published-totals.ts';
import { components, municipalities, solutions } from './tables.ts';

type Row = (typeof solutions)[number];

/** The base price was agreed for the year before the agreement began; solutions outside it have no period. */
const FIRST_YEAR = 2025;

/** The 26 solutions of the catalogue, in its order. */
export function exampleSolutions() {
  return solutions.map((row, place) => ({
    solution: row.solution,
    order: place + 1,
    title: { da: row.title_da, en: row.title_en },
    area: row.area,
    group: row.group,
    periods: row.group === 'agreement' ? [{ firstYear: FIRST_YEAR }] : [],
    basePrices: basePrices(row),
    reservedShare: row.reserved_share,
    reservedShareProvenance: { kind: 'example', note: 'No reserved share was found.' },
    ...sourcedKey(row.key),
    ...participants(row),
    ...notes(row),
  }));
}

function basePrices(row: Row) {
  const amounts = componentAmounts(row);
  const provenance = priceProvenance(PUBLISHED_TOTALS.get(row.solution));
  return components.map(({ component, wage_share: wageShare }) => {
    const amount = amounts.get(component);
    invariant(amount !== undefined, `${row.solution} has an amount for ${component}`);
    const blended = row.index === 'wage-shares' && wageShare !== '';
    return { component, amount: kronerFromOre(amount), ...(blended && { wageShare }), provenance };
  });
}

/** Amounts as the table has them; a published total leaves what the other components do not take to operations. */
function componentAmounts(row: Row) {
  const maintenance = new Map([
    ['technical-maintenance', wholeKroner(row.technical_maintenance)],
    ['statutory-maintenance', wholeKroner(row.statutory_maintenance)],
    ['business-maintenance', wholeKroner(row.business_maintenance)],
    ['resources', wholeKroner(row.resources)],
  ]);
  const published = PUBLISHED_TOTALS.get(row.solution);
  invariant(
    (row.operations === '') === (published !== undefined),
    'only published totals leave operations open',
  );
  const operations = published
    ? subtractOre(published.total, sumOre(maintenance.values()))
    : wholeKroner(row.operations);
  return maintenance.set('operations', operations);
}

function wholeKroner(kroner: string) {
  return oreFromKroner(`${kroner}.00`);
}

function priceProvenance(published: PublishedTotal | undefined): Provenance {
  if (published === undefined)
    return { kind: 'example', note: 'No price of this solution was found; the amount is made up.' };
  const { tariff, source } = published;
  return { kind: 'example', note: `Made-up part of a published total: ${tariff} (${source}).` };
}

function participants(row: Row) {
  if (row.participating_regions === '') return {};
  const regions = row.participating_regions.split(';');
  const members = municipalities.filter(({ region }) => regions.includes(region));
  return { participants: members.map(({ code }) => code) };
}

function notes(row: Row) {
  const published = PUBLISHED_TOTALS.get(row.solution)?.notes;
  if (published !== undefined) return { notes: published };
  if (row.participating_regions === '') return {};
  return {
    notes: {
      da: 'Hvilke kommuner der deltager, er et eksempel.',
      en: 'Which municipalities take part is an example.',
    },
  };
}
