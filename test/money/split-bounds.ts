import type { WholeColumn } from '../arbitraries/split-columns.ts';

/**
 * What is wrong with a two-way split, said in whole numbers alone; nothing when it is exact in both directions.
 * A whole x is the floor or the ceiling of n / d exactly when |x · d − n| < d.
 */
export function breachesOf(
  columns: readonly WholeColumn[],
  matrix: readonly (readonly bigint[])[],
): string[] {
  return [
    ...columnBreaches(columns, matrix),
    ...cellBreaches(columns, matrix),
    ...rowBreaches(columns, matrix),
  ];
}

export function columnBreaches(
  columns: readonly WholeColumn[],
  matrix: readonly (readonly bigint[])[],
): string[] {
  return columns.flatMap(({ total }, place) => {
    const given = sumOf(matrix[place] ?? []);
    return given === total ? [] : [`column ${place} sums to ${given}, not ${total}`];
  });
}

export function cellBreaches(
  columns: readonly WholeColumn[],
  matrix: readonly (readonly bigint[])[],
): string[] {
  return columns.flatMap(({ total, weights }, place) => {
    const divisor = divisorOf(weights);
    return weights.flatMap((weight, row) => {
      const cell = matrix[place]?.[row] ?? 0n;
      return isBeside(cell, total * weight, divisor) ? [] : [`cell ${row} of column ${place} is ${cell}`];
    });
  });
}

/** All columns over one denominator: the product of their different sums of weights. */
export function rowBreaches(
  columns: readonly WholeColumn[],
  matrix: readonly (readonly bigint[])[],
): string[] {
  const divisors = columns.map(({ weights }) => divisorOf(weights));
  const denominator = [...new Set(divisors)].reduce((product, divisor) => product * divisor, 1n);
  const scales = divisors.map((divisor) => denominator / divisor);
  return (columns[0]?.weights ?? []).flatMap((_, row) => {
    const numerator = sumOf(
      columns.map(({ total, weights }, place) => total * (weights[row] ?? 0n) * (scales[place] ?? 0n)),
    );
    const given = sumOf(matrix.map((column) => column[row] ?? 0n));
    return isBeside(given, numerator, denominator) ? [] : [`row ${row} sums to ${given}`];
  });
}

function isBeside(whole: bigint, numerator: bigint, denominator: bigint): boolean {
  const distance = whole * denominator - numerator;
  return -denominator < distance && distance < denominator;
}

/** A column without weight has the total zero; its quotas are all zero over any divisor. */
function divisorOf(weights: readonly bigint[]): bigint {
  return sumOf(weights) || 1n;
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
