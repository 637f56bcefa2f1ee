import { Decimal } from 'decimal.js';
import Fraction from 'fraction.js';
import { apportion } from '../../src/money/apportionment.ts';
import {
  add,
  type Exact,
  exactFromOre,
  exactFromRate,
  roundHalfAwayFromZero,
} from '../../src/money/exact.ts';
import { addOre, kronerFromOre, type Ore, oreFromKroner, sumOre } from '../../src/money/ore.ts';
import { addRates, type Rate, rateFromText } from '../../src/money/rate.ts';

/** What must not compile: the type check fails where an expected error is missing. */
export function anAmountIsNotJustANumber(amount: Ore): Ore {
  // @ts-expect-error a whole number may count anything
  addOre(amount, 1n);
  // @ts-expect-error a binary float is never money
  addOre(amount, 1);
  // @ts-expect-error text is read first
  addOre(amount, '1.00');
  // @ts-expect-error what operators give is a number again
  return amount + amount;
}

export function theThreeKindsOfNumberDoNotMix(amount: Ore, rate: Rate, exact: Exact): void {
  // @ts-expect-error a rate is not an amount
  addOre(amount, rate);
  // @ts-expect-error an amount is not a rate
  addRates(rate, amount);
  // @ts-expect-error an amount becomes exact by exactFromOre
  add(exact, amount);
  // @ts-expect-error a rate becomes exact by exactFromRate
  add(exact, rate);
  // @ts-expect-error an exact number becomes an amount by rounding only
  sumOre([amount, exact]);
  // @ts-expect-error only what is not yet whole is rounded
  roundHalfAwayFromZero(amount);
  // @ts-expect-error the arguments of the two are not the same
  exactFromOre(rate);
  // @ts-expect-error the arguments of the two are not the same
  exactFromRate(amount);
  // @ts-expect-error weights are exact, as many keys are not whole
  apportion(amount, [1n, 2n]);
}

export function figuresComeInAsText(rate: Rate, exact: Exact): void {
  // @ts-expect-error a float has lost its last digit before it gets here
  oreFromKroner(12.5);
  // @ts-expect-error a float has lost its last digit before it gets here
  rateFromText(0.0275);
  // @ts-expect-error text is what it writes
  kronerFromOre('12.50');
  // @ts-expect-error a decimal of another precision may have been rounded
  addRates(rate, new Decimal('0.1'));
  // @ts-expect-error a fraction from elsewhere may come from a float
  add(exact, new Fraction(0.1));
}
