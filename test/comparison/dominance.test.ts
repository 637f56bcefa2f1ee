import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { dominances } from '../../src/comparison/dominance.ts';
import type { ComparedShares } from '../../src/comparison/scenario-result.ts';
import { ore } from '../../src/money/ore.ts';
import { comparedSharesArb } from '../arbitraries/compared-shares.ts';

function paying(id: string, ...years: Readonly<Record<string, bigint>>[]): ComparedShares {
  return {
    id,
    years: years.map((amounts, place) => ({
      year: 2026 + place,
      solutions: [],
      municipalities: Object.entries(amounts).map(([municipality, amount]) => ({
        municipality,
        population: 1n,
        amount: ore(amount),
        amounts: [],
      })),
    })),
  };
}

describe('one scenario dominates another', () => {
  it('when it is cheaper for one and dearer for none', () => {
    const list = dominances([
      paying('a', { '0101': 5n, '0147': 5n }),
      paying('b', { '0101': 5n, '0147': 4n }),
    ]);
    expect(list).toEqual([{ dominating: 'b', dominated: 'a', cheaperFor: 1 }]);
  });

  it('not when it is dearer for one in one of the years', () => {
    expect(
      dominances([paying('a', { '0101': 5n }, { '0101': 5n }), paying('b', { '0101': 1n }, { '0101': 6n })]),
    ).toEqual([]);
  });

  it('not when they cost everybody the same', () => {
    expect(dominances([paying('a', { '0101': 5n }), paying('b', { '0101': 5n })])).toEqual([]);
  });

  it('not when a municipality has left: that is not to get it cheaper', () => {
    const all = paying('all', { '0101': 5n, '0147': 5n });
    const fewer = paying('fewer', { '0147': 4n });
    const others = paying('others', { '0147': 4n, '0461': 1n });
    expect(dominances([all, fewer, others])).toEqual([]);
  });
});

describe('laws of dominance', () => {
  test.prop([comparedSharesArb])('no scenario dominates itself, nor one that dominates it', (scenarios) => {
    const pairs = new Set(dominances(scenarios).map((pair) => `${pair.dominating} ${pair.dominated}`));
    for (const pair of pairs) expect(pairs).not.toContain(pair.split(' ').reverse().join(' '));
  });

  test.prop([comparedSharesArb])(
    'what dominates a dominating scenario dominates the dominated one',
    (scenarios) => {
      const list = dominances(scenarios);
      const pairs = new Set(list.map((pair) => `${pair.dominating} ${pair.dominated}`));
      for (const { dominating: first, dominated: second } of list) {
        for (const next of list.filter(({ dominating }) => dominating === second)) {
          expect(pairs).toContain(`${first} ${next.dominated}`);
        }
      }
    },
  );
});
