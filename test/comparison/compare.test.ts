import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Comparison, compare } from '../../src/comparison/compare.ts';
import type { ScenarioResult } from '../../src/comparison/scenario-result.ts';
import { subtractOre, sumOre } from '../../src/money/ore.ts';
import { comparedResultsArb, scenarioResultArb } from '../arbitraries/scenario-results.ts';
import { type BuiltYear, buildResult } from './build-result.ts';

/**
 * Two municipalities with 1 and 3 citizens. Baseline: valg 1000 + 30 = 1030, aula 2000 + 60 − 10 = 2050 of which 200
 * pool; 3080 in all, split 770 and 2310. Scenario: valg is gone, flis 500 has come, aula is 2400 + 72 − 12 − 60 = 2400
 * of which 300 pool; 2900 in all, split 725 and 2175.
 */
const before: BuiltYear = {
  year: 2026,
  members: { '0101': 1n, '0147': 3n },
  solutions: {
    valg: { basePrice: 1000n, indexation: 30n },
    aula: { basePrice: 2000n, indexation: 60n, efficiency: 10n, pool: 200n },
  },
};
const after: BuiltYear = {
  ...before,
  solutions: {
    flis: { basePrice: 500n },
    aula: { basePrice: 2400n, indexation: 72n, efficiency: 12n, membership: -60n, pool: 300n },
  },
};

function compared(baseline: ScenarioResult, ...scenarios: ScenarioResult[]): Comparison {
  const result = compare(baseline, scenarios);
  if (!result.ok) throw new Error(result.refusals.map(({ code }) => code).join());
  return result.value;
}

describe('a scenario held against a baseline', () => {
  const { scenarios, dominance, regret } = compared(
    buildResult('before', [before]),
    buildResult('after', [after]),
  );
  const year = scenarios[0]?.years[0];

  it('shows price, base budget and pool: scenario minus baseline', () => {
    expect(year?.agreement).toMatchObject({
      price: { baseline: 3080n, scenario: 2900n, difference: -180n },
      baseBudget: { baseline: 2880n, scenario: 2600n, difference: -280n },
      pool: { baseline: 200n, scenario: 300n, difference: 100n },
    });
  });

  it('shows every solution of either result in catalogue order', () => {
    const shown = year?.solutions.map(({ solution, presence, price }) => [
      solution,
      presence,
      price.difference,
    ]);
    expect(shown).toEqual([
      ['valg', 'baseline-only', -1030n],
      ['aula', 'both', 350n],
      ['flis', 'scenario-only', 500n],
    ]);
  });

  it('shows amount and price per citizen of every municipality', () => {
    expect(year?.municipalities).toMatchObject([
      {
        municipality: '0101',
        band: 'falls-5-or-more',
        amount: { difference: -45n },
        perCitizen: { baseline: 770n, scenario: 725n, difference: -45n },
      },
      {
        municipality: '0147',
        band: 'falls-5-or-more',
        amount: { difference: -135n },
        perCitizen: { baseline: 770n, scenario: 725n, difference: -45n },
      },
    ]);
  });

  it('explains the difference step by step: −530 + 400 + 12 − 2 − 60 = −180', () => {
    expect(year?.waterfall).toEqual({
      from: 3080n,
      steps: [
        { step: 'catalogue', amount: -530n },
        { step: 'base-prices', amount: 400n },
        { step: 'indexation', amount: 12n },
        { step: 'efficiency', amount: -2n },
        { step: 'membership', amount: -60n },
      ],
      to: 2900n,
      baseBudget: -280n,
      pool: 100n,
    });
  });

  it('names who dominates whom, and who regrets what', () => {
    expect(dominance).toEqual([{ dominating: 'after', dominated: 'before', cheaperFor: 2 }]);
    expect(regret).toMatchObject([
      { scenario: 'before', sum: 180n, largest: { year: 2026, municipality: '0147', regret: 135n } },
      { scenario: 'after', sum: 0n },
    ]);
    expect(regret[1]).not.toHaveProperty('largest');
  });
});

describe('what is refused', () => {
  const baseline = buildResult('before', [before]);
  const named = (id: string, year = 2026) => buildResult(id, [{ ...before, year }]);

  it.each([
    ['nothing to compare with', [], 'no_scenarios', ['scenarios']],
    [
      'more than fifty',
      Array.from({ length: 51 }, (_, place) => named(`s-${place}`)),
      'too_many_scenarios',
      ['scenarios'],
    ],
    ['the same id twice', [named('a'), named('b'), named('a')], 'duplicate_scenario', ['scenarios', 2]],
    ['the id of the baseline', [named('before')], 'duplicate_scenario', ['scenarios', 0]],
    ['years apart', [named('a'), named('b', 2031)], 'no_common_year', ['scenarios', 1]],
  ] as const)('%s', (_, scenarios, code, path) => {
    expect(compare(baseline, scenarios)).toMatchObject({ ok: false, refusals: [{ code, path }] });
  });

  it('fifty is not too many', () => {
    const scenarios = Array.from({ length: 50 }, (_, place) => named(`s-${place}`));
    expect(compare(baseline, scenarios).ok).toBe(true);
  });
});

