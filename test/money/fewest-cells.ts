import type { WholeColumn } from '../arbitraries/split-columns.ts';

/**
 * The fewest cells in which any two-way exact split differs from given column splits, found by trying every way
 * of rounding every column: only for matrices of a few rows and columns.
 */
export function fewestCellsMoved(
  columns: readonly WholeColumn[],
  splits: readonly (readonly bigint[])[],
  isExact: (matrix: readonly (readonly bigint[])[]) => boolean,
): number {
  const choices = columns.map((column, place) =>
    roundingsOf(column).map((cells) => ({ cells, moved: cellsThatDiffer(cells, splits[place] ?? []) })),
  );
  let fewest = Number.POSITIVE_INFINITY;
  const visit = (chosen: readonly (readonly bigint[])[], moved: number): void => {
    if (moved >= fewest) return;
    const next = choices[chosen.length];
    if (next === undefined) {
      if (isExact(chosen)) fewest = moved;
      return;
    }
    for (const choice of next) visit([...chosen, choice.cells], moved + choice.moved);
  };
  visit([], 0);
  return fewest;
}

export function cellsThatDiffer(first: readonly bigint[], second: readonly bigint[]): number {
  return first.filter((cell, place) => cell !== second[place]).length;
}

/** Every way to round the quotas of a column down or up so that it still sums to its total. */
function roundingsOf({ total, weights }: WholeColumn): bigint[][] {
  const divisor = weights.reduce((sum, weight) => sum + weight, 0n) || 1n;
  const candidates = weights.map((weight) => {
    const floor = floorOf(total * weight, divisor);
    return floor * divisor === total * weight ? [floor] : [floor, floor + 1n];
  });
  const all = candidates.reduce<bigint[][]>(
    (started, cells) => started.flatMap((start) => cells.map((cell) => [...start, cell])),
    [[]],
  );
  return all.filter((cells) => cells.reduce((sum, cell) => sum + cell, 0n) === total);
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return quotient * denominator > numerator ? quotient - 1n : quotient;
}
