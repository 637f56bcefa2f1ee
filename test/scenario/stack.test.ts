import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebase } from '../../src/scenario/rebase.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { stack } from '../../src/scenario/stack.ts';
import { scenarioChainArb } from '../arbitraries/scenario-chain.ts';
import { acceptedValue, refusalsOf } from '../results.ts';

function scenario(changes: string[], basedOn?: string, agreement = 'k98'): Scenario<string> {
  const plain = { agreement, years: { from: 2026, to: 2029 }, changes };
  return basedOn === undefined ? plain : { ...plain, basedOn };
}

const known = new Map([
  ['baseline', scenario(['a', 'b'])],
  ['wages', scenario(['c'], 'baseline')],
  ['lost', scenario(['d'], 'nowhere')],
  ['round', scenario(['e'], 'about')],
  ['about', scenario(['f'], 'round')],
  ['itself', scenario(['g'], 'itself')],
  ['elsewhere', scenario(['h'], undefined, 'another')],
]);
const lookUp = (id: string) => known.get(id);

describe('a stack of scenarios', () => {
  it('has the base first and the scenario asked for, which has no name, last', () => {
    const asked = { ...scenario(['x', 'y'], 'wages'), years: { from: 2027, to: 2027 } };
    expect(acceptedValue(stack(asked, lookUp))).toEqual({
      agreement: 'k98',
      years: { from: 2027, to: 2027 },
      overlays: [
        { scenario: 'baseline', changes: ['a', 'b'] },
        { scenario: 'wages', changes: ['c'] },
        { scenario: undefined, changes: ['x', 'y'] },
      ],
      changes: ['a', 'b', 'c', 'x', 'y'],
    });
  });

  it('of a scenario that builds on nothing is the scenario alone', () => {
    expect(acceptedValue(stack(scenario(['x']), lookUp))).toMatchObject({
      overlays: [{ scenario: undefined, changes: ['x'] }],
      changes: ['x'],
    });
  });

  it.each([
    [
      'builds on a scenario that nobody knows',
      'nowhere',
      'scenario_unknown',
      'There is no scenario "nowhere".',
    ],
    [
      'builds on one that builds on an unknown one',
      'lost',
      'scenario_unknown',
      'There is no scenario "nowhere".',
    ],
    [
      'builds on itself',
      'itself',
      'based_on_cycle',
      'The scenario is built in a circle: "itself" builds on itself in the end.',
    ],
    [
      'builds on a circle of two',
      'about',
      'based_on_cycle',
      'The scenario is built in a circle: "about" builds on itself in the end.',
    ],
    [
      'builds on one of another agreement',
      'elsewhere',
      'agreement_differs',
      'The scenario "elsewhere" is about another agreement than the one asked about.',
    ],
  ])('is refused when it %s', (_, basedOn, code, message) => {
    const result = stack(scenario([], basedOn), lookUp);
    expect(refusalsOf(result)).toEqual([{ code, path: ['basedOn'] }]);
    expect(result).toMatchObject({ refusals: [{ message: { en: message } }] });
  });

  it('has the changes of every scenario below it, the deepest first, and the years of the one asked for', () => {
    fc.assert(
      fc.property(scenarioChainArb, ({ scenarios, lookUp: find }) => {
        const asked = scenarios.at(-1);
        if (asked === undefined) return;
        const { changes, overlays, years } = acceptedValue(stack(asked, find));
        expect(changes).toEqual(scenarios.flatMap((one) => one.changes));
        expect(overlays.map(({ scenario: id }) => id)).toEqual([
          ...scenarios.slice(0, -1).map(({ id }) => id),
          undefined,
        ]);
        expect(years).toEqual(asked.years);
      }),
    );
  });
});

describe('rebasing', () => {
  it('keeps every change and sets them on another base', () => {
    expect(rebase(scenario(['c'], 'baseline'), 'wages')).toEqual(scenario(['c'], 'wages'));
    expect(rebase(scenario(['c']), 'wages')).toEqual(scenario(['c'], 'wages'));
  });

  it('on nothing leaves no base behind', () => {
    expect(rebase(scenario(['c'], 'baseline'), undefined)).toStrictEqual(scenario(['c']));
  });

  it('there and back again gives the old scenario', () => {
    const wages = scenario(['c'], 'baseline');
    expect(rebase(rebase(wages, 'other'), 'baseline')).toStrictEqual(wages);
  });
});
