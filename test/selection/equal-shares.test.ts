import { describe, expect, it } from 'vitest';
import { answered, initiativeIn, type RequestDocument, selectedBy } from './answered.ts';

/** Four voters with 25 kr. each. */
const FOUR: RequestDocument = {
  method: 'equal-shares',
  budget: '100.00',
  initiatives: [
    { id: 'a', cost: '40.00', area: 'x' },
    { id: 'b', cost: '50.00', area: 'x' },
    { id: 'c', cost: '60.00' },
    { id: 'd', cost: '20.00', area: 'y' },
  ],
  voters: [
    { id: 'v1', approvals: { a: '1', b: '2' } },
    { id: 'v2', approvals: { a: '1', c: '3' } },
    { id: 'v3', approvals: { b: '1', c: '1' } },
    { id: 'v4', approvals: { d: '1' } },
  ],
};

describe('the Method of Equal Shares', () => {
  it('buys what costs its supporters least for a krone, with the utility `cost`', () => {
    // Round 1: a needs 20 each of v1 and v2, ρ = 20/40 = 1/2; b needs 25 each, ρ = 1/2; c costs 60, but v2 and v3 have only
    // 50; d takes 20 of v4, ρ = 1. Of a and b the cheaper: a. v1 and v2 have 5 left.
    // Round 2: b's supporters have 5 + 25 = 30 of 50. d for 20 at ρ = 1.
    const answer = answered(FOUR);
    expect(answer.selected).toEqual(['a', 'd']);
    expect(initiativeIn(answer, 'a')).toMatchObject({ round: 1, rho: { exact: '1/2', decimal: '0.5' } });
    expect(initiativeIn(answer, 'd')).toMatchObject({ round: 2, rho: { exact: '1' } });
    expect(answer.ties).toEqual([{ chosen: 'a', over: [{ initiative: 'b', by: 'cost' }] }]);
  });

  it('buys what costs its supporters least for an initiative, with the utility `cardinality`', () => {
    // Round 1: a 20 each, b 25 each, d 20: a and d are equal at 20 kr. and d is cheaper. Round 2: a, still at 20 kr. As it
    // was bought at the same price, the tie decided nothing.
    const answer = answered({ ...FOUR, utility: 'cardinality' });
    expect(answer.selected).toEqual(['d', 'a']);
    expect(initiativeIn(answer, 'a').rho).toEqual({ exact: '20', decimal: '20' });
    expect(answer.ties).toEqual([]);
  });

  it('buys what costs its supporters least for a point, with the utility `score`', () => {
    // 30 kr. each. a: 2ρ + 2ρ = 40, ρ = 10. b: 4ρ = 24, ρ = 6, so v1 pays 24 and has 6 left. a: 6 + 30 = 36 of 40.
    const answer = answered({
      method: 'equal-shares',
      utility: 'score',
      budget: '60.00',
      initiatives: [
        { id: 'a', cost: '40.00' },
        { id: 'b', cost: '24.00' },
      ],
      voters: [
        { id: 'v1', approvals: { a: '2', b: '4' } },
        { id: 'v2', approvals: { a: '2' } },
      ],
    });
    expect(answer.selected).toEqual(['b']);
    expect(initiativeIn(answer, 'b').rho).toEqual({ exact: '6', decimal: '6' });
    expect(initiativeIn(answer, 'a')).toMatchObject({
      reason: { kind: 'rivals', missing: '4.00', rivals: [{ initiative: 'b', amount: '24.00' }] },
      effectiveSupport: '0.9',
    });
  });

  it('lets whoever has too little pay all they have, and the others the rest', () => {
    // 40 kr. each. r: 15 each, ρ = 1/3; 25 left. t and u are equal at ρ = 1/2 and t is cheaper: 12.50 each of v1 and v2. u would take
    // 18.50 each, but v1 has 12.50 and pays it; v3 has 25 and pays 24.50, ρ = 24.50/37 = 49/74.
    const answer = answered({
      method: 'equal-shares',
      budget: '120.00',
      initiatives: [
        { id: 'r', cost: '45.00' },
        { id: 't', cost: '25.00' },
        { id: 'u', cost: '37.00' },
      ],
      voters: [
        { id: 'v1', approvals: { r: '1', t: '1', u: '1' } },
        { id: 'v2', approvals: { r: '1', t: '1' } },
        { id: 'v3', approvals: { r: '1', u: '1' } },
      ],
    });
    expect(answer.selected).toEqual(['r', 't', 'u']);
    expect(initiativeIn(answer, 'u')).toMatchObject({
      rho: { exact: '49/74', decimal: '0.662162162' },
      payments: [
        { voter: 'v1', amount: '12.50' },
        { voter: 'v3', amount: '24.50' },
      ],
    });
    expect(answer.voters.map(({ spent }) => spent)).toEqual(['40.00', '27.50', '39.50']);
  });

  it('gives each unit of weight the same, or each voter its endowment', () => {
    const initiatives = [{ id: 'p', cost: '70.00' }];
    const approvals = { p: '1' };
    const byWeight = answered({
      method: 'equal-shares',
      budget: '100.00',
      initiatives,
      voters: [
        { id: 'large', weight: '3', approvals },
        { id: 'small', weight: '1', approvals },
      ],
    });
    // 25 kr. for a weight of 1; 70 kr. over a weight of 4 is 17.50.
    expect(initiativeIn(byWeight, 'p').payments).toEqual([
      { voter: 'large', amount: '52.50' },
      { voter: 'small', amount: '17.50' },
    ]);
    const byEndowment = answered({
      method: 'equal-shares',
      budget: '100.00',
      initiatives,
      voters: [
        { id: 'large', weight: '3', endowment: '40.00', approvals },
        { id: 'small', weight: '1', endowment: '60.00', approvals },
      ],
    });
    // 17.50 for a weight of 1 would be 52.50 from the large one, who has 40 and pays it; the small one pays 30.
    expect(initiativeIn(byEndowment, 'p').payments).toEqual([
      { voter: 'large', amount: '40.00' },
      { voter: 'small', amount: '30.00' },
    ]);
  });

  it('chooses at once what costs nothing and has utility', () => {
    const initiatives = [...FOUR.initiatives, { id: 'free', cost: '0.00' }];
    const voters = [...(FOUR.voters ?? []), { id: 'v5', approvals: { free: '1' } }];
    // A fifth voter: 20 kr. each. With `cost` what costs nothing has no utility.
    expect(selectedBy({ ...FOUR, initiatives, voters, utility: 'cardinality' })[0]).toBe('free');
    expect(selectedBy({ ...FOUR, initiatives, voters })).not.toContain('free');
  });
});

