import Fraction from 'fraction.js';
import { type Ore, ore } from './ore.ts';
import { type Rate, rateText } from './rate.ts';

declare const unit: unique symbol;

/**
 * An exact rational number: an amount in øre before it is rounded, or a weight. The only place that knows
 * that it is a `Fraction` underneath.
 */
export type Exact = Fraction & { readonly [unit]: 'exact' };

export const ZERO = exactFromInteger(0n);
export const ONE = exactFromInteger(1n);

export function exactFromInteger(value: bigint): Exact {
  return new Fraction(value) as Exact;
}

export function exactFromOre(amount: Ore): Exact {
  return new Fraction(amount as bigint) as Exact;
}

/** The same rate is asked for again and again (every weight, in every year), so what it is exactly is remembered. */
const remembered = new WeakMap<Rate, Exact>();

export function exactFromRate(rate: Rate): Exact {
  const exact = remembered.get(rate) ?? (new Fraction(rateText(rate)) as Exact);
  remembered.set(rate, exact);
  return exact;
}

export function ratio(numerator: bigint, denominator: bigint): Exact {
  return new Fraction(numerator, denominator) as Exact;
}

export function add(augend: Exact, addend: Exact): Exact {
  return augend.add(addend) as Exact;
}

export function subtract(minuend: Exact, subtrahend: Exact): Exact {
  return minuend.sub(subtrahend) as Exact;
}

export function multiply(multiplicand: Exact, multiplier: Exact): Exact {
  return multiplicand.mul(multiplier) as Exact;
}

/** The quotient; the divisor must not be zero. */
export function divide(dividend: Exact, divisor: Exact): Exact {
  return dividend.div(divisor) as Exact;
}

export function negate(value: Exact): Exact {
  return value.neg() as Exact;
}

export function sum(values: Iterable<Exact>): Exact {
  const { numerators, denominator } = overCommonDenominator([...values]);
  return ratio(
    numerators.reduce((total, numerator) => total + numerator, 0n),
    denominator,
  );
}

/** The same values as whole numbers over one denominator, the least that serves them all. */
export function overCommonDenominator(values: readonly Exact[]): {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
} {
  let denominator = 1n;
  for (const { d } of values) {
    denominator = (denominator / greatestCommonDivisor(denominator, d)) * d;
  }
  return { numerators: values.map(({ s, n, d }) => s * n * (denominator / d)), denominator };
}

/** Below zero, zero or above zero as the first is less than, equal to or greater than the second. */
export function compare(first: Exact, second: Exact): number {
  return first.compare(second);
}

/** −1, 0 or 1. */
export function sign(value: Exact): number {
  return value.n === 0n ? 0 : Number(value.s);
}

/** Numerator (signed) and denominator (positive) in lowest terms. */
export function terms(value: Exact): { readonly numerator: bigint; readonly denominator: bigint } {
  return { numerator: value.s * value.n, denominator: value.d };
}

/** The whole øre at or below the amount. */
export function roundDown(amount: Exact): Ore {
  const floor = amount.floor();
  return ore(floor.s * floor.n);
}

/** The whole øre at or above the amount. */
export function roundUp(amount: Exact): Ore {
  return ore(-roundDown(negate(amount)));
}

/** The only rounding of an amount: to whole øre, half away from zero. Model, section 3. */
export function roundHalfAwayFromZero(amount: Exact): Ore {
  const magnitude = (2n * amount.n + amount.d) / (2n * amount.d);
  return ore(amount.s < 0n ? -magnitude : magnitude);
}

/** Of whole numbers ≥ 0; with zero it is the other number. */
export function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  let [larger, smaller] = [first, second];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
