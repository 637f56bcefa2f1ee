import { describe, expect, it } from 'vitest';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { Initiative } from '../../src/prioritisation/initiative.ts';
import { buildInitiative } from '../prioritisation/build-proposal.ts';
import { buildRule } from '../rules/read-rules.ts';
import { chosenBy, chosenIn, METHODS } from './methods.ts';
import { ruleSetOf, twoYears } from './two-years.ts';

const criterion = {
  criterion: 'worth',
  title: { da: 'Værdi', en: 'Worth' },
  measure: 'score',
  weight: rateFromText('1'),
  provenance: { kind: 'example' },
} as const;
const prices = twoYears({ criteria: [criterion] });

/** Everybody benefits; so many points. */
function worth(points: number, initiative: string, parts: Partial<Initiative> & { kroner?: string } = {}) {
  return buildInitiative(initiative, {
    benefit: { scores: new Map([['worth', rateFromText(String(points))]]) },
    beneficiaryKey: { kind: 'equal' },
    ...parts,
  });
}

const costs = (...amounts: [number, string][]) => ({
  costs: new Map(amounts.map(([year, amount]) => [year, oreFromKroner(amount)])),
});

describe('methods over two years with pools of 350,00 and 357,00', () => {
  /**
   *     a  9 points  200,00 in 2026
   *     b  8 points  200,00 in 2026
   *     c  5 points  140,00 in 2026
   *
   * One year holds a and c, or b and c. In points per krone: a 0,045, b 0,040, c 0,036.
   */
  const three = [
    worth(9, 'a', { kroner: '200.00' }),
    worth(8, 'b', { kroner: '200.00' }),
    worth(5, 'c', { kroner: '140.00' }),
  ];

  it.each(METHODS)('%s takes a and c in 2026 and b, deferred, in 2027', async (method) => {
    expect(chosenIn(await chosenBy(method, three, { prices }))).toEqual(['a@2026', 'c@2026', 'b@2027']);
  });

  // d costs 100,00 now and 300,00 (306,00 in 2027) next year; e costs 60,00 (61,20) next year. 306,00 + 61,20 is more than 357,00.
  it.each(METHODS)('%s holds a whole cost profile against the pool of each year', async (method) => {
    const run = await chosenBy(
      method,
      [worth(9, 'd', costs([2026, '100.00'], [2027, '300.00'])), worth(1, 'e', costs([2027, '60.00']))],
      { prices },
    );
    expect(chosenIn(run)).toEqual(['d@2026']);
    expect(run.isLawful).toBe(true);
  });

  it.each(METHODS)('%s has what is left over where it is carried over', async (method) => {
    const run = await chosenBy(
      method,
      [worth(9, 'd', costs([2026, '100.00'], [2027, '300.00'])), worth(1, 'e', costs([2027, '60.00']))],
      { prices, carriesOver: true },
    );
    expect(chosenIn(run)).toEqual(['d@2026', 'e@2027']);
  });

  // The best set of 2026 is {b, c} with 13 points; greedy takes the 9 points of a, with 300,00, and has no room.
  it('the optimum finds a better set than greedy', async () => {
    const tempting = [
      worth(9, 'a', { kroner: '210.00', latestStart: 2026 }),
      worth(7, 'b', { kroner: '175.00', latestStart: 2026 }),
      worth(6, 'c', { kroner: '175.00', latestStart: 2026 }),
    ];
    const ruleSet = ruleSetOf(
      buildRule('window', 10, {
        conditions: { all: [{ fact: 'afterLatestStart', operator: 'equal', value: true }] },
        effect: { type: 'reject' },
      }),
    );
    expect(chosenIn(await chosenBy('greedy', tempting, { prices, ruleSet }))).toEqual(['a@2026']);
    const best = await chosenBy('optimum', tempting, { prices, ruleSet });
    expect(chosenIn(best)).toEqual(['b@2026', 'c@2026']);
    expect(best.isProven).toBe(true);
  });

  it.each(METHODS)('%s keeps to dependencies and exclusions, also with what is in place', async (method) => {
    const tied = [
      worth(9, 'a', { dependsOn: ['b'] }),
      worth(1, 'b'),
      worth(8, 'c', { excludes: ['a'] }),
      worth(7, 'd', { dependsOn: ['nowhere'] }),
      worth(6, 'e', { excludes: ['old'] }),
      worth(5, 'f', { dependsOn: ['old'] }),
    ];
    const chosen = chosenIn(await chosenBy(method, tied, { prices, inPlace: ['old'] }));
    const ids = chosen.map((one) => one.slice(0, 1)).toSorted();
    expect(ids.includes('d') || ids.includes('e')).toBe(false);
    expect(ids).toContain('f');
    expect(ids.filter((id) => id === 'a' || id === 'c')).toHaveLength(1);
  });
});

