import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { solutionsIn } from '../../src/agreement/membership.ts';
import { exactFromInteger, multiply, terms } from '../../src/money/exact.ts';
import { sumOre } from '../../src/money/ore.ts';
import { rateText, WHOLE } from '../../src/money/rate.ts';
import { priceYear, priceYears } from '../../src/pricing/price-year.ts';
import type { PriceParts, YearPrice } from '../../src/pricing/year-price.ts';
import { SIZES } from '../agreement/sizes.ts';
import { INDEXED_YEARS } from '../arbitraries/agreement.ts';
import { changedAgreementArb } from '../arbitraries/changed-agreement.ts';
import { reordered } from '../arbitraries/reordered.ts';
import { decimalTerms, fractionSum, isRoundedHalfUp, quotaBreaches } from '../money/whole-fraction.ts';
import { acceptedValue } from '../results.ts';
import { scaledBy, unregulated } from './varied-agreement.ts';

const yearArb = fc.constantFrom(2025, ...INDEXED_YEARS);

describe.each(SIZES)('laws of the price of a year, for %s', (_, documents, depth) => {
  const pricedArb = fc
    .record({ agreement: changedAgreementArb(documents), year: yearArb })
    .map(({ agreement, year }) => ({ agreement, price: acceptedValue(priceYear(agreement, year)) }));

  it('components sum to their solution and solutions to the agreement, in every part', () => {
    fc.assert(
      fc.property(pricedArb, ({ price }) => {
        for (const solution of price.solutions) {
          expect(sumOre(solution.cells.map(({ amount }) => amount))).toBe(solution.price);
          expect(sumOre(solution.cells.map(({ basePrice }) => basePrice))).toBe(solution.basePrice);
        }
        for (const part of PARTS) {
          expect(sumOre(price.solutions.map((solution) => solution[part]))).toBe(price[part]);
        }
      }),
      depth,
    );
  });

  it('base budget and pool sum to the price, neither is negative, of the agreement and of every solution', () => {
    fc.assert(
      fc.property(pricedArb, ({ price }) => {
        for (const parts of [price, ...price.solutions]) {
          expect(parts.baseBudget + parts.pool).toBe(parts.price);
          expect(parts.baseBudget >= 0n && parts.pool >= 0n).toBe(true);
        }
      }),
      depth,
    );
  });

  it('base price + indexation − efficiency + membership = price, for the agreement and for every solution', () => {
    fc.assert(
      fc.property(pricedArb, ({ price }) => {
        for (const { basePrice, indexation, efficiency, membership, price: total } of [
          price,
          ...price.solutions,
        ]) {
          expect(basePrice + indexation - efficiency + membership).toBe(total);
          expect(efficiency >= 0n && membership <= 0n).toBe(true);
        }
      }),
      depth,
    );
  });

  it('the agreement price is the exact sum rounded half away from zero: the only rounding', () => {
    fc.assert(
      fc.property(pricedArb, ({ price }) => {
        const exact = fractionSum(price.solutions.flatMap(({ cells }) => cells.map((cell) => cell.exact)));
        expect(isRoundedHalfUp(price.price, exact)).toBe(true);
      }),
      depth,
    );
  });

  it('downwards each amount is the floor or the ceiling of its quota of the amount above', () => {
    fc.assert(
      fc.property(pricedArb, ({ price }) => {
        expect(
          quotaBreaches(
            price.price,
            price.solutions.map((solution) => ({ given: solution.price, exact: solution.exact })),
          ),
        ).toEqual([]);
        for (const solution of price.solutions) {
          const cells = solution.cells.map(({ amount, exact }) => ({ given: amount, exact }));
          expect(quotaBreaches(solution.price, cells)).toEqual([]);
        }
      }),
      depth,
    );
  });

  it('the pool of a solution is the reserved share of its business maintenance, rounded half away from zero', () => {
    fc.assert(
      fc.property(pricedArb, ({ agreement, price }) => {
        for (const { solution, cells, pool } of price.solutions) {
          const reservable = cells.filter(({ component }) => component === 'business-maintenance');
          const business = sumOre(reservable.map(({ amount }) => amount));
          const share = agreement.solutions.find((known) => known.solution === solution)?.reservedShare;
          const [numerator, denominator] = decimalTerms(rateText(share ?? WHOLE));
          expect(isRoundedHalfUp(pool, { numerator: business * numerator, denominator })).toBe(true);
        }
      }),
      depth,
    );
  });

  it('the order of every list of the document changes nothing', () => {
    const twiceArb = documents.chain((document) =>
      fc.tuple(fc.constant(document), reordered(document), yearArb),
    );
    fc.assert(
      fc.property(twiceArb, ([document, shuffled, year]) => {
        expect(plainPrice(priced(shuffled, year))).toEqual(plainPrice(priced(document, year)));
      }),
      depth,
    );
  });

  it('scaling all base prices and efficiency amounts by a whole number scales every exact amount by it', () => {
    fc.assert(
      fc.property(pricedArb, fc.bigInt(2n, 1000n), ({ agreement, price }, factor) => {
        const scaled = acceptedValue(priceYear(scaledBy(agreement, factor), price.year));
        const expected = price.solutions.flatMap(({ cells }) =>
          cells.map(({ exact }) => terms(multiply(exact, exactFromInteger(factor)))),
        );
        expect(scaled.solutions.flatMap(({ cells }) => cells.map(({ exact }) => terms(exact)))).toEqual(
          expected,
        );
      }),
      depth,
    );
  });

  it('without price and wage regulation, efficiency or withdrawn shares the price is the sum of base prices', () => {
    fc.assert(
      fc.property(changedAgreementArb(documents), yearArb, (agreement, year) => {
        const price = acceptedValue(priceYear(unregulated(agreement), year));
        const base = sumOre(
          solutionsIn(agreement, year).flatMap(({ basePrices }) => basePrices.map(({ amount }) => amount)),
        );
        const { basePrice, indexation, efficiency, membership } = price;
        expect({ basePrice, indexation, efficiency, membership, price: price.price }).toEqual({
          basePrice: base,
          indexation: 0n,
          efficiency: 0n,
          membership: 0n,
          price: base,
        });
      }),
      depth,
    );
  });

  it('the years asked for together are the same as asked for one by one', () => {
    fc.assert(
      fc.property(changedAgreementArb(documents), (agreement) => {
        const together = acceptedValue(priceYears(agreement, { from: 2025, to: 2027 }));
        const alone = [2025, 2026, 2027].map((year) => acceptedValue(priceYear(agreement, year)));
        expect(together.map(plainPrice)).toEqual(alone.map(plainPrice));
      }),
      depth,
    );
  });
});

const PARTS = [
  'basePrice',
  'indexation',
  'efficiency',
  'membership',
  'price',
  'baseBudget',
  'pool',
] as const satisfies readonly (keyof PriceParts)[];

function priced(document: AgreementDocument, year: number): YearPrice {
  return acceptedValue(priceYear(acceptedValue(agreementFromDocument(document)), year));
}

/** A price without the agreement it was made from. */
function plainPrice({ agreement: _, ...price }: YearPrice) {
  return price;
}
