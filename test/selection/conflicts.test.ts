import { it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { SelectionRequest } from '../../data/schema/selection.ts';
import { pointerTo } from '../../src/pointer.ts';
import { portfolioArb } from '../arbitraries/selection-constraints.ts';
import { runs } from '../settings/runs.ts';
import { type RequestDocument, refusalsOf, refusedAt } from './answered.ts';
import { referenceOptimum } from './reference/best-set.ts';

describe('why nothing is possible', () => {
  it.prop([portfolioArb({ mostInitiatives: 6, partFunding: true })], runs(100, 2_000))(
    'is a set of demands that cannot all hold, of which none can be spared',
    (request) => {
      const conflict = refusalsOf(request).map(({ path }) => path);
      expect(conflict.length > 0).toBe(referenceOptimum(request) === undefined);
      if (conflict.length === 0) return;
      expect(referenceOptimum(withOnly(request, conflict))).toBeUndefined();
      for (const spared of conflict) {
        const rest = conflict.filter((path) => path !== spared);
        expect([spared, referenceOptimum(withOnly(request, rest)) !== undefined]).toEqual([spared, true]);
      }
    },
  );

  it('points at each demand of a case that can be followed by hand', () => {
    // a must be chosen and needs b; both cost 70 of 60; that c is excluded has nothing to do with it.
    const request: RequestDocument = {
      method: 'optimum',
      budget: '60.00',
      initiatives: [
        { id: 'a', cost: '40.00', benefit: '1', dependsOn: ['b'] },
        { id: 'b', cost: '30.00', benefit: '1', excludes: ['c'] },
        { id: 'c', cost: '1.00', benefit: '1' },
      ],
      constraints: { must: ['a'], mustNot: ['c'] },
    };
    const conflict = ['/budget', '/constraints/must/0', '/initiatives/0/dependsOn/0'].map(
      (pointer) => `${pointer} constraints_conflict`,
    );
    expect(refusedAt(request).toSorted()).toEqual(conflict);
    expect(refusedAt({ ...request, method: 'greedy' }).toSorted()).toEqual(conflict);
  });

  it('does not count on part funding where a method has none', () => {
    const initiatives = [{ id: 'a', cost: '40.00', benefit: '1', minShare: '0.5' }];
    const request: RequestDocument = {
      method: 'optimum',
      budget: '20.00',
      initiatives,
      constraints: { must: ['a'] },
    };
    expect(refusedAt(request)).toEqual([]);
    expect(refusedAt({ ...request, method: 'greedy' })).toEqual([
      '/budget constraints_conflict',
      '/constraints/must/0 constraints_conflict',
    ]);
  });
});

/** The request with no demands but those named; a budget that is not named is no bound. */
function withOnly(
  request: SelectionRequest,
  paths: readonly (readonly (string | number)[])[],
): SelectionRequest {
  const named = new Set(paths.map(pointerTo));
  const kept = <T>(list: readonly T[] | undefined, ...at: (string | number)[]) =>
    (list ?? []).filter((_, place) => named.has(pointerTo([...at, place])));
  const { constraints = {} } = request;
  return {
    ...request,
    budget: named.has('/budget') ? request.budget : '1000000.00',
    initiatives: request.initiatives.map((initiative, place) => ({
      ...initiative,
      dependsOn: kept(initiative.dependsOn, 'initiatives', place, 'dependsOn'),
      excludes: kept(initiative.excludes, 'initiatives', place, 'excludes'),
    })),
    constraints: {
      limits: Object.fromEntries(
        Object.entries(constraints.limits ?? {}).filter(([name]) => named.has(`/constraints/limits/${name}`)),
      ),
      must: kept(constraints.must, 'constraints', 'must'),
      mustNot: kept(constraints.mustNot, 'constraints', 'mustNot'),
      groups: (constraints.groups ?? []).map(({ initiatives, atLeast, atMost }, place) => ({
        initiatives,
        ...(named.has(`/constraints/groups/${place}/atLeast`) && atLeast !== undefined && { atLeast }),
        ...(named.has(`/constraints/groups/${place}/atMost`) && atMost !== undefined && { atMost }),
      })),
    },
  };
}
