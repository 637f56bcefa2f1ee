import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportionWhole } from '../../src/engine/apportion-whole.ts';
import { apportion } from '../../src/money/apportionment.ts';
import { exactFromInteger } from '../../src/money/exact.ts';
import { ore } from '../../src/money/ore.ts';
import { weightsArb } from '../arbitraries/weights.ts';

describe('apportioning over whole weights', () => {
  it('is the largest remainder method, part by part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 13 }).chain((count) => weightsArb(count, 3)),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        (weights, total) => {
          expect(apportionWhole(total, weights)).toEqual(
            apportion(ore(total), weights.map(exactFromInteger)),
          );
        },
      ),
    );
  });

  it('gives nothing to anybody when nobody weighs anything', () => {
    expect(apportionWhole(0n, [0n, 0n])).toEqual([0n, 0n]);
  });
});
