import { type Ore, ore } from '../../src/money/ore.ts';
import { RATE_FORM, rateFromText } from '../../src/money/rate.ts';
import type { Cell } from '../../tables/table.ts';

/** The cell of an amount as an answer has it, which may be larger than any that a request may hold. */
export function amountCell(kroner: string): Ore {
  return ore(BigInt(kroner.replace('.', '')));
}

/** The cell of a count or a weight; a sum of them may have more digits than a decimal cell holds, and is text then. */
export function countCell(count: string): Cell {
  return RATE_FORM.test(count) ? rateFromText(count) : count.replace('.', ',');
}