describe('the years compared', () => {
  it('are those that all results have, in order', () => {
    const years = (...wanted: number[]) => wanted.map((year) => ({ ...before, year }));
    const comparison = compared(
      buildResult('a', years(2026, 2027, 2028, 2029)),
      buildResult('b', years(2027, 2028, 2029, 2030)),
      buildResult('c', years(2028, 2029)),
    );
    expect(comparison.years).toEqual([2028, 2029]);
    expect(comparison.scenarios[0]?.years.map(({ year }) => year)).toEqual([2028, 2029]);
  });
});

describe('laws of a comparison', () => {
  test.prop([comparedResultsArb])(
    'the waterfall sums exactly to the difference in price, by step and by purpose',
    ([baseline, ...scenarios]) => {
      for (const { years } of compared(baseline, ...scenarios).scenarios) {
        for (const { agreement, waterfall } of years) {
          const difference = agreement.price.difference;
          expect(sumOre(waterfall.steps.map(({ amount }) => amount))).toBe(difference);
          expect(sumOre([waterfall.baseBudget, waterfall.pool])).toBe(difference);
          expect(subtractOre(waterfall.to, waterfall.from)).toBe(difference);
        }
      }
    },
  );

  test.prop([scenarioResultArb('a')])('a scenario held against itself differs in nothing', (result) => {
    const comparison = compared(result, { ...result, id: 'b' });
    for (const { agreement, solutions, municipalities, waterfall, winnersAndLosers } of comparison
      .scenarios[0]?.years ?? []) {
      const differences = [
        ...Object.values(agreement).map(({ difference }) => difference),
        ...solutions.map(({ price }) => price.difference),
        ...municipalities.flatMap(({ amount, perCitizen }) => [amount.difference, perCitizen.difference]),
        ...waterfall.steps.map(({ amount }) => amount),
      ];
      expect(differences.filter((difference) => difference !== 0n)).toEqual([]);
      const unchanged = winnersAndLosers.bands.find(({ band }) => band === 'unchanged');
      expect(unchanged?.municipalities).toBe(municipalities.length);
    }
    expect(comparison.dominance).toEqual([]);
    expect(comparison.regret.map(({ sum }) => sum)).toEqual([0n, 0n]);
  });

  test.prop([scenarioResultArb('a'), scenarioResultArb('b')])(
    'swapping baseline and scenario negates every difference',
    (first, second) => {
      const there = compared(first, second).scenarios[0]?.years.map(differencesOf);
      const back = compared(second, first).scenarios[0]?.years.map(differencesOf);
      const negated = back?.map((year) => year.map(([name, difference]) => [name, -difference]));
      expect(there).toEqual(negated);
    },
  );

  test.prop([comparedResultsArb])('winners and losers together carry the difference in price', (results) => {
    const [baseline, ...scenarios] = results;
    for (const year of compared(baseline, ...scenarios).scenarios.flatMap(({ years }) => years)) {
      const { bands, leaving, entering } = year.winnersAndLosers;
      const groups = [...bands, leaving, entering];
      expect(sumOre(groups.map(({ difference }) => difference))).toBe(year.agreement.price.difference);
      const counted = groups.reduce((count, { municipalities }) => count + municipalities, 0);
      expect(counted).toBe(year.municipalities.length);
    }
  });

  test.prop([comparedResultsArb, fc.nat()])(
    'the order of the scenarios changes no difference and no regret',
    ([baseline, ...scenarios], turn) => {
      const turned = scenarios.map((_, place) => scenarios[(place + turn) % scenarios.length] ?? baseline);
      const straight = compared(baseline, ...scenarios);
      const other = compared(baseline, ...turned);
      expect(byScenario(other.scenarios)).toEqual(byScenario(straight.scenarios));
      expect(byScenario(other.regret)).toEqual(byScenario(straight.regret));
    },
  );
});

function differencesOf(year: Comparison['scenarios'][number]['years'][number]): [string, bigint][] {
  return [
    ...Object.entries(year.agreement).map(([part, { difference }]): [string, bigint] => [part, difference]),
    ...year.solutions.map(({ solution, price }): [string, bigint] => [solution, price.difference]),
    ...year.municipalities.map(({ municipality, amount }): [string, bigint] => [
      municipality,
      amount.difference,
    ]),
    ...year.waterfall.steps.map(({ step, amount }): [string, bigint] => [step, amount]),
  ];
}

function byScenario<T extends { readonly scenario: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.scenario, item]));
}
