import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { regrets } from '../../src/comparison/regret.ts';
import type { ComparedShares } from '../../src/comparison/scenario-result.ts';
import { ore, sumOre } from '../../src/money/ore.ts';
import { comparedSharesArb } from '../arbitraries/compared-shares.ts';

function paying(id: string, amounts: Readonly<Record<string, bigint>>): ComparedShares {
  const municipalities = Object.entries(amounts).map(([municipality, amount]) => ({
    municipality,
    population: 1n,
    amount: ore(amount),
    amounts: [],
  }));
  return { id, years: [{ year: 2026, solutions: [], municipalities }] };
}

describe('regret', () => {
  it('is what a municipality pays above its least: 7 − 5 and 9 − 6 in one, 8 − 6 in another', () => {
    const regret = regrets([
      paying('a', { '0101': 7n, '0147': 9n }),
      paying('b', { '0101': 5n, '0147': 8n }),
      paying('c', { '0101': 5n, '0147': 6n }),
    ]);
    expect(regret).toMatchObject([
      { scenario: 'a', sum: 5n, largest: { municipality: '0147', regret: 3n } },
      { scenario: 'b', sum: 2n, largest: { municipality: '0147', regret: 2n } },
      { scenario: 'c', sum: 0n },
    ]);
  });

  it('names the lowest code when several regret the same', () => {
    const [first] = regrets([
      paying('a', { '0101': 2n, '0147': 2n }),
      paying('b', { '0101': 1n, '0147': 1n }),
    ]);
    expect(first?.largest).toEqual({ year: 2026, municipality: '0101', regret: 1n });
  });

  it('leaves out a scenario in which the municipality is no member', () => {
    const [all, fewer] = regrets([
      paying('all', { '0101': 5n, '0147': 5n }),
      paying('fewer', { '0147': 8n }),
    ]);
    expect(all?.municipalities.map(({ regret }) => regret)).toEqual([0n, 0n]);
    expect(fewer?.municipalities).toEqual([{ year: 2026, municipality: '0147', regret: 3n }]);
  });
});

describe('laws of regret', () => {
  test.prop([comparedSharesArb])(
    'it is never negative, and in some scenario it is zero for each municipality and year',
    (scenarios) => {
      const all = regrets(scenarios).flatMap(({ municipalities }) => municipalities);
      expect(all.filter(({ regret }) => regret < 0n)).toEqual([]);
      const groups = Map.groupBy(all, ({ year, municipality }) => `${year} ${municipality}`);
      for (const group of groups.values()) expect(group.map(({ regret }) => regret)).toContain(0n);
    },
  );

  test.prop([comparedSharesArb])('the sum and the largest are those of the list', (scenarios) => {
    for (const { sum, largest, municipalities } of regrets(scenarios)) {
      const list = municipalities.map(({ regret }) => regret);
      expect(sum).toBe(sumOre(list));
      expect(largest?.regret ?? 0n).toBe(
        list.reduce((most, regret) => (regret > most ? regret : most), ore(0n)),
      );
    }
  });
});
