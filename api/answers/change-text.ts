import { decimalText } from '../../src/explanation/exact-text.ts';
import type { Exact } from '../../src/money/exact.ts';

const CHANGE_DECIMALS = 6;

/** A change as a fraction of what it changes, to six decimals: for showing, never for further sums. */
export function changeText(change: Exact): string {
  return decimalText(change, CHANGE_DECIMALS);
}
