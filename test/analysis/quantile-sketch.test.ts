import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuantileSketch } from '../../src/analysis/quantile-sketch.ts';

const valuesArb = fc.array(
  fc.oneof(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: -(2 ** 51), max: 2 ** 51 })),
  { minLength: 1, maxLength: 200 },
);

function sketchOf(values: readonly number[]): QuantileSketch {
  const sketch = new QuantileSketch();
  for (const value of values) sketch.see(value);
  return sketch;
}

describe('a sketch of a distribution', () => {
  it('keeps count, least, greatest and sum exactly', () => {
    fc.assert(
      fc.property(valuesArb, (values) => {
        const { count, min, max, sum } = sketchOf(values).toDocument();
        expect([count, min, max]).toEqual([values.length, Math.min(...values), Math.max(...values)]);
        expect(BigInt(sum)).toBe(values.reduce((total, value) => total + BigInt(value), 0n));
      }),
    );
  });

  it('knows every percentile to one part in 2^13, and small values exactly', () => {
    fc.assert(
      fc.property(valuesArb, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const sorted = values.toSorted((first, second) => first - second);
        const rank = Math.max(1, Math.ceil((percent / 100) * values.length));
        const exact = sorted[rank - 1] ?? 0;
        const off = Math.abs((sketchOf(values).quantile(percent / 100) ?? 0) - exact);
        expect(off).toBeLessThanOrEqual(Math.abs(exact) < 2 ** 14 ? 0 : Math.abs(exact) / 2 ** 13);
      }),
    );
  });

  it('is the same for parts that are added, in any order, as for the whole', () => {
    fc.assert(
      fc.property(valuesArb, valuesArb, (first, second) => {
        const added = QuantileSketch.from(JSON.parse(JSON.stringify(sketchOf(second).toDocument())));
        added.add(sketchOf(first).toDocument());
        expect(added.toDocument()).toEqual(sketchOf([...first, ...second]).toDocument());
      }),
    );
  });

  it('has no percentile without points', () => {
    expect(new QuantileSketch().quantile(0.5)).toBeUndefined();
  });
});
