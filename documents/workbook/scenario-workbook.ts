import type { Agreement } from '../../src/agreement/agreement.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { invariant } from '../../src/refusal.ts';
import { actualYear, type PaidYear } from '../../src/sharing/paid-year.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import { xlsxBytes } from '../../tables/xlsx/package.ts';
import type { Sheet } from '../../tables/xlsx/sheet.ts';
import { allocationSheet } from './allocation-sheet.ts';
import { assumptionSheet } from './assumptions.ts';
import { basePriceSheet } from './base-prices.ts';
import { type CheckedYear, checkSheet } from './check-sheet.ts';
import { keySheet } from './keys.ts';
import { priceSheet } from './price-sheet.ts';

/** A priced scenario, as the workbook shows it. */
export interface WorkbookYears {
  /** After the scenario's changes. */
  readonly agreement: Agreement;
  readonly prices: readonly YearPrice[];
  readonly shares: readonly YearShares[];
  /** What was paid in the year before the first, where a key limits the change from it. */
  readonly before: PaidYear | undefined;
  /** Names everything that the figures were computed from. */
  readonly hash: string;
}

/**
 * A scenario as a workbook (XLSX) with live formulas from base prices and rates to each municipality's amount: who changes a yellow cell sees
 * all of it move. As it comes, every rounded amount is the service's to the øre. The same scenario gives the same bytes.
 */
export function scenarioWorkbook(scenario: WorkbookYears): Uint8Array {
  const { agreement, prices, shares } = scenario;
  const last = prices.at(-1)?.year ?? agreement.baseYear;
  const assumptions = assumptionSheet(agreement, last);
  const bases = basePriceSheet(agreement);
  const keys = keySheet(agreement);
  const years = prices.map((price, place): CheckedYear => {
    const own = shares[place];
    invariant(own !== undefined, 'a year that is priced is shared');
    const sheet = priceSheet(price, assumptions, bases);
    const before =
      place === 0 ? scenario.before : (actualYear(agreement, price.year - 1) ?? shares[place - 1]);
    return {
      price,
      shares: own,
      prices: sheet,
      allocation: allocationSheet(price, own, before, { keys, prices: sheet }),
    };
  });
  return xlsxBytes([
    readMe(scenario),
    assumptions.sheet,
    bases.sheet,
    keys.sheet,
    ...years.flatMap(({ prices: priced, allocation }) => [priced.sheet, allocation.sheet]),
    checkSheet(years),
  ]);
}

const LINES = [
  'Arket regner fra basispriser og satser til hver kommunes beløb. Ret en gul celle, og resten følger med.',
  'Forudsætninger: indeks, effektivisering og reserverede andele. Basispriser: hver løsnings komponenter. Nøgletal: folketal og enheder.',
  'Priser: aftalens pris afrundes til hele øre og fordeles på løsninger og komponenter. Fordeling: hver løsnings pris fordeles på kommunerne.',
  'Øreregulering er det, som hvert beløb ligger over eller under sin eksakte andel, så alle summer stemmer på øren. Reguleringen er faste tal fra tjenesten.',
  'Når du ændrer noget, flytter beløbene sig, men ørereguleringen gør ikke. Summer kan så afvige nogle øre fra prisen; arket Kontrol viser hvor meget.',
  'Faste tal er også: medlemsfaktoren (når kommuner er udtrådt), hvem der er med hvilket år, og vægte i nøgler med grænser for ændringen fra året før.',
  'Excel regner med 15 cifre. Tjenesten regner eksakt med brøker; her er eksakte tal vist med så mange cifre, som Excel kan holde.',
];

function readMe({ agreement, hash, prices }: WorkbookYears): Sheet {
  const years = prices.map(({ year }) => year);
  const head = `${agreement.title.da}, ${years.at(0)}–${years.at(-1)}`;
  return {
    name: 'Læs mig',
    widths: [120],
    rows: [
      [{ value: head, style: 'title' }],
      [],
      ...LINES.map((value) => [{ value, style: 'wrapped' as const }]),
      [],
      [{ value: `Beregning: ${hash}`, style: 'note' }],
    ],
  };
}
