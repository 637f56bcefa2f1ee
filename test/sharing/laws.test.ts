import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { exactFromRate, overCommonDenominator, terms } from '../../src/money/exact.ts';
import { type Ore, ore, sumOre } from '../../src/money/ore.ts';
import { complement, rateFromText } from '../../src/money/rate.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { splitColumns } from '../../src/sharing/split-columns.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import { SIZES } from '../agreement/sizes.ts';
import { changedAgreementArb } from '../arbitraries/changed-agreement.ts';
import { reordered } from '../arbitraries/reordered.ts';
import type { WholeColumn } from '../arbitraries/split-columns.ts';
import { breachesOf } from '../money/split-bounds.ts';
import { acceptedValue } from '../results.ts';
import { TWIN, withFixedShares, withoutLimits, withTwin } from './varied-agreement.ts';

/** Two years, so that limits against the year before have one. */
const yearsArb = fc.integer({ min: 2025, max: 2029 }).map((from) => ({ from, to: from + 1 }));

describe.each(SIZES)('laws of sharing, for %s', (_, documents, depth) => {
  it('municipalities sum to each solution, and all of them to the agreement price', () => {
    fc.assert(
      fc.property(changedAgreementArb(documents), yearsArb, (agreement, years) => {
        for (const { price, shares } of shared(agreement, years)) {
          for (const [place, solution] of price.solutions.entries()) {
            expect(sumOre(columnOf(shares, place))).toBe(solution.price);
          }
          expect(sumOre(shares.municipalities.map(({ amount }) => amount))).toBe(price.price);
        }
      }),
      depth,
    );
  });

  it('every amount, and every total of a municipality, is the floor or the ceiling of its exact quota', () => {
    fc.assert(
      fc.property(changedAgreementArb(documents), yearsArb, (agreement, years) => {
        const results = shared(agreement, years);
        for (const [place, { price, shares }] of results.entries()) {
          const before = results[place - 1]?.shares;
          if (before === undefined && price.year > agreement.baseYear) continue;
          const columns = acceptedValue(splitColumns(price, before)).map(
            ({ total, weights }): WholeColumn => ({
              total,
              weights: overCommonDenominator(weights).numerators,
            }),
          );
          const matrix = shares.solutions.map((_, solution) => columnOf(shares, solution));
          expect(breachesOf(columns, matrix)).toEqual([]);
          expect(shares.municipalities.map(({ amount }) => amount)).toEqual(
            shares.municipalities.map(({ amounts }) => sumOre(amounts)),
          );
        }
      }),
      depth,
    );
  });

  it('the order of every list of the document changes nothing', () => {
    const twiceArb = documents.chain((document) =>
      fc.tuple(fc.constant(document), reordered(document), yearsArb),
    );
    fc.assert(
      fc.property(twiceArb, ([document, shuffled, years]) => {
        expect(shared(read(shuffled), years).map(({ shares }) => shares)).toEqual(
          shared(read(document), years).map(({ shares }) => shares),
        );
      }),
      depth,
    );
  });

  it('two municipalities with the same weights differ by at most one øre in total', () => {
    fc.assert(
      fc.property(documents, fc.nat(), yearsArb, (document, pick, years) => {
        const agreement = withoutLimits(read(document));
        const original = agreement.municipalities[pick % agreement.municipalities.length];
        for (const { shares } of shared(withTwin(agreement, original), years)) {
          const amounts = [original?.municipality, TWIN].map((code) => amountOf(shares, code));
          const difference = (amounts[0] ?? 0n) - (amounts[1] ?? 0n);
          expect(difference >= -1n && difference <= 1n).toBe(true);
        }
      }),
      depth,
    );
  });

  it('a municipality that alone grows never pays more than one øre less', () => {
    fc.assert(
      fc.property(
        documents,
        fc.nat(),
        fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 100_000n)),
        yearsArb,
        (document, pick, growth, years) => {
          const agreement = withoutLimits(withFixedShares(read(document)));
          const code = agreement.municipalities[pick % agreement.municipalities.length]?.municipality;
          const grown = {
            ...agreement,
            municipalities: agreement.municipalities.map((municipality) =>
              municipality.municipality === code
                ? { ...municipality, population: municipality.population + growth }
                : municipality,
            ),
          };
          const [before, after] = [shared(agreement, years), shared(grown, years)];
          for (const [place, { shares }] of after.entries()) {
            const earlier = before[place]?.shares;
            const difference =
              amountOf(shares, code) - (earlier === undefined ? 0n : amountOf(earlier, code));
            expect(difference).toBeGreaterThanOrEqual(-1n);
          }
        },
      ),
      depth,
    );
  });

  it('the years asked for never change what a year costs anybody', () => {
    fc.assert(
      fc.property(changedAgreementArb(documents), (agreement) => {
        const all = shared(agreement, { from: 2025, to: 2028 }).map(({ shares }) => shares);
        const last = shared(agreement, { from: 2028, to: 2028 }).map(({ shares }) => shares);
        expect(last).toEqual(all.slice(-1));
      }),
      depth,
    );
  });

  it('where a key limits the fall, no member that pays for the solution falls further', () => {
    const fall = rateFromText('0.0500');
    fc.assert(
      fc.property(documents, (document) => {
        const agreement = withFixedShares(read(document));
        const limited = {
          ...agreement,
          solutions: agreement.solutions.map((solution) => ({
            ...solution,
            key: { ...solution.key, limits: { fall } },
          })),
        };
        const [earlier, later] = acceptedOrNone(limited, { from: 2026, to: 2027 });
        if (earlier === undefined || later === undefined) return;
        const { numerator, denominator } = terms(exactFromRate(complement(fall)));
        for (const { municipality, amounts } of later.municipalities) {
          for (const [place, amount] of amounts.entries()) {
            const paid = paidFor(earlier, municipality, later.solutions[place]);
            expect(amount * denominator).toBeGreaterThanOrEqual(paid * numerator);
          }
        }
      }),
      depth,
    );
  });
});

interface SharedYear {
  readonly price: YearPrice;
  readonly shares: YearShares;
}

function shared(agreement: Agreement, years: { readonly from: number; readonly to: number }): SharedYear[] {
  const prices = acceptedValue(priceYears(agreement, years));
  const shares = acceptedValue(shareYears(prices));
  return prices.flatMap((price, place) => {
    const own = shares[place];
    return own === undefined ? [] : [{ price, shares: own }];
  });
}

/** The shares, or none where falling prices leave the limits out of reach. */
function acceptedOrNone(agreement: Agreement, years: { from: number; to: number }): YearShares[] {
  const shares = shareYears(acceptedValue(priceYears(agreement, years)));
  return shares.ok ? shares.value : [];
}

function read(document: AgreementDocument): Agreement {
  return acceptedValue(agreementFromDocument(document));
}

function columnOf({ municipalities }: YearShares, place: number): Ore[] {
  return municipalities.map(({ amounts }) => amounts[place] ?? ore(0n));
}

function amountOf({ municipalities }: YearShares, code: string | undefined): bigint {
  return municipalities.find(({ municipality }) => municipality === code)?.amount ?? 0n;
}

function paidFor(
  { municipalities, solutions }: YearShares,
  code: string,
  solution: string | undefined,
): bigint {
  const place = solution === undefined ? -1 : solutions.indexOf(solution);
  return municipalities.find(({ municipality }) => municipality === code)?.amounts[place] ?? 0n;
}
