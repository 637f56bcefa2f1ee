import type { PriceParts } from '../pricing/year-price.ts';
import { type Difference, difference } from './difference.ts';

/** The difference of every part of a price; the parts tie as the price's own do. */
export type PartDifferences = { readonly [Part in keyof PriceParts]: Difference };

/** Compares two prices part by part; a price that is not there counts as zero in every part. */
export function partDifferences(
  baseline: PriceParts | undefined,
  scenario: PriceParts | undefined,
): PartDifferences {
  const of = (part: keyof PriceParts) => difference(baseline?.[part], scenario?.[part]);
  return {
    basePrice: of('basePrice'),
    indexation: of('indexation'),
    efficiency: of('efficiency'),
    membership: of('membership'),
    price: of('price'),
    baseBudget: of('baseBudget'),
    pool: of('pool'),
  };
}
