import { describe, expect, it } from 'vitest';
import { answered, initiativeIn, type RequestDocument } from './answered.ts';
import { slowRequest } from './slow-request.ts';

const TWO: RequestDocument = {
  method: 'optimum',
  budget: '10.00',
  initiatives: [
    { id: 'a', cost: '8.00', benefit: '8', minShare: '0.5' },
    { id: 'b', cost: '6.00', benefit: '9' },
  ],
};

describe('the optimum', () => {
  it('prefers two that are worth more together to the best one', () => {
    const initiatives = [
      { id: 'a', cost: '6.00', benefit: '10' },
      { id: 'b', cost: '5.00', benefit: '6' },
      { id: 'c', cost: '5.00', benefit: '5' },
    ];
    expect(answered({ method: 'optimum', budget: '10.00', initiatives })).toMatchObject({
      selected: ['b', 'c'],
      benefit: '11',
      proven: true,
      bound: '11',
      gap: '0',
    });
  });

  it('takes the cheaper of two sets that are worth the same', () => {
    const initiatives = [
      { id: 'a', cost: '9.00', benefit: '7' },
      { id: 'b', cost: '8.99', benefit: '7' },
    ];
    expect(answered({ method: 'optimum', budget: '10.00', initiatives })).toMatchObject({
      selected: ['b'],
      cost: '8.99',
      cheapest: true,
    });
  });

  it('maximises total utility where no benefit is stated', () => {
    // a is worth 2 · 40 kr., b 1 · 60 kr.: 80 against 60.
    const answer = answered({
      method: 'optimum',
      budget: '60.00',
      initiatives: [
        { id: 'a', cost: '40.00' },
        { id: 'b', cost: '60.00' },
      ],
      voters: [
        { id: 'v1', approvals: { a: '1' } },
        { id: 'v2', approvals: { a: '1', b: '1' } },
      ],
    });
    expect(answer).toMatchObject({ selected: ['a'], goesBy: 'utility', benefit: '80' });
  });

  it('funds in part what may be, with as much as is left', () => {
    // b for 6.00 is worth 9; the 4.00 left are half of a, worth 4.
    const answer = answered(TWO);
    expect(answer).toMatchObject({ selected: ['a', 'b'], benefit: '13', cost: '10.00', proven: true });
    expect(initiativeIn(answer, 'a').amount).toBe('4.00');
  });

  it('does not fund in part less than the least share', () => {
    // 3.99 are less than half of a, so it is b alone, for 9.
    expect(answered({ ...TWO, budget: '9.99' })).toMatchObject({
      selected: ['b'],
      benefit: '9',
      left: '3.99',
    });
  });

  it('values a part exactly, also where it is no decimal', () => {
    const initiatives = [{ id: 'a', cost: '3.00', benefit: '1', minShare: '0' }];
    expect(answered({ method: 'optimum', budget: '1.00', initiatives })).toMatchObject({
      benefit: '0.333333',
      benefitExact: '1/3',
      proven: true,
    });
  });

  it('gives whole øre where a limit would allow a fraction of one', () => {
    // Of 3 staff 1 is there: a third of 100 øre, so 33 øre, worth 33 hundredths.
    const answer = answered({
      method: 'optimum',
      budget: '5.00',
      initiatives: [{ id: 'a', cost: '1.00', benefit: '1', minShare: '0', resources: { staff: '3' } }],
      constraints: { limits: { staff: '1' } },
    });
    expect(answer).toMatchObject({ cost: '0.33', benefit: '0.33', cheapest: true });
  });

  it('is exact to the øre at amounts where a tolerance would not be', () => {
    // Both together cost one øre more than there is.
    const initiatives = [
      { id: 'a', cost: '4999999999999.99', benefit: '1' },
      { id: 'b', cost: '4999999999999.99', benefit: '1' },
    ];
    const answer = (budget: string) => answered({ method: 'optimum', budget, initiatives }).selected;
    expect(answer('9999999999999.97')).toEqual(['a']);
    expect(answer('9999999999999.98')).toEqual(['a', 'b']);
  });
});

describe('why it was not chosen', () => {
  it('says what would have to go, or what is in the way', () => {
    const answer = answered({
      method: 'optimum',
      budget: '10.00',
      initiatives: [
        { id: 'a', cost: '8.00', benefit: '9' },
        { id: 'b', cost: '6.00', benefit: '2' },
        { id: 'c', cost: '1.00', benefit: '5', excludes: ['a'] },
        { id: 'd', cost: '20.00', benefit: '50' },
        { id: 'e', cost: '1.00', benefit: '0' },
      ],
    });
    expect(answer.selected).toEqual(['a']);
    expect(answer.initiatives.map(({ reason }) => reason)).toEqual([
      undefined,
      { kind: 'rivals', missing: '4.00', rivals: [{ initiative: 'a', amount: '8.00' }] },
      { kind: 'excluded-by', initiatives: ['a'] },
      { kind: 'money', missing: '10.00' },
      { kind: 'support' },
    ]);
  });
});

describe('when time is short', () => {
  it.each([0.0001, 0.01, 0.05])('the optimum still has a set and a bound: a limit of %d s', (seconds) => {
    // The clock stands still, so the program never finds itself out of time, and HiGHS stops by its own clock.
    const answer = answered(slowRequest(seconds));
    expect(answer).toMatchObject({ proven: false, timeLimitSeconds: seconds, constraints: { met: true } });
    const { bound = '', gap = '', benefit } = answer;
    expect(Number(bound)).toBeGreaterThan(Number(benefit));
    // By Dantzig's bound over the eleven budgets, whatever the solver has come to.
    expect(Number(bound)).toBeLessThanOrEqual(181_598);
    expect(Number(gap)).toBe(Number(bound) - Number(benefit));
  });

  it('is proved without any solver where everything fits', () => {
    const initiatives = [{ id: 'a', cost: '1.00', benefit: '1' }];
    const answer = answered({ method: 'optimum', budget: '1.00', initiatives, timeLimitSeconds: 0.0001 });
    expect(answer).toMatchObject({ selected: ['a'], proven: true, gap: '0' });
  });
});
