import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { SelectionRequest } from '../../data/schema/selection.ts';
import { electionArb, kroner } from '../arbitraries/selection.ts';
import { portfolioArb } from '../arbitraries/selection-constraints.ts';
import { runs } from '../settings/runs.ts';
import { answered, refusedAt, selectedBy } from './answered.ts';
import { oreOf } from './reference/best-set.ts';

const requestArb = fc.oneof(
  electionArb({ method: 'equal-shares', completions: ['none', 'greedy'] }),
  electionArb({ method: 'greedy' }),
  electionArb({ method: 'optimum' }),
  portfolioArb({ mostInitiatives: 5, partFunding: false }),
);

describe('the frontier', () => {
  it.prop([requestArb, fc.array(fc.nat({ max: 1_000_000 }), { minLength: 4, maxLength: 4 })], runs(12, 300))(
    'tells for every budget up to the cost of everything what is chosen',
    (request, somewhere) => {
      if (refusedAt(request).length > 0) return;
      const { frontier } = answered({ ...request, explain: { frontier: true } });
      if (frontier === undefined) throw new Error('a frontier was asked for');
      expect(frontier.complete).toBe(true);
      const end = request.initiatives.reduce((sum, { cost }) => sum + oreOf(cost), 0);
      const changes = frontier.points.map(({ budget }) => oreOf(budget));
      const budgets = [...changes.flatMap((at) => [at, at - 1]), ...somewhere.map((at) => at % (end + 1))];
      for (const budget of budgets.filter((at) => at >= 0)) {
        const point = frontier.points.findLast((earlier) => oreOf(earlier.budget) <= budget);
        expect([budget, chosenAt(request, budget)]).toEqual([
          budget,
          point?.possible ? point.selected : 'impossible',
        ]);
      }
    },
  );

  it('is followed by hand', () => {
    // b is worth 2 for 20, a 3 for 40: nothing, b, from 40 on a, from 60 on both.
    const answer = answered({
      method: 'optimum',
      budget: '10.00',
      initiatives: [
        { id: 'a', cost: '40.00', benefit: '3' },
        { id: 'b', cost: '20.00', benefit: '2' },
      ],
      explain: { frontier: true },
    });
    expect(answer.frontier).toEqual({
      complete: true,
      points: [
        { budget: '0.00', possible: true, selected: [], cost: '0.00', benefit: '0' },
        { budget: '20.00', possible: true, selected: ['b'], cost: '20.00', benefit: '2' },
        { budget: '40.00', possible: true, selected: ['a'], cost: '40.00', benefit: '3' },
        { budget: '60.00', possible: true, selected: ['a', 'b'], cost: '60.00', benefit: '5' },
      ],
    });
  });
});

function chosenAt(request: SelectionRequest, budget: number): readonly string[] | 'impossible' {
  const at = { ...request, budget: kroner(budget) };
  return refusedAt(at).length > 0 ? 'impossible' : selectedBy(at).toSorted();
}
