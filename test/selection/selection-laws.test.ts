import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { SelectionRequest } from '../../data/schema/selection.ts';
import type { SelectionAnswer } from '../../data/schema/selection-answer.ts';
import { electionArb } from '../arbitraries/selection.ts';
import { portfolioArb } from '../arbitraries/selection-constraints.ts';
import { answered, refusedAt, selectedBy } from './answered.ts';
import { multiplied, reordered, repeatedVoters } from './changed-request.ts';

const COMPLETIONS = ['none', 'greedy', 'add1', 'add1-greedy'] as const;
const SHARES = { method: 'equal-shares', completions: COMPLETIONS } as const;

/** Every method over voters. */
const electionsArb = fc.oneof(
  electionArb(SHARES),
  electionArb({ ...SHARES, endowments: true }),
  electionArb({ method: 'greedy' }),
  electionArb({ method: 'optimum' }),
);

describe('what changes nothing', () => {
  it.prop([electionsArb, fc.nat({ max: 20 })])(
    'another order of initiatives, voters and approvals',
    (request, by) => {
      expect(answered(reordered(request, by))).toEqual(answered(request));
    },
  );

  it.prop([portfolioArb({ mostInitiatives: 8, partFunding: true }), fc.nat({ max: 20 })], { numRuns: 40 })(
    'another order of initiatives and constraints, with the optimum',
    (request, by) => {
      const other = reordered(request, by);
      if (refusedAt(request).length > 0) expect(refusedAt(other).length).toBeGreaterThan(0);
      else expect(withoutPointers(answered(other))).toEqual(withoutPointers(answered(request)));
    },
  );

  it.prop([electionsArb, fc.integer({ min: 2, max: 4 })])(
    'voters with the same approvals as one of their added weight',
    (request, copies) => {
      const { apart, together } = repeatedVoters(request, copies);
      expect(selectedBy(apart)).toEqual(selectedBy(together));
    },
  );

  it.prop([electionsArb, fc.constantFrom(3n, 100n, 7919n)])(
    'all money a whole number of times as large, the step of `add1` too',
    (request, times) => {
      expect(selectedBy(multiplied(request, times))).toEqual(selectedBy(request));
    },
  );

  it.prop([electionArb({ method: 'equal-shares' }), fc.integer({ min: 0, max: 900 })])(
    'for Equal Shares without completion, an added initiative that nobody supports',
    (request, cost) => {
      const initiatives = [{ id: 'aa', cost: (cost / 100).toFixed(2) }, ...request.initiatives];
      expect(selectedBy({ ...request, initiatives })).toEqual(selectedBy(request));
    },
  );
});

/** Pointers follow the order of the request. */
function withoutPointers({ initiatives, ...answer }: SelectionAnswer) {
  return {
    ...answer,
    initiatives: initiatives.map(({ reason, ...initiative }) => ({ ...initiative, reason: reason?.kind })),
  };
}

describe('what always holds', () => {
  it.prop([electionsArb])('the cost is the sum of the amounts and within the budget', (request) => {
    const { cost, left, budget, initiatives } = answered(request);
    const sum = initiatives.reduce((total, { amount }) => total + ore(amount), 0n);
    expect(ore(cost)).toBe(sum);
    expect(ore(left)).toBe(ore(budget) - sum);
    expect(sum).toBeLessThanOrEqual(ore(budget));
  });

  it.prop([fc.oneof(electionArb(SHARES), electionArb({ ...SHARES, endowments: true }))])(
    'in Equal Shares every purchase is paid exactly, and no voter pays above the endowment',
    (request) => {
      const { initiatives, voters } = answered(request);
      const spent = new Map(voters.map(({ id }) => [id, 0n]));
      for (const { stage, cost, payments = [] } of initiatives) {
        if (stage !== 'shares') expect(payments).toEqual([]);
        else expect(payments.reduce((sum, { amount }) => sum + ore(amount), 0n)).toBe(ore(cost));
        for (const { voter, amount } of payments) spent.set(voter, (spent.get(voter) ?? 0n) + ore(amount));
      }
      for (const voter of voters) {
        expect(ore(voter.spent ?? '0.00')).toBe(spent.get(voter.id));
        expect(ore(voter.spent ?? '0.00')).toBeLessThanOrEqual(ore(voter.endowment));
      }
    },
  );

  it.prop([electionsArb])('every initiative that is not chosen has a reason, and only those', (request) => {
    for (const { chosen, reason } of answered(request).initiatives) expect(reason === undefined).toBe(chosen);
  });

  it.prop([electionArb({ method: 'equal-shares', utilities: ['cost'] })])(
    'Equal Shares with `cost` and no completion satisfies EJR+ up to one',
    (request) => {
      expect(violationOfEjrPlus(request, answered(request).selected)).toBeUndefined();
    },
  );
});

function ore(kroner: string): bigint {
  return BigInt(kroner.replace('.', ''));
}

/**
 * EJR+ up to one for cost utilities: for no initiative p that is left out and no group of its supporters holding x kroner together
 * is cost(what is chosen of what she supports) + cost(p) ≤ x for every member. For one p the worst groups are the supporters with the
 * least utility, so it is enough to look at those: in whole øre · weight, without a quotient.
 */
function violationOfEjrPlus(
  { initiatives, voters = [], budget }: SelectionRequest,
  selected: readonly string[],
): string | undefined {
  const weightOf = (weight = '1') => BigInt(Math.round(Number(weight) * 100));
  const total = voters.reduce((sum, { weight }) => sum + weightOf(weight), 0n);
  const supports = (approvals: Readonly<Record<string, string>> | undefined, id: string) =>
    Number(approvals?.[id] ?? '0') > 0;
  for (const { id, cost } of initiatives) {
    if (selected.includes(id) || ore(cost) === 0n) continue;
    const supporters = voters
      .filter(({ approvals }) => supports(approvals, id))
      .map(({ weight, approvals }) => ({
        weight: weightOf(weight),
        utility: initiatives
          .filter((other) => selected.includes(other.id) && supports(approvals, other.id))
          .reduce((sum, other) => sum + ore(other.cost), 0n),
      }))
      .sort((first, second) => Number(first.utility - second.utility));
    let held = 0n;
    for (const { weight, utility } of supporters) {
      held += weight * ore(budget);
      if ((utility + ore(cost)) * total <= held) return id;
    }
  }
  return undefined;
}
