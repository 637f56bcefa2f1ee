import { decimalText } from '../../src/explanation/exact-text.ts';
import { divide, type Exact, exactFromInteger, exactFromOre, subtract } from '../../src/money/exact.ts';
import type { Ore } from '../../src/money/ore.ts';
import { type Rate, rateFromText } from '../../src/money/rate.ts';

/** A spreadsheet keeps 15 digits of a number: here ends what Excel can hold of an exact figure. */
const DIGITS = 15;
const MOST_DECIMALS = 14;

/** An exact figure with as many decimals as a spreadsheet keeps. */
export function figure(value: Exact): Rate {
  const whole = decimalText(value, 0).replace('-', '');
  const decimals = whole === '0' ? MOST_DECIMALS : Math.max(0, DIGITS - whole.length);
  return rateFromText(decimalText(value, decimals));
}

/** An exact amount of øre as kroner. */
export function kroner(amount: Exact): Rate {
  return figure(divide(amount, HUNDRED));
}

/**
 * The øre regulation of an apportioned amount: what the amount lies above its exact quota, in kroner. With it a formula gives the amount to the
 * øre, in the middle of what rounds to it, so that no float's last digit can matter.
 */
export function regulation(amount: Ore, quota: Exact): Rate {
  return rateFromText(decimalText(divide(subtract(exactFromOre(amount), quota), HUNDRED), 10));
}

const HUNDRED = exactFromInteger(100n);
