import { describe, expect, it } from 'vitest';
import { answered, initiativeIn, type RequestDocument, selectedBy } from './answered.ts';

/** a: 60 kr., 3 votes; b: 50 kr., 3 votes; c: 40 kr., 2 votes; d: free, 1 vote; e: 10 kr., no votes. */
const PORTFOLIO: RequestDocument = {
  method: 'greedy',
  budget: '100.00',
  initiatives: [
    { id: 'a', cost: '60.00' },
    { id: 'b', cost: '50.00' },
    { id: 'c', cost: '40.00' },
    { id: 'd', cost: '0.00' },
    { id: 'e', cost: '10.00' },
  ],
  voters: [
    { id: 'v1', approvals: { a: '1', b: '1', c: '1' } },
    { id: 'v2', approvals: { a: '1', b: '1', c: '1' } },
    { id: 'v3', approvals: { a: '1', b: '1', d: '1' } },
  ],
};

describe('greedy', () => {
  it('goes by votes with the utility `cost`', () => {
    // Value/cost is the votes: a 3, b 3, c 2. Of a and b the cheaper comes first: b, 50 left; a does not fit; c, 10 left.
    // d costs nothing and so has no utility, e has no votes: both are last, the cheaper first; d takes 0 and e the last 10.
    expect(selectedBy(PORTFOLIO)).toEqual(['b', 'c', 'd', 'e']);
  });

  it('goes by votes per krone with the utility `cardinality`', () => {
    // d is free and has a vote: first of all. b 3/50 = 0.06; a 3/60 = c 2/40 = 0.05, of which the cheaper is c.
    // b leaves 50, c leaves 10, a does not fit, e has no votes and takes the last 10.
    expect(selectedBy({ ...PORTFOLIO, utility: 'cardinality' })).toEqual(['d', 'b', 'c', 'e']);
  });

  it('goes by points per krone with the utility `score`', () => {
    // a 3 · 9 / 60 = 0.45; b 3 · 1 / 50 = 0.06: a leaves 40, b does not fit.
    const voters = PORTFOLIO.voters?.map((voter) => ({ ...voter, approvals: { a: '9', b: '1' } })) ?? [];
    const answer = answered({ ...PORTFOLIO, utility: 'score', voters });
    expect(answer.selected.slice(0, 1)).toEqual(['a']);
    expect(initiativeIn(answer, 'a').ratio).toEqual({ exact: '9/20', decimal: '0.45' });
    expect(initiativeIn(answer, 'b').chosen).toBe(false);
  });

  it('goes by benefit for the money where there are no voters', () => {
    const initiatives = [
      { id: 'x', cost: '60.00', benefit: '90' },
      { id: 'y', cost: '50.00', benefit: '80' },
    ];
    // y gives 1.6 for a krone, x 1.5: y is taken, and x no longer fits.
    expect(selectedBy({ method: 'greedy', budget: '100.00', initiatives })).toEqual(['y']);
  });

  it('prefers by the id alone when it is told to', () => {
    // a and b both have 3 votes: a by its id, 40 left for c; b does not fit.
    expect(selectedBy({ ...PORTFOLIO, tieBreak: 'id' })).toEqual(['a', 'c', 'd']);
  });

  it('lists a tie that decided who is in', () => {
    expect(answered({ ...PORTFOLIO, tieBreak: 'id' }).ties).toContainEqual({
      chosen: 'a',
      over: [{ initiative: 'b', by: 'id' }],
    });
    // Of c and a, equal per krone, a could not have been paid for when c was taken: that tie decided nothing.
    const { ties } = answered({ ...PORTFOLIO, utility: 'cardinality' });
    expect(ties.filter(({ chosen }) => chosen === 'c')).toEqual([]);
  });

  it('says what was missing, and where the money went', () => {
    const answer = answered(PORTFOLIO);
    expect(initiativeIn(answer, 'a').reason).toEqual({
      kind: 'rivals',
      missing: '60.00',
      rivals: [{ initiative: 'b', amount: '50.00' }],
    });
    const poorer = answered({ ...PORTFOLIO, budget: '59.99' });
    expect(initiativeIn(poorer, 'a').reason).toEqual({ kind: 'money', missing: '0.01' });
  });
});

describe('greedy among constraints', () => {
  const initiatives = [
    { id: 'base', cost: '30.00', benefit: '1' },
    { id: 'extra', cost: '20.00', benefit: '90', dependsOn: ['base'] },
    { id: 'other', cost: '20.00', benefit: '80', excludes: ['extra'] },
    { id: 'last', cost: '50.00', benefit: '2', resources: { staff: '3' } },
  ];
  const request: RequestDocument = { method: 'greedy', budget: '200.00', initiatives };

  it('lets what depends on something wait for it, and passes over what is excluded', () => {
    // extra waits; other is taken; then extra is excluded by it; last 0.04 per krone before base 0.033.
    const answer = answered(request);
    expect(answer.selected).toEqual(['other', 'last', 'base']);
    expect(initiativeIn(answer, 'extra').reason).toEqual({ kind: 'excluded-by', initiatives: ['other'] });
    expect(
      initiativeIn(answered({ ...request, constraints: { mustNot: ['base', 'other'] } }), 'extra').reason,
    ).toEqual({
      kind: 'depends-on',
      initiatives: ['base'],
    });
  });

  it('takes first what must be chosen, with what that depends on', () => {
    expect(selectedBy({ ...request, constraints: { must: ['extra'] } })).toEqual(['base', 'extra', 'last']);
  });

  it('keeps to limits and says how much was missing', () => {
    const answer = answered({ ...request, constraints: { limits: { staff: '2.5' } } });
    expect(initiativeIn(answer, 'last').reason).toEqual({
      kind: 'limit',
      resource: 'staff',
      missing: '0.5',
      pointer: '/constraints/limits/staff',
    });
  });

  it('keeps to the most of a group, and says when it has too few', () => {
    const groups = [{ initiatives: ['other', 'last', 'base'], atMost: 1 }];
    const full = answered({ ...request, constraints: { groups } });
    expect(full.selected).toEqual(['other']);
    expect(initiativeIn(full, 'last').reason).toEqual({
      kind: 'group-full',
      pointer: '/constraints/groups/0',
    });
    const few = answered({
      ...request,
      constraints: { groups: [{ initiatives: ['other', 'extra'], atLeast: 2 }] },
    });
    expect(few.constraints).toEqual({
      met: false,
      broken: [{ kind: 'at-least', pointer: '/constraints/groups/0/atLeast' }],
    });
  });
});
