import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../data/load-agreement.ts';
import type { Agreement, Solution } from '../../src/agreement/agreement.ts';
import { computeYears, sharePrices } from '../../src/engine/compute-years.ts';
import { plainShares } from '../../src/engine/split-years.ts';
import type { YearAmounts } from '../../src/engine/year-figures.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import type { PriceParts, YearPrice } from '../../src/pricing/year-price.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import type { Change } from '../../src/scenario/change.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { SIZES } from '../agreement/sizes.ts';
import { changedAgreementArb, changedTwiceArb } from '../arbitraries/changed-agreement.ts';
import { withPastAmounts } from '../arbitraries/past-amounts.ts';
import { acceptedValue } from '../results.ts';

const { agreement: example } = await loadAgreement('data/k98-example.agreement.json');

const yearsArb = fc
  .record({ from: fc.integer({ min: 2025, max: 2029 }), count: fc.integer({ min: 0, max: 3 }) })
  .map(({ from, count }) => ({ from, to: Math.min(2030, from + count) }));

type Years = { readonly from: number; readonly to: number };

const PARTS = [
  'basePrice',
  'indexation',
  'efficiency',
  'membership',
  'price',
  'baseBudget',
  'pool',
] as const satisfies readonly (keyof PriceParts)[];

/** Both paths in one form, so that they can be held against each other. */
function plainly(agreement: Agreement, years: Years) {
  const prices = acceptedValue(priceYears(agreement, years));
  const shares = acceptedValue(shareYears(prices));
  return { prices: prices.map(pricesOf), shares };
}

function pricesOf({ year, solutions }: YearPrice) {
  return {
    year,
    solutions: solutions.map((price) => ({
      solution: price.solution,
      parts: PARTS.map((part) => price[part]),
      components: price.cells.map(({ amount }) => amount),
    })),
  };
}

function computed(years: readonly YearAmounts[] | undefined) {
  return {
    prices: years?.map(({ year, solutions, figures, components }) => ({
      year,
      solutions: solutions.map(({ solution }, place) => ({
        solution,
        parts: PARTS.map((part) => BigInt(figures[part][place] ?? 0)),
        components: [...(components[place] ?? [])].map(BigInt),
      })),
    })),
    shares: years?.map(plainShares),
  };
}

/** Nothing of it is refused by the plain path. */
function isAccepted(agreement: Agreement, years: Years): boolean {
  const prices = priceYears(agreement, years);
  return prices.ok && shareYears(prices.value).ok;
}

function expectSame(agreement: Agreement, years: Years): void {
  const result = computeYears(agreement, years);
  if (isAccepted(agreement, years)) expect(computed(result)).toEqual(plainly(agreement, years));
  else expect(result).toBeUndefined();
}

describe.each(SIZES)('the compiled engine, for %s', (_, documents, depth) => {
  it('gives every øre that the plain path gives, and nothing where that refuses', () => {
    fc.assert(fc.property(changedAgreementArb(documents), yearsArb, expectSame), depth);
  });

  it('looks back at actual amounts as the plain path does', () => {
    fc.assert(fc.property(changedAgreementArb(withPastAmounts(documents)), yearsArb, expectSame), depth);
  });

  it('gives the same whether it starts afresh or from what was known before a change', () => {
    fc.assert(
      fc.property(changedTwiceArb(documents), yearsArb, ([before, after], years) => {
        const known = computeYears(before, years);
        expect(computed(computeYears(after, years, known))).toEqual(computed(computeYears(after, years)));
      }),
      depth,
    );
  });

  it('shares given prices as the plain path does, refusals included', () => {
    fc.assert(
      fc.property(changedAgreementArb(documents), yearsArb, (agreement, years) => {
        const prices = priceYears(agreement, years);
        if (prices.ok) expect(sharePrices(prices.value)).toEqual(shareYears(prices.value));
      }),
      depth,
    );
  });
});

describe('the compiled engine', () => {
  const years = { from: 2026, to: 2028 };

  it.each<[string, Change[]]>([
    [
      'amounts of efficiency, of which one follows the regulation into later years',
      [
        { type: 'set-efficiency', year: 2026, amount: oreFromKroner('2500000.00'), solutions: ['aula'] },
        {
          type: 'set-efficiency',
          year: 2027,
          amount: oreFromKroner('900000.01'),
          components: ['operations'],
        },
      ],
    ],
    [
      'a municipality that leaves and takes most of its share along',
      [{ type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: rateFromText('0.3') }],
    ],
    [
      'a key that limits the change from the year before',
      [
        {
          type: 'set-key',
          solution: 'valg',
          key: { kind: 'equal', limits: { rise: rateFromText('0.06'), fall: rateFromText('0.1') } },
        },
      ],
    ],
  ])('gives every øre that the plain path gives for %s', (_, changes) => {
    const agreement = acceptedValue(applyChanges(example, changes));
    expect(computed(computeYears(agreement, years))).toEqual(plainly(agreement, years));
  });

  // Limits look back year by year to the base year, also when only a later year is asked for.
  it('looks back through all years before the first one asked for', () => {
    const key = { kind: 'equal', limits: { rise: rateFromText('0.06'), fall: rateFromText('0.1') } } as const;
    const agreement = acceptedValue(applyChanges(example, [{ type: 'set-key', solution: 'valg', key }]));
    const last = { from: 2029, to: 2029 };
    expect(computed(computeYears(agreement, last))).toEqual(plainly(agreement, last));
  });

  it('asks for the wage rates of those solutions only that are in the agreement', () => {
    const solutions: Solution[] = example.solutions.map((solution) =>
      solution.periods.length === 0
        ? solution
        : { ...solution, basePrices: solution.basePrices.map(({ wageShare: _, ...cell }) => cell) },
    );
    const index = example.index.map(({ wage: _, price: __, ...entry }) => entry);
    const agreement = { ...example, solutions, index };
    expect(solutions.some(({ basePrices }) => basePrices.some(({ wageShare }) => wageShare))).toBe(true);
    expect(computed(computeYears(agreement, years))).toEqual(plainly(agreement, years));
  });

  it('leaves amounts beyond its limit to the plain path', () => {
    const amount = oreFromKroner('9999999999999.99');
    const agreement = acceptedValue(applyChanges(example, [{ type: 'set-base-price', amount }]));
    expect(computeYears(agreement, years)).toBeUndefined();
    const prices = acceptedValue(priceYears(agreement, years));
    expect(sharePrices(prices)).toEqual(shareYears(prices));
  });

  it('compiles only what a change touches', () => {
    const known = computeYears(example, years);
    const share = rateFromText('0.5');
    const pool = acceptedValue(applyChanges(example, [{ type: 'set-reserved-share', share }]));
    const again = computeYears(pool, years, known);
    expect(again).toHaveLength(3);
    expect(again?.every(({ split }, place) => split === known?.[place]?.split)).toBe(true);
  });
});
