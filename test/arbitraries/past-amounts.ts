import fc from 'fast-check';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { PastYearDocument } from '../../data/schema/past-amounts.ts';
import { kronerFromOre, ore } from '../../src/money/ore.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import { acceptedValue } from '../results.ts';

/** The shares of a year as actual amounts, each altered as said; nothing is said of who pays nothing. */
export function pastYearOf(
  { year, solutions, municipalities }: YearShares,
  alter: (amount: bigint, cell: number) => bigint = (amount) => amount,
): PastYearDocument[] {
  const payers = municipalities.flatMap(({ municipality, amounts }, row) => {
    const paid = amounts.flatMap((amount, place) => {
      const altered = alter(amount, row * solutions.length + place);
      const solution = solutions[place] ?? '';
      return altered > 0n ? [{ solution, amount: kronerFromOre(ore(altered)) }] : [];
    });
    return paid.length === 0 ? [] : [{ municipality, solutions: paid }];
  });
  return payers.length === 0 ? [] : [{ year, municipalities: payers, provenance: { kind: 'example' } }];
}

/** The years as the agreement itself computes them; none where it refuses to. */
export function computedYears(
  document: AgreementDocument,
  years: { from: number; to: number },
): YearShares[] {
  const prices = priceYears(acceptedValue(agreementFromDocument(document)), years);
  const shares = prices.ok ? shareYears(prices.value) : prices;
  return shares.ok ? shares.value : [];
}

/** Agreements that know actual amounts of one or two years, up to a fifth away from what is computed for them. */
export function withPastAmounts(documents: fc.Arbitrary<AgreementDocument>): fc.Arbitrary<AgreementDocument> {
  return documents.chain((document) => {
    const computed = computedYears(document, { from: document.baseYear, to: document.baseYear + 2 });
    const percents = fc.array(fc.bigInt({ min: 80n, max: 120n }), { minLength: 7, maxLength: 7 });
    return fc.record({ years: fc.subarray(computed, { maxLength: 2 }), back: fc.nat(1), percents }).map(
      ({ years, back, percents: drawn }): AgreementDocument => ({
        ...document,
        pastAmounts: years
          .toReversed()
          .flatMap((shares) =>
            pastYearOf(
              { ...shares, year: shares.year - back },
              (amount, cell) => (amount * (drawn[cell % drawn.length] ?? 100n)) / 100n,
            ),
          ),
      }),
    );
  });
}
