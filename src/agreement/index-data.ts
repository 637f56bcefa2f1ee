import { danishPercent, englishPercent } from '../money/danish-figures.ts';
import { addRates, blendRates, compareRates, growthFactor, type Rate, ZERO_RATE } from '../money/rate.ts';
import { accepted, type Bilingual, type Result, refused } from '../refusal.ts';
import type { Agreement, Provenance } from './agreement.ts';

/** The price and wage rates that hold for one year, with where they come from. */
export interface YearRates {
  readonly year: number;
  readonly wage?: Rate;
  readonly price?: Rate;
  readonly combined: Rate;
  readonly correction: Rate;
  /** Of the rates that the agreement knows; absent when it knows none and the scenario sets them all. */
  readonly vintage?: string;
  readonly status: 'estimate' | 'final' | 'scenario';
  readonly provenance: Provenance;
  /** The rates that the scenario sets in place of these. */
  readonly set: readonly IndexSeries[];
}

const INDEX_SERIES = ['combined', 'wage', 'price', 'correction'] as const;

export type IndexSeries = (typeof INDEX_SERIES)[number];

/**
 * The rates of a year: the newest vintage known, with the scenario's own rates on top. A year without data is
 * refused (`index_missing`), never taken as zero; so are rates that with the correction are −1 or less
 * (`regulation_too_low`). Model, section 3.
 */
export function ratesOf(agreement: Agreement, year: number): Result<YearRates> {
  const rates = knownRates(agreement, year);
  if (!rates.ok) return rates;
  const general = aboveMinusOne(addRates(rates.value.combined, rates.value.correction), year);
  return general.ok ? rates : general;
}

function knownRates(agreement: Agreement, year: number): Result<YearRates> {
  const known = agreement.index.findLast(
    (entry) =>
      entry.year === year && (agreement.indexAsOf === undefined || entry.vintage <= agreement.indexAsOf),
  );
  const override = agreement.indexOverrides.find((candidate) => candidate.year === year);
  const combined = override?.combined ?? known?.combined;
  if (combined === undefined) return indexMissing(year, 'combined');
  const scenario = { status: 'scenario', provenance: { kind: 'scenario' }, correction: ZERO_RATE } as const;
  const set = INDEX_SERIES.filter((series) => override?.[series] !== undefined);
  return accepted({ year, ...(known ?? scenario), ...override, combined, set });
}

/**
 * pl(s,c,k): the regulation of a cell in a year. Without a wage share the combined rate, with one the mix of wage
 * and price; the level correction comes on top.
 *
 * @returns above −1; refused with `index_missing` or `regulation_too_low`
 */
export function regulationOf(rates: YearRates, wageShare: Rate | undefined): Result<Rate> {
  if (wageShare === undefined) return accepted(addRates(rates.combined, rates.correction));
  if (rates.wage === undefined) return indexMissing(rates.year, 'wage');
  if (rates.price === undefined) return indexMissing(rates.year, 'price');
  return aboveMinusOne(
    addRates(blendRates(wageShare, rates.wage, rates.price), rates.correction),
    rates.year,
  );
}

/** The rates of all years after the first up to and including the last, in order. */
export function ratesBetween(agreement: Agreement, after: number, upTo: number): Result<YearRates[]> {
  const rates: YearRates[] = [];
  for (let year = after + 1; year <= upTo; year++) {
    const found = ratesOf(agreement, year);
    if (!found.ok) return found;
    rates.push(found.value);
  }
  return accepted(rates);
}

const SERIES: Record<'combined' | 'wage' | 'price', Bilingual> = {
  combined: { da: 'det samlede pris- og lønskøn', en: 'the combined price and wage index' },
  wage: { da: 'lønskønnet', en: 'the wage index' },
  price: { da: 'prisskønnet', en: 'the price index' },
};

function indexMissing(year: number, series: keyof typeof SERIES): Result<never> {
  return refused({
    code: 'index_missing',
    path: ['years', 'to'],
    message: {
      da: `Der mangler indeksdata for ${year}: ${SERIES[series].da}.`,
      en: `There is no index data for ${year}: ${SERIES[series].en} is missing.`,
    },
    remedy: {
      da: `Vælg år med indeksdata, eller sæt satserne for ${year} med en ændring af typen "set-index".`,
      en: `Choose years that have index data, or set the rates of ${year} with a change of type "set-index".`,
    },
  });
}

/** A correction may be any rate, but a year's whole regulation must leave something of a price. */
function aboveMinusOne(regulation: Rate, year: number): Result<Rate> {
  if (compareRates(growthFactor(regulation), ZERO_RATE) > 0) return accepted(regulation);
  return refused({
    code: 'regulation_too_low',
    path: ['changes'],
    message: {
      da: `Reguleringen for ${year} er ${danishPercent(regulation)} med niveaukorrektion, så der er intet tilbage af prisen.`,
      en: `The regulation of ${year} is ${englishPercent(regulation)} with the level correction, which leaves nothing of a price.`,
    },
    remedy: {
      da: `Ret satserne for ${year}, så skøn og niveaukorrektion tilsammen er over -100 %.`,
      en: `Mend the rates of ${year}, so that estimate and level correction together are above -100%.`,
    },
  });
}