/** Three voters with 30 kr. each. */
const THREE: RequestDocument = {
  method: 'equal-shares',
  budget: '90.00',
  initiatives: [
    { id: 'p', cost: '60.00' },
    { id: 'q', cost: '45.00' },
    { id: 'r', cost: '20.00' },
  ],
  voters: [
    { id: 'v1', approvals: { p: '1' } },
    { id: 'v2', approvals: { p: '1', q: '1' } },
    { id: 'v3', approvals: { q: '1', r: '1' } },
  ],
};

describe('completion', () => {
  it('`none` leaves what is left', () => {
    // p and q are equal at ρ = 1/2 and q is cheaper: v2 and v3 pay 22.50 and have 7.50. p: 30 + 7.50 of 60; r: 7.50 of 20.
    expect(answered(THREE)).toMatchObject({ selected: ['q'], left: '45.00', raises: 0 });
  });

  it('`greedy` fills the rest by votes', () => {
    // 45 left: p has two votes but costs 60; r fits.
    const answer = answered({ ...THREE, completion: 'greedy' });
    expect(answer.selected).toEqual(['q', 'r']);
    expect(initiativeIn(answer, 'r')).toMatchObject({ stage: 'completion', effectiveSupport: '0.375' });
  });

  it('`add1` stops before it overspends', () => {
    // After k raises v2 and v3 have 7.50 + k when q is bought. p needs 30 + k + 7.50 + k ≥ 60: at k = 12 it is bought too, for
    // 105 in all, more than 90. So k = 11 is the answer: q alone.
    expect(answered({ ...THREE, completion: 'add1' })).toMatchObject({ selected: ['q'], raises: 11 });
  });

  it('`add1-greedy` fills what that leaves', () => {
    expect(selectedBy({ ...THREE, completion: 'add1-greedy' })).toEqual(['q', 'r']);
  });

  it('`add1` stops where nothing more would fit', () => {
    // 50 kr. each. p takes 30 of both. q needs 40 of v1, who has 20 + k: bought at k = 20, and all is spent.
    const answer = answered({
      method: 'equal-shares',
      completion: 'add1',
      budget: '100.00',
      initiatives: [
        { id: 'p', cost: '60.00' },
        { id: 'q', cost: '40.00' },
      ],
      voters: [
        { id: 'v1', approvals: { p: '1', q: '1' } },
        { id: 'v2', approvals: { p: '1' } },
      ],
    });
    expect(answer).toMatchObject({ selected: ['p', 'q'], left: '0.00', raises: 20 });
  });

  it('`add1` stops when everybody holds the whole budget', () => {
    // v1 has 50 and can pay p; q costs more than the budget, so it never fits; s is supported by nobody.
    const answer = answered({
      method: 'equal-shares',
      completion: 'add1',
      budget: '100.00',
      initiatives: [
        { id: 'p', cost: '30.00' },
        { id: 'q', cost: '60.00' },
        { id: 's', cost: '70.00' },
      ],
      voters: [
        { id: 'v1', approvals: { p: '1' } },
        { id: 'v2', weight: '1', approvals: {} },
      ],
    });
    expect(answer).toMatchObject({ selected: ['p'], raises: 0 });
  });
});

describe('Equal Shares among constraints', () => {
  it('has all voters pay for what must be chosen, in proportion to what they bring', () => {
    // c takes 60 of the 100, 15 from each; 10 each are left. a needs 20 each, d 20 of v4: neither can be paid.
    const answer = answered({ ...FOUR, constraints: { must: ['c'] } });
    expect(answer.selected).toEqual(['c']);
    expect(initiativeIn(answer, 'c')).toMatchObject({
      stage: 'must',
      payments: ['v1', 'v2', 'v3', 'v4'].map((voter) => ({ voter, amount: '15.00' })),
    });
    expect(answer.voters.map(({ endowment, spent }) => [endowment, spent])).toEqual(
      Array.from({ length: 4 }, () => ['25.00', '15.00']),
    );
  });

  it('does not buy what a constraint bars', () => {
    // Without a, b is the first: 25 each of v1 and v3. d as before.
    expect(selectedBy({ ...FOUR, constraints: { mustNot: ['a'] } })).toEqual(['b', 'd']);
  });
});
