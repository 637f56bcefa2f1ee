import { Decimal } from 'decimal.js';
import { invariant } from '../refusal.ts';

/** Digits enough that no sum or product of rates over a century of years is ever rounded. */
const SIGNIFICANT_DIGITS = 20_000;
const ExactDecimal = Decimal.clone({
  precision: SIGNIFICANT_DIGITS,
  toExpNeg: -SIGNIFICANT_DIGITS,
  toExpPos: SIGNIFICANT_DIGITS,
});

declare const unit: unique symbol;

/** An exact decimal fraction of 1 (0.0275 is 2,75 %): an index rate, an efficiency rate or a share. */
export type Rate = Decimal & { readonly [unit]: 'rate' };

/** The form of rates and weights in JSON: plain decimal notation, no exponent. */
export const RATE_FORM = /^-?(0|[1-9]\d{0,12})(\.\d{1,18})?$/;

export function rateFromText(text: string): Rate {
  invariant(RATE_FORM.test(text), `"${text}" is a plain decimal`);
  return new ExactDecimal(text) as Rate;
}

export const ZERO_RATE = rateFromText('0');
export const WHOLE = rateFromText('1');

/** The shortest decimal text that is exactly the rate: `"0.031"`; never `"-0"`. */
export function rateText(rate: Rate): string {
  return rate.isZero() ? '0' : rate.toFixed();
}

export function addRates(augend: Rate, addend: Rate): Rate {
  return exactly(augend.plus(addend));
}

/** 1 + rate: what a year's regulation multiplies by. */
export function growthFactor(rate: Rate): Rate {
  return exactly(rate.plus(1));
}

/** 1 − share: what is left when the share is taken. */
export function complement(share: Rate): Rate {
  return exactly(WHOLE.minus(share));
}

/** The product of factors; 1 when there are none. */
export function multiplyRates(factors: Iterable<Rate>): Rate {
  let product = WHOLE;
  for (const factor of factors) product = exactly(product.times(factor));
  return product;
}

/** share · first + (1 − share) · second: wage and price index mixed by a cell's wage share. */
export function blendRates(share: Rate, first: Rate, second: Rate): Rate {
  return exactly(share.times(first).plus(complement(share).times(second)));
}

export function isNegativeRate(rate: Rate): boolean {
  return rate.lessThan(0);
}

/** Rates are ordered as numbers: below zero, zero or above zero as the first is less, equal or greater. */
export function compareRates(first: Rate, second: Rate): number {
  return first.comparedTo(second);
}

function exactly(value: Decimal): Rate {
  invariant(value.precision() < SIGNIFICANT_DIGITS, 'rates have few enough digits to be exact');
  return value as Rate;
}
