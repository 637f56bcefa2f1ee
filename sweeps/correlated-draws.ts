import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Correlation } from './sweep.ts';

/** Lower triangular, with ones or less on the diagonal: what independent draws are multiplied by. */
type Factor = readonly (readonly number[])[];

/**
 * The Cholesky factor of the correlation matrix (Gaussian copula); undefined when no draws can be correlated so, as when the first
 * moves with the second, the second with the third, but the third against the first.
 */
export function correlationFactor(count: number, correlations: readonly Correlation[]): Factor | undefined {
  const matrix: number[][] = Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) => (row === column ? 1 : 0)),
  );
  for (const { first, second, coefficient } of correlations) {
    for (const [row, column] of [
      [first, second],
      [second, first],
    ] as const) {
      const cells = matrix[row];
      if (cells !== undefined) cells[column] = coefficient;
    }
  }
  const factor: number[][] = [];
  for (const [row, cells] of matrix.entries()) {
    const own: number[] = [];
    for (let column = 0; column < row; column++) {
      const other = factor[column] ?? [];
      const known = own.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
      own.push(((cells[column] ?? 0) - known) / (other[column] ?? 1));
    }
    const rest = 1 - own.reduce((sum, value) => sum + value * value, 0);
    if (!(rest > ROUNDING)) return undefined;
    own.push(Math.sqrt(rest));
    factor.push(own);
  }
  return factor;
}

const ROUNDING = 1e-12;

/**
 * The draws of a chunk's points, always the same for a seed and a chunk: xoroshiro128+ seeded with the seed and jumped once for
 * each chunk before (2^64 steps each, so that no two chunks meet), two uniform draws for two normal ones (Box and Muller).
 *
 * @returns for each point a standard normal draw for each parameter
 */
export function* chunkDraws(
  seed: number,
  chunk: number,
  points: number,
  factor: Factor,
): Generator<number[]> {
  const generator = xoroshiro128plus(seed);
  for (let before = 0; before < chunk; before++) generator.jump();
  for (let point = 0; point < points; point++) {
    const independent: number[] = [];
    while (independent.length < factor.length) {
      const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)));
      const angle = 2 * Math.PI * uniformFloat64(generator);
      independent.push(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    yield factor.map((row) =>
      row.reduce((sum, weight, place) => sum + weight * (independent[place] ?? 0), 0),
    );
  }
}

/** Φ: the fraction of a standard normal distribution below a value, within 1.5 · 10^−7 (Abramowitz and Stegun, 7.1.26). */
export function normalFraction(value: number): number {
  const size = Math.abs(value) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * size);
  const series = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  const polynomial = series.reduceRight((sum, coefficient) => sum * t + coefficient, 0) * t;
  const above = (polynomial * Math.exp(-size * size)) / 2;
  return value < 0 ? above : 1 - above;
}
