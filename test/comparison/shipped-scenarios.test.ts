import { describe, expect, it } from 'vitest';
import { compare } from '../../src/comparison/compare.ts';
import { kronerFromOre, sumOre } from '../../src/money/ore.ts';
import { acceptedValue } from '../results.ts';
import { shippedAs, shippedScenarios } from '../scenarios/shipped-results.ts';

const shipped = await shippedScenarios();
const baseline = shippedAs('baseline', shipped);
const others = shipped.filter((scenario) => scenario !== baseline);
const { scenarios, dominance, regret } = acceptedValue(compare(baseline, others));

function yearOf(id: string, year: number) {
  const found = scenarios.find(({ scenario }) => scenario === id)?.years.find((one) => one.year === year);
  if (found === undefined) throw new Error(`${id} is compared in ${year}`);
  return found;
}

describe('the shipped scenarios held against the baseline, 98 municipalities by 13 solutions', () => {
  it('the waterfall of every scenario and year sums exactly to the difference in price', () => {
    for (const { agreement, waterfall } of scenarios.flatMap(({ years }) => years)) {
      expect(sumOre(waterfall.steps.map(({ amount }) => amount))).toBe(agreement.price.difference);
      expect(sumOre([waterfall.baseBudget, waterfall.pool])).toBe(agreement.price.difference);
    }
  });

  it('what municipalities pay more or less is the difference in price', () => {
    for (const { agreement, municipalities } of scenarios.flatMap(({ years }) => years))
      expect(sumOre(municipalities.map(({ amount }) => amount.difference))).toBe(agreement.price.difference);
  });

  /** 62,587,027.80 − 37,132,338.38 = 25,454,689.42 moves from base budget to pool; nobody pays another øre. */
  it('pool-forty-percent moves money between base budget and pool and changes nobody', () => {
    const { agreement, winnersAndLosers } = yearOf('pool-forty-percent', 2026);
    expect(kronerFromOre(agreement.pool.difference)).toBe('25454689.42');
    expect(kronerFromOre(agreement.baseBudget.difference)).toBe('-25454689.42');
    const unchanged = winnersAndLosers.bands.find(({ band }) => band === 'unchanged');
    expect(unchanged).toMatchObject({ municipalities: 98, citizens: 6_025_511n });
  });

  /**
   * The price falls by 31,972,090.77, but membership is 31,972,090.76: indexation takes the øre that rounding leaves.
   * Læsø pays mostly by equal parts, where Copenhagen carried no more than one of 98.
   */
  it('copenhagen-withdraws is a step of membership, and all but Læsø pay five per cent more or above', () => {
    const { waterfall, winnersAndLosers, municipalities } = yearOf('copenhagen-withdraws', 2027);
    const moved = waterfall.steps.filter(({ amount }) => amount !== 0n);
    expect(moved.map(({ step, amount }) => [step, kronerFromOre(amount)])).toEqual([
      ['indexation', '-0.01'],
      ['membership', '-31972090.76'],
    ]);
    expect(winnersAndLosers.leaving).toMatchObject({ municipalities: 1, citizens: 671_714n });
    expect(winnersAndLosers.bands.at(-1)).toMatchObject({ band: 'rises-5-or-more', municipalities: 96 });
    const milder = municipalities.filter(({ band }) => band === 'rises-1-to-5');
    expect(milder.map(({ municipality }) => municipality)).toEqual(['0825']);
  });

  it('sygesikring-leaves is a step of the catalogue', () => {
    const moved = yearOf('sygesikring-leaves', 2028).waterfall.steps.filter(({ amount }) => amount !== 0n);
    expect(moved.map(({ step }) => step)).toEqual(['catalogue']);
  });

  it('two per cent efficiency dominates the baseline, and nothing with other members does', () => {
    const dominating = dominance.filter(({ dominated }) => dominated === 'baseline');
    const ids = dominating.map((pair) => pair.dominating);
    expect(ids).toContain('efficiency-two-percent');
    expect(ids).not.toContain('copenhagen-withdraws');
  });

  it('Copenhagen regrets the baseline most', () => {
    expect(regret[0]).toMatchObject({ scenario: 'baseline', largest: { municipality: '0101' } });
  });
});
