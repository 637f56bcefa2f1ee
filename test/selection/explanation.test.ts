import { fc, it } from '@fast-check/vitest';
import Fraction from 'fraction.js';
import { describe, expect } from 'vitest';
import { electionArb } from '../arbitraries/selection.ts';
import { runs } from '../settings/runs.ts';
import { answered, initiativeIn } from './answered.ts';
import { referenceEqualShares } from './reference/equal-shares.ts';
import { votesOf } from './reference/greedy.ts';
import { referenceFairness, referenceReports } from './reference/reports.ts';

const COMPLETIONS = ['none', 'greedy', 'add1', 'add1-greedy'] as const;
const sharesArb = fc.oneof(
  electionArb({ method: 'equal-shares', completions: COMPLETIONS }),
  electionArb({ method: 'equal-shares', completions: COMPLETIONS, endowments: true }),
);
const electionsArb = fc.oneof(
  sharesArb,
  electionArb({ method: 'greedy' }),
  electionArb({ method: 'optimum' }),
);

/** A decimal is the fraction, or the nearest with six places. */
function expectNear(decimal: string, exact: Fraction): void {
  const difference = new Fraction(decimal).sub(exact).abs();
  expect([decimal, exact.toString(), difference.compare('0.0000005') <= 0]).toEqual([
    decimal,
    exact.toString(),
    true,
  ]);
}

describe('what an answer says of its voters', () => {
  it.prop([electionsArb], runs(100, 2_000))('is what the definition says, voter by voter', (request) => {
    const { voters, selected } = answered(request);
    const expected = referenceReports(request, selected);
    for (const { id, utility, supportedChosen, share, fairShare } of voters) {
      const reference = expected.find((report) => report.id === id);
      if (reference === undefined) throw new Error(`${id} is no voter`);
      expect(supportedChosen).toBe(reference.supportedChosen);
      expectNear(utility, reference.utility);
      expectNear(share, reference.share);
      expectNear(fairShare, reference.fairShare);
    }
  });

  it.prop([electionsArb], runs(100, 2_000))('and of all of them together', (request) => {
    const { fairness, selected } = answered(request);
    if (fairness === undefined) throw new Error('there are voters');
    const expected = referenceFairness(referenceReports(request, selected));
    expectNear(fairness.meanUtility, expected.meanUtility);
    expectNear(fairness.gini, expected.gini);
    expectNear(fairness.servedShare, expected.servedShare);
    expectNear(fairness.distanceToFairShare, expected.distanceToFairShare);
  });

  it('sets spending by area beside votes by area', () => {
    // 90 is there. By votes: a 2, b 1, c 1; a and c fit. Area x has 60 of the 80 spent and 3 of the 4 votes.
    const answer = answered({
      method: 'greedy',
      budget: '90.00',
      initiatives: [
        { id: 'a', cost: '60.00', area: 'x' },
        { id: 'b', cost: '70.00', area: 'x' },
        { id: 'c', cost: '20.00' },
      ],
      voters: [
        { id: 'v1', approvals: { a: '1', b: '1' } },
        { id: 'v2', approvals: { a: '1', c: '1' } },
      ],
    });
    expect(answer.fairness?.areas).toEqual([
      { area: 'x', spending: '60.00', spendingShare: '0.75', votes: '3', votesShare: '0.75' },
      { area: null, spending: '20.00', spendingShare: '0.25', votes: '1', votesShare: '0.25' },
    ]);
  });
});

describe('what Equal Shares says of an initiative', () => {
  it.prop([sharesArb], runs(100, 2_000))(
    'is what its supporters paid, each within an øre of the exact fraction',
    (request) => {
      const answer = answered(request);
      const { payments, rho } = referenceEqualShares(request);
      for (const id of rho.keys()) {
        const told = new Map(initiativeIn(answer, id).payments?.map(({ voter, amount }) => [voter, amount]));
        for (const [voter, paid] of payments) {
          const exact = paid.get(id) ?? new Fraction(0);
          expect(new Fraction(told.get(voter) ?? '0').sub(exact).abs().compare('0.01')).toBeLessThan(0);
        }
      }
    },
  );

  it.prop([sharesArb], runs(100, 2_000))(
    'is the share of its price that they could have paid when it fell out',
    (request) => {
      const answer = answered(request);
      for (const [id, couldPay] of referenceEqualShares(request).couldPay) {
        const { cost, effectiveSupport = '', chosen, reason } = initiativeIn(answer, id);
        const part = couldPay.div(cost);
        // Rounded down, so that what is not enough never reads as 1.
        expect(effectiveSupport).toBe(part.mul(1_000_000).floor().div(1_000_000).toString());
        if (!chosen)
          expect(reason?.missing).toBe(
            new Fraction(cost).sub(couldPay).mul(100).ceil().div(100).valueOf().toFixed(2),
          );
      }
    },
  );

  it.prop([electionsArb], runs(100, 2_000))('votes are the weight of all who support it', (request) => {
    for (const { id, votes } of answered(request).initiatives) expectNear(votes, votesOf(request, id));
  });
});

describe('what greedy and the optimum say of an initiative that is not chosen', () => {
  const payingNobodyArb = fc.oneof(
    electionArb({ method: 'greedy' }),
    electionArb({ method: 'greedy', endowments: true }),
    electionArb({ method: 'optimum' }),
  );

  it.prop([payingNobodyArb], runs(100, 2_000))(
    'is the share of its price that its supporters bring of the budget, at most all of it',
    (request) => {
      const { voters = [], budget } = request;
      const total = voters.reduce((sum, { weight = '1' }) => sum.add(weight), new Fraction(0));
      for (const { id, chosen, cost, effectiveSupport } of answered(request).initiatives) {
        if (chosen) continue;
        const held = voters
          .filter(({ approvals = {} }) => Number(approvals[id] ?? '0') > 0)
          .map(
            ({ weight = '1', endowment }) =>
              new Fraction(endowment ?? new Fraction(budget).mul(weight).div(total)),
          )
          .reduce((sum, money) => sum.add(money), new Fraction(0));
        const part = held.compare(cost) < 0 ? held.div(cost) : new Fraction(1);
        expect(effectiveSupport).toBe(part.mul(1_000_000).floor().div(1_000_000).toString());
      }
    },
  );
});
