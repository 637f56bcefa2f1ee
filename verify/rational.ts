/** An exact fraction in lowest terms with a positive denominator: the checker's only arithmetic beside bigint. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** The fraction numerator / denominator; throws a RangeError when the denominator is zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError('a fraction has no zero below the line');
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** A plain decimal such as `-0.0275` as a fraction; `undefined` when the text is no plain decimal. */
export function rationalFromDecimal(text: string): Rational | undefined {
  const parts = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const decimals = parts[2] ?? '';
  return rational(BigInt(`${parts[1]}${decimals}`), 10n ** BigInt(decimals.length));
}

export function add(augend: Rational, addend: Rational): Rational {
  return rational(
    augend.numerator * addend.denominator + addend.numerator * augend.denominator,
    augend.denominator * addend.denominator,
  );
}

export function subtract(minuend: Rational, subtrahend: Rational): Rational {
  return add(minuend, negate(subtrahend));
}

export function negate(value: Rational): Rational {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function multiply(multiplicand: Rational, multiplier: Rational): Rational {
  return rational(
    multiplicand.numerator * multiplier.numerator,
    multiplicand.denominator * multiplier.denominator,
  );
}

export function divide(dividend: Rational, divisor: Rational): Rational {
  return rational(dividend.numerator * divisor.denominator, dividend.denominator * divisor.numerator);
}

/** The sum of all terms; fractions are brought to lowest terms once, at the end, because that costs most. */
export function sum(terms: Iterable<Rational>): Rational {
  let numerator = 0n;
  let denominator = 1n;
  for (const term of terms) {
    if (term.denominator === denominator) {
      numerator += term.numerator;
    } else {
      numerator = numerator * term.denominator + term.numerator * denominator;
      denominator *= term.denominator;
    }
  }
  return rational(numerator, denominator);
}

/** Below zero, zero or above zero as the first is less than, equal to or greater than the second. */
export function compare(first: Rational, second: Rational): number {
  const difference = first.numerator * second.denominator - second.numerator * first.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function isWhole(value: Rational): boolean {
  return value.denominator === 1n;
}

/** The greatest whole number that is not above the value. */
export function floor(value: Rational): bigint {
  const towardsZero = value.numerator / value.denominator;
  return value.numerator < 0n && !isWhole(value) ? towardsZero - 1n : towardsZero;
}

/** The least whole number that is not below the value. */
export function ceiling(value: Rational): bigint {
  return -floor(negate(value));
}

/** The nearest whole number; a half goes away from zero. */
export function roundHalfAway(value: Rational): bigint {
  const size = value.numerator < 0n ? negate(value) : value;
  const rounded = floor(add(size, rational(1n, 2n)));
  return value.numerator < 0n ? -rounded : rounded;
}

function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  let larger = first < 0n ? -first : first;
  let smaller = second < 0n ? -second : second;
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
