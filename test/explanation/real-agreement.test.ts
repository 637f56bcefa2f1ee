import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import { agreementSchema } from '../../data/schema/agreement.ts';
import { changeFromDocument } from '../../scenarios/change-from-document.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import { explain } from '../../src/explanation/explain.ts';
import type { FigureAddress } from '../../src/explanation/figure.ts';
import { figureValue } from '../../src/explanation/figure-value.ts';
import { compare, exactFromOre } from '../../src/money/exact.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import { acceptedValue } from '../results.ts';
import { runs } from '../settings/runs.ts';

const file = new URL('../../data/k98-example.agreement.json', import.meta.url);
const agreement = acceptedValue(
  agreementFromDocument(agreementSchema.parse(JSON.parse(readFileSync(file, 'utf8')))),
);

/** Two changed agreements that together use every part of the model that a derivation tells about. */
const CHANGES: Record<string, ChangeDocument[]> = {
  unchanged: [],
  'much changed': [
    { type: 'set-index', year: 2027, wage: '0.0410', correction: '-0.0012' },
    { type: 'set-efficiency', year: 2026, rate: '0.0200' },
    { type: 'set-efficiency', year: 2028, rate: '0.0111', components: ['operations', 'resources'] },
    { type: 'set-efficiency', year: 2027, amount: '2500000.00', solutions: ['aula', 'valg'] },
    { type: 'set-efficiency', year: 2028, amount: '100000.01' },
    { type: 'set-base-price', solution: 'aula', component: 'operations', amount: '41000000.37' },
    { type: 'set-reserved-share', share: '0.3333' },
    { type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: '0.37' },
    { type: 'withdraw', municipality: '0147', lastYear: 2027, fixedShare: '1' },
    { type: 'add-solution', solution: 'flis', fromYear: 2028 },
    { type: 'remove-solution', solution: 'sygesikring', fromYear: 2028 },
    { type: 'set-key', solution: 'valg', key: { kind: 'equal' } },
    {
      type: 'set-key',
      solution: 'sapa',
      key: {
        kind: 'population-tiered',
        threshold: 50_000,
        weightAbove: '0.25',
        limits: { rise: '0.20', fall: '0.10' },
      },
    },
  ],
};

interface Answer {
  readonly prices: readonly YearPrice[];
  readonly shares: readonly YearShares[];
}

const answers = Object.entries(CHANGES).map(([, changes]): Answer => {
  const changed = acceptedValue(applyChanges(agreement, changes.map(changeFromDocument)));
  const prices = acceptedValue(priceYears(changed, { from: 2026, to: 2029 }));
  return { prices, shares: acceptedValue(shareYears(prices)) };
});

/** Every figure of an answer that is not a municipality's, and those of a municipality for each solution. */
const askedArb = fc
  .constantFrom(...answers)
  .chain((answer) =>
    fc
      .constantFrom(...answer.prices)
      .chain((price) =>
        fc.record({ answer: fc.constant(answer), address: addressArb(price, answer.shares) }),
      ),
  );

function addressArb(
  { year, solutions }: YearPrice,
  shares: readonly YearShares[],
): fc.Arbitrary<FigureAddress> {
  const members = shares.find((candidate) => candidate.year === year)?.municipalities ?? [];
  const municipalityArb = fc.constantFrom(...members.map(({ municipality }) => municipality));
  const solutionArb = fc.constantFrom(...solutions.map(({ solution }) => solution));
  const cellArb = fc.constantFrom(
    ...solutions.flatMap(({ solution, cells }) => cells.map(({ component }) => ({ solution, component }))),
  );
  const common = ['indexation', 'efficiency', 'membership', 'baseBudget', 'pool'] as const;
  return fc.oneof(
    fc.record({
      year: fc.constant(year),
      figure: fc.constantFrom('basePriceSum', 'agreementPrice', ...common),
    }),
    fc.record({
      year: fc.constant(year),
      solution: solutionArb,
      figure: fc.constantFrom('basePrice', 'price', ...common),
    }),
    fc
      .record({ cell: cellArb, figure: fc.constantFrom('amount' as const, 'basePrice' as const) })
      .map(({ cell, figure }) => ({ year, ...cell, figure })),
    fc.record({
      year: fc.constant(year),
      municipality: municipalityArb,
      figure: fc.constantFrom('amount' as const, 'perCitizen' as const),
    }),
    fc.record({
      year: fc.constant(year),
      municipality: municipalityArb,
      solution: solutionArb,
      figure: fc.constant('amount' as const),
    }),
  );
}

describe('laws of the derivations of the example agreement', () => {
  test.prop([askedArb], runs(300, 5_000))(
    'the steps lead from one to the next and end at exactly the figure of the answer',
    ({ answer: { prices, shares }, address }) => {
      const { value, steps } = acceptedValue(explain(prices, shares, address));
      expect(value).toBe(acceptedValue(figureValue(prices, shares, address)));
      const [first, ...others] = steps;
      expect(first?.step).toBe('base-price');
      expect(first?.valueIn).toBeUndefined();
      let reached = first?.valueOut;
      for (const { valueIn, valueOut } of others) {
        expect(valueIn && reached && compare(valueIn, reached)).toBe(0);
        reached = valueOut;
      }
      expect(reached && compare(reached, exactFromOre(value))).toBe(0);
    },
  );

  test.prop([askedArb], runs(100, 2_000))(
    'every figure that a step rests on has a derivation of its own',
    ({ answer: { prices, shares }, address }) => {
      const { steps } = acceptedValue(explain(prices, shares, address));
      for (const figure of steps.flatMap(({ restsOn }) => restsOn)) {
        expect(acceptedValue(figureValue(prices, shares, figure))).toBeTypeOf('bigint');
      }
    },
  );

  test.prop([askedArb], runs(100, 2_000))(
    'every sentence is whole in both languages',
    ({ answer: { prices, shares }, address }) => {
      const { steps } = acceptedValue(explain(prices, shares, address));
      for (const { sentence } of steps) {
        for (const text of [sentence.da, sentence.en]) {
          expect(text).toMatch(/^[A-ZÆØÅ].*[.)]$/);
          expect(text).not.toMatch(/undefined|NaN|\[object|\.\.|kr\.\./);
        }
      }
    },
  );
});
