import { type Exact, terms } from '../../src/money/exact.ts';
import type { Ore } from '../../src/money/ore.ts';

/** A fraction of whole numbers, the denominator above zero: arithmetic of the tests' own. */
export interface WholeFraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function fractionSum(values: readonly Exact[]): WholeFraction {
  return values.map(terms).reduce<WholeFraction>(
    (sum, value) => ({
      numerator: sum.numerator * value.denominator + value.numerator * sum.denominator,
      denominator: sum.denominator * value.denominator,
    }),
    { numerator: 0n, denominator: 1n },
  );
}

/** Of an amount that is not negative: at most half an øre off, and exactly half only upwards. */
export function isRoundedHalfUp(given: Ore, { numerator, denominator }: WholeFraction): boolean {
  const twiceOff = 2n * (given * denominator - numerator);
  return -denominator < twiceOff && twiceOff <= denominator;
}

/** Parts further than one øre from total · exact / Σ exact. */
export function quotaBreaches(
  total: Ore,
  parts: readonly { readonly given: Ore; readonly exact: Exact }[],
): string[] {
  const all = fractionSum(parts.map(({ exact }) => exact));
  if (all.numerator === 0n)
    return parts.flatMap(({ given }) => (given === 0n ? [] : [`${given} of nothing`]));
  return parts.flatMap(({ given, exact }) => {
    const { numerator, denominator } = terms(exact);
    const divisor = all.numerator * denominator;
    const distance = given * divisor - total * numerator * all.denominator;
    return -divisor < distance && distance < divisor ? [] : [`${given} of ${total}`];
  });
}

export function decimalTerms(text: string): [numerator: bigint, denominator: bigint] {
  const [whole = '', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}
