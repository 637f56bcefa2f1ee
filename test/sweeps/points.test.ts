import { describe, expect, it } from 'vitest';
import { correlationFactor } from '../../sweeps/correlated-draws.ts';
import { valuesInReach } from '../../sweeps/parameter-values.ts';
import { pointsOf } from '../../sweeps/points.ts';
import type { Sweep } from '../../sweeps/sweep.ts';
import { sweep } from './build-sweep.ts';

/** The points of a chunk, each with its values as text. */
function chunkOf(of: Sweep, chunk: number) {
  const reaches = of.parameters.map(({ values }) => valuesInReach(values));
  return [...pointsOf(of, reaches, chunk)].map(({ point, places }) => ({
    point,
    values: reaches.map(({ textAt }, parameter) => textAt(places[parameter] ?? 0)),
  }));
}

const allPoints = (of: Sweep) =>
  Array.from({ length: Math.ceil(of.points / of.chunkPoints) }, (_, chunk) => chunkOf(of, chunk)).flat();

describe('the points of a sweep', () => {
  it('of a grid are all combinations, the last parameter moving fastest', () => {
    const list = (...values: string[]) => ({ kind: 'list' as const, values });
    const range = { kind: 'range' as const, from: '0.01', to: '0.03', step: '0.01', decimals: 0 };
    const grid = sweep({
      design: { kind: 'grid' },
      parameters: [
        { path: ['1', 'wage'], isCount: false, values: list('0.1', '0.2') },
        { path: ['1', 'price'], isCount: false, values: range },
      ],
      points: 6,
      chunkPoints: 4,
    });
    expect(allPoints(grid)).toEqual(
      ['0.1', '0.2'].flatMap((wage, first) =>
        ['0.01', '0.02', '0.03'].map((price, second) => ({
          point: 3 * first + second,
          values: [wage, price],
        })),
      ),
    );
  });

  it('of a sample are the same for a seed, chunk by chunk in any order, and others for another seed', () => {
    const last = chunkOf(sweep(), 2);
    expect(allPoints(sweep()).slice(20)).toEqual(last);
    expect(allPoints(sweep()).map(({ point }) => point)).toEqual([...Array(25).keys()]);
    const other = sweep({ design: { kind: 'sample', seed: 8, correlations: [] } });
    expect(allPoints(other)).not.toEqual(allPoints(sweep()));
  });

  it('follow their distributions, and move together as far as they are correlated', () => {
    const many = sweep({ points: 20_000, chunkPoints: 5_000 });
    const [wages, prices] = [0, 1].map((place) => allPoints(many).map(({ values }) => Number(values[place])));
    const mean = (list: number[] = []) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const covariance = (first: number[] = [], second: number[] = []) =>
      mean(first.map((value, place) => value * (second[place] ?? 0))) - mean(first) * mean(second);
    expect(mean(wages)).toBeCloseTo(0.033, 3);
    // The mean of a triangle is that of its corners: (0.01 + 0.06 + 0.021) / 3.
    expect(mean(prices)).toBeCloseTo(0.0303, 3);
    const deviation = Math.sqrt(covariance(wages, wages));
    expect(deviation).toBeCloseTo(0.006, 3);
    expect(covariance(wages, prices) / deviation / Math.sqrt(covariance(prices, prices))).toBeCloseTo(0.6, 1);
  });

  it('cannot be correlated in ways that contradict each other', () => {
    const pairs = [
      { first: 0, second: 1, coefficient: 0.9 },
      { first: 1, second: 2, coefficient: 0.9 },
      { first: 0, second: 2, coefficient: -0.9 },
    ];
    expect(correlationFactor(3, pairs)).toBeUndefined();
    const milder = pairs.map((pair) => ({ ...pair, coefficient: pair.coefficient / 3 }));
    expect(correlationFactor(3, milder)).toHaveLength(3);
  });
});