describe('methods under rules', () => {
  const statutoryFirst = buildRule('statutory-first', 10, {
    conditions: { all: [{ fact: 'isStatutory', operator: 'equal', value: true }] },
    effect: { type: 'first' },
  });

  it.each(METHODS)('%s takes what a rule puts first, though it is worth nothing', async (method) => {
    const run = await chosenBy(
      method,
      [worth(9, 'a', { kroner: '200.00' }), worth(0, 'law', { kroner: '200.00', statutory: true })],
      { prices, ruleSet: ruleSetOf(statutoryFirst) },
    );
    expect(chosenIn(run)).toEqual(['law@2026', 'a@2027']);
  });

  // A fifth of 350,00 is 70,00: Aula can have one of the two in 2026, and a fifth of 357,00 holds the other's 40,80 in 2027.
  it.each(METHODS)('%s keeps to the cap of a rule in each year', async (method) => {
    const cap = buildRule('cap', 10, { effect: { type: 'cap', per: 'solution', share: '0.20' } });
    const run = await chosenBy(method, [worth(9, 'a'), worth(8, 'b')], { prices, ruleSet: ruleSetOf(cap) });
    expect(chosenIn(run)).toEqual(['a@2026', 'b@2027']);
    expect(run.reruns).toEqual([]);
  });

  it.each(METHODS)('%s leaves out what a rule rejects', async (method) => {
    const mandate = buildRule('mandate', 10, {
      conditions: { all: [{ fact: 'bodyCoversArea', operator: 'equal', value: false }] },
      effect: { type: 'reject' },
    });
    const run = await chosenBy(
      method,
      [worth(9, 'a', { area: 'health', targetSolution: 'journal' }), worth(1, 'b')],
      { prices, ruleSet: ruleSetOf(mandate), body: 'children-council' },
    );
    expect(chosenIn(run)).toEqual(['b@2026']);
  });

  // The children's contributions are 150,00, whatever the pool of 350,00 holds.
  it.each(METHODS)('%s of a council stays within the money of its area', async (method) => {
    const run = await chosenBy(
      method,
      [worth(9, 'a', { kroner: '100.00' }), worth(8, 'b', { kroner: '90.00' })],
      { prices, body: 'children-council' },
    );
    expect(chosenIn(run)).toEqual(['a@2026', 'b@2027']);
  });

  // That part funding gets at most half is in no limit that a method is given: it comes out when the chosen meet the rules.
  it.each(METHODS)(
    '%s is made again without what the rules do not let be as it was chosen',
    async (method) => {
      const half = buildRule('half', 10, {
        conditions: { all: [{ fact: 'initiative', operator: 'equal', value: 'a' }] },
        effect: { type: 'fund-part', atMost: '0.5' },
      });
      const run = await chosenBy(method, [worth(9, 'a', { minShare: rateFromText('0.1') }), worth(8, 'b')], {
        prices,
        ruleSet: ruleSetOf(half),
      });
      expect(chosenIn(run)).toEqual(['b@2026']);
      expect(run.isLawful).toBe(true);
      expect(
        run.reruns.map(({ initiative, start, outcome }) => [initiative, start, outcome?.outcome]),
      ).toEqual([
        ['a', 2026, 'reduced'],
        ['a', 2027, 'reduced'],
      ]);
    },
  );

  it.each(METHODS)('%s takes what is wanted in, and tells by what is out what gives way', async (method) => {
    const initiatives = [
      worth(9, 'a', { kroner: '300.00' }),
      worth(1, 'b', { kroner: '300.00', latestStart: 2026 }),
    ];
    const window = buildRule('window', 10, {
      conditions: { all: [{ fact: 'afterLatestStart', operator: 'equal', value: true }] },
      effect: { type: 'reject' },
    });
    const setting = { prices, ruleSet: ruleSetOf(window) };
    expect(chosenIn(await chosenBy(method, initiatives, setting))).toEqual(['a@2026']);
    expect(chosenIn(await chosenBy(method, initiatives, { ...setting, wanted: 'b' }))).toEqual([
      'b@2026',
      'a@2027',
    ]);
  });

  it('says that it is not complete when time has run out', async () => {
    let now = 0;
    const run = await chosenBy('greedy', [worth(1, 'a')], { prices, now: () => now++ * 60_000 });
    expect([chosenIn(run), run.isComplete]).toEqual([[], false]);
  });
});
