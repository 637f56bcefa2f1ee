import { fc, it } from '@fast-check/vitest';
import Fraction from 'fraction.js';
import { describe, expect } from 'vitest';
import type { SelectionRequest } from '../../data/schema/selection.ts';
import type { SelectionAnswer } from '../../data/schema/selection-answer.ts';
import { electionArb } from '../arbitraries/selection.ts';
import { portfolioArb } from '../arbitraries/selection-constraints.ts';
import { runs } from '../settings/runs.ts';
import { answered, type RequestDocument, refusedAt, selectedBy } from './answered.ts';

type Flip = NonNullable<SelectionAnswer['flips']>[number];

const NO_RAISES = { completions: ['none', 'greedy'] } as const;

describe('a flip', () => {
  it.prop(
    [
      fc.oneof(
        { weight: 4, arbitrary: electionArb({ method: 'equal-shares', ...NO_RAISES }) },
        { weight: 2, arbitrary: electionArb({ method: 'greedy' }) },
        { weight: 1, arbitrary: electionArb({ method: 'optimum' }) },
      ),
    ],
    runs(20, 500),
  )('is confirmed by another request at the bound and just below it, for voters', expectConfirmed);

  it.prop([portfolioArb({ mostInitiatives: 5, partFunding: true })], runs(4, 100))(
    'is confirmed by another request at the bound and just below it, for benefits and constraints',
    (request) => {
      if (refusedAt(request).length === 0) expectConfirmed(request);
    },
  );

  it('is found by hand: what more money, a lower cost, more votes let in', () => {
    // a has 2 votes and leaves 40 of 100: b costs 50 with 1 vote. 110 would pay for both, and b would fit at 40.00. With 2 votes
    // b is equal and cheaper, so it comes first; a vote and a part of one is not yet enough: just below 2 a is still first.
    const request: RequestDocument = {
      method: 'greedy',
      budget: '100.00',
      initiatives: [
        { id: 'a', cost: '60.00' },
        { id: 'b', cost: '50.00' },
      ],
      voters: [
        { id: 'v1', approvals: { a: '1', b: '1' } },
        { id: 'v2', approvals: { a: '1' } },
      ],
      explain: { flips: ['b'] },
    };
    expect(answered(request).flips).toMatchObject([
      { change: 'more-budget', outcome: 'turns', now: '100', at: '110', justBelow: '109.99' },
      // With less than 60 a no longer fits and b does, down to 50.
      { change: 'less-budget', outcome: 'turns', at: '59.99', justBelow: '60' },
      { change: 'cost', outcome: 'turns', now: '50', at: '40', justBelow: '40.01' },
      { change: 'votes', outcome: 'turns', now: '1', at: '2', justBelow: '1' },
    ]);
  });

  it('is found also where what costs nothing has no utility', () => {
    // 25 each: v2 alone supports b and can pay 25.
    const request: RequestDocument = {
      method: 'equal-shares',
      budget: '50.00',
      initiatives: [
        { id: 'a', cost: '20.00' },
        { id: 'b', cost: '100.00' },
      ],
      voters: [
        { id: 'v1', approvals: { a: '1' } },
        { id: 'v2', approvals: { b: '1' } },
      ],
      explain: { flips: ['b'] },
    };
    expect(answered(request).flips?.find(({ change }) => change === 'cost')).toMatchObject({
      at: '25',
      justBelow: '25.01',
    });
  });
});

function expectConfirmed(request: SelectionRequest): void {
  const ids = request.initiatives.map(({ id }) => id);
  const { flips = [], selected } = answered({ ...request, explain: { flips: ids } });
  for (const flip of flips) {
    expect(flip.chosen).toBe(selected.includes(flip.initiative));
    expect(flip.outcome).not.toBe('out-of-time');
    if (flip.at === undefined || flip.justBelow === undefined) continue;
    expect({ ...flip, is: isIn(changed(request, flip, flip.at), flip) }).toEqual({
      ...flip,
      is: !flip.chosen,
    });
    expect({ ...flip, is: isIn(changed(request, flip, flip.justBelow), flip) }).toEqual({
      ...flip,
      is: flip.chosen,
    });
  }
}

/** Chosen, where anything can be. */
function isIn(request: SelectionRequest, { initiative }: Flip): boolean {
  return refusedAt(request).length === 0 && selectedBy(request).includes(initiative);
}

/** The request with the changed value in it. */
function changed(request: SelectionRequest, { change, initiative }: Flip, value: string): SelectionRequest {
  const withFields = (fields: object) => ({
    ...request,
    initiatives: request.initiatives.map((other) =>
      other.id === initiative ? { ...other, ...fields } : other,
    ),
  });
  switch (change) {
    case 'more-budget':
    case 'less-budget':
      return { ...request, budget: Number(value).toFixed(2) };
    case 'cost':
      return withFields({ cost: Number(value).toFixed(2) });
    case 'benefit':
      return withFields({ benefit: value });
    case 'votes':
      return withVotes(request, initiative, new Fraction(value));
  }
}

/** The same fraction of everyone who does not support it joins in, or of everyone who does leaves: each voter becomes two. */
function withVotes(request: SelectionRequest, id: string, votes: Fraction): SelectionRequest {
  const { voters = [] } = request;
  const points = (approvals: Readonly<Record<string, string>> = {}) => new Fraction(approvals[id] ?? '0');
  const weightOf = (some: typeof voters) =>
    some.reduce((sum, { weight = '1' }) => sum.add(weight), new Fraction(0));
  const supporters = voters.filter(({ approvals }) => points(approvals).compare(0) > 0);
  const change = votes.sub(weightOf(supporters));
  const isGain = change.compare(0) > 0;
  const pool = isGain ? weightOf(voters).sub(weightOf(supporters)) : weightOf(supporters);
  const most = voters.map(({ approvals }) => points(approvals)).reduce((a, b) => (a.compare(b) < 0 ? b : a));
  const given = isGain ? (most.compare(0) > 0 ? most.toString() : '1') : '0';
  return {
    ...request,
    voters: voters.flatMap(({ weight = '1', ...voter }) => {
      const whole = new Fraction(weight).mul(pool);
      if (supporters.some((supporter) => supporter.id === voter.id) === isGain)
        return [{ ...voter, weight: whole.toString() }];
      const moving = new Fraction(weight).mul(change.abs());
      return [
        { ...voter, weight: whole.sub(moving).toString() },
        { id: `${voter.id}+`, weight: moving.toString(), approvals: { ...voter.approvals, [id]: given } },
      ].filter((part) => part.weight !== '0');
    }),
  };
}
