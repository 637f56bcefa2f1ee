import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { runs } from '../settings/runs.ts';
import { answered, type RequestDocument } from './answered.ts';

/** Amounts as large, and benefits as near to one another, as the form allows: far beyond what doubles tell apart. */

const MOST = 9;

const kroner = (ore: bigint) => `${ore / 100n}.${String(ore % 100n).padStart(2, '0')}`;
const decimal = (units: bigint) => `${units / 10n ** 18n}.${String(units % 10n ** 18n).padStart(18, '0')}`;

/** Near to one another around a large number, or anything up to it. */
const near = (most: bigint) =>
  fc.oneof(
    fc.bigInt({ min: 0n, max: 40n }).map((less) => most - less),
    fc.bigInt({ min: 0n, max: most }),
  );

const itemArb = fc.record({
  benefit: near(9_007_199_254_740n * 10n ** 18n),
  cost: near(9_999_999_999_999n * 100n),
  staff: near(10n ** 30n),
});

type Item = typeof itemArb extends fc.Arbitrary<infer T> ? T : never;

/** The best value, and the lowest cost that has it, of all sets. */
function byTrying(items: readonly Item[], budget: bigint, staff: bigint) {
  let best = { benefit: 0n, cost: 0n };
  for (let set = 0; set < 2 ** items.length; set++) {
    const members = items.filter((_, place) => (set >> place) % 2 === 1);
    const sum = (pick: (item: Item) => bigint) => members.reduce((total, item) => total + pick(item), 0n);
    const [benefit, cost] = [sum((item) => item.benefit), sum((item) => item.cost)];
    if (cost > budget || sum((item) => item.staff) > staff) continue;
    if (benefit > best.benefit || (benefit === best.benefit && cost < best.cost)) best = { benefit, cost };
  }
  return best;
}

describe('the optimum of large and near numbers', () => {
  it.prop(
    [
      fc.array(itemArb, { minLength: 1, maxLength: MOST }),
      fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
      fc.bigInt({ min: 0n, max: 4n * 10n ** 30n }),
    ],
    runs(30, 300),
  )('is the one that trying every set finds, and is proved', (items, budget, staff) => {
    const expected = byTrying(items, budget, staff);
    const answer = answered({
      method: 'optimum',
      budget: kroner(budget),
      initiatives: items.map(({ benefit, cost, staff: used }, place) => ({
        id: `i${place}`,
        benefit: decimal(benefit),
        cost: kroner(cost),
        resources: { staff: decimal(used) },
      })),
      constraints: { limits: { staff: decimal(staff) } },
    });
    const trimmed = decimal(expected.benefit).replace(/\.?0+$/, '');
    expect(answer).toMatchObject({ benefit: trimmed, bound: trimmed, proven: true, gap: '0' });
    if (answer.cheapest) expect(answer.cost).toBe(kroner(expected.cost));
  });

  it('tells benefits near 9,007,199,254,740 apart that differ by 0.000000000000000001', () => {
    const request: RequestDocument = {
      method: 'optimum',
      budget: '2.00',
      initiatives: ['3', '1', '2'].map((last) => ({
        id: `ends-in-${last}`,
        cost: '1.00',
        benefit: `9007199254740.00000000000000000${last}`,
      })),
    };
    expect(answered(request)).toMatchObject({
      selected: ['ends-in-2', 'ends-in-3'],
      benefit: '18014398509480.000000000000000005',
      proven: true,
      gap: '0',
    });
  });

  it('is proved with part funding too, where øre of several sets are worth nearly the same', () => {
    // a for 1000000.00 is worth 3, b for 1000000.01 as much: an øre of a is worth a little more, so a is funded in full and
    // b with what is left: 3 · 50000000 / 100000001.
    const answer = answered({
      method: 'optimum',
      budget: '1500000.00',
      initiatives: [
        { id: 'a', cost: '1000000.00', benefit: '3', minShare: '0' },
        { id: 'b', cost: '1000000.01', benefit: '3', minShare: '0' },
      ],
    });
    expect(answer).toMatchObject({ proven: true, benefitExact: '450000003/100000001' });
    expect(answer.initiatives.map(({ amount }) => amount)).toEqual(['1000000.00', '500000.00']);
  });
});
