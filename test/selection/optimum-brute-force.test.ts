import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { portfolioArb } from '../arbitraries/selection-constraints.ts';
import { runs } from '../settings/runs.ts';
import { amountsIn, answered, refusalsOf } from './answered.ts';
import { isAllowed, oreOf, referenceOptimum, valued } from './reference/best-set.ts';

describe('the optimum agrees with trying every set', () => {
  it.prop(
    [
      fc.oneof(
        portfolioArb({ mostInitiatives: 14, partFunding: false }),
        portfolioArb({ mostInitiatives: 9, partFunding: true }),
      ),
    ],
    runs(60, 2_000),
  )('in value and in cost, and keeps every constraint exactly', (request) => {
    const expected = referenceOptimum(request);
    if (expected === undefined) {
      expect(refusalsOf(request).map(({ code }) => code)).toContain('constraints_conflict');
      return;
    }
    const answer = answered(request);
    const amounts = amountsIn(answer);
    const found = valued(request, amounts);
    expect(isAllowed(request, amounts)).toBe(true);
    expect(found.cost).toBeLessThanOrEqual(oreOf(request.budget));
    expect([found.value, found.cost]).toEqual([expected.value, expected.cost]);
    expect(answer).toMatchObject({ proven: true, cheapest: true, gap: '0' });
  });
});
