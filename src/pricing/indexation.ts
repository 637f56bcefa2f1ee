import { regulationOf, type YearRates } from '../agreement/index-data.ts';
import { type Exact, exactFromRate } from '../money/exact.ts';
import { growthFactor, multiplyRates, type Rate, rateText } from '../money/rate.ts';
import { accepted, collect, invariant, type Result } from '../refusal.ts';

/** index(s,c,y) for every wage share that occurs; cells of the same wage share have the same index. */
export type IndexFactors = (wageShare: Rate | undefined) => Exact;

/**
 * The product of (1 + pl) over the years, once for each wage share that cells have. Model, section 3.
 *
 * @param rates the years after the base year, in order
 * @returns refused with `index_missing` when a cell needs a series that a year lacks
 */
export function indexFactors(
  rates: readonly YearRates[],
  wageShares: Iterable<Rate | undefined>,
): Result<IndexFactors> {
  const factors = new Map<string, Exact>();
  for (const wageShare of wageShares) {
    const name = factorName(wageShare);
    if (factors.has(name)) continue;
    const regulations = collect(rates.map((year) => regulationOf(year, wageShare)));
    if (!regulations.ok) return regulations;
    factors.set(name, exactFromRate(multiplyRates(regulations.value.map(growthFactor))));
  }
  return accepted((wageShare) => {
    const factor = factors.get(factorName(wageShare));
    invariant(factor !== undefined, 'an index is asked for only with a wage share that a cell has');
    return factor;
  });
}

function factorName(wageShare: Rate | undefined): string {
  return wageShare === undefined ? 'combined' : rateText(wageShare);
}
