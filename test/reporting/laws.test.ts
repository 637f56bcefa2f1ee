import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, Municipality } from '../../src/agreement/agreement.ts';
import type { PlainKey } from '../../src/agreement/allocation-key.ts';
import { keyWeights } from '../../src/agreement/key-weights.ts';
import { compare, type Exact, exactFromRate, multiply, sum } from '../../src/money/exact.ts';
import { negateOre, type Ore, ore, subtractOre, sumOre } from '../../src/money/ore.ts';
import { addRates, rateText, ZERO_RATE } from '../../src/money/rate.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { chargesOf } from '../../src/reporting/charges.ts';
import { poolOrigin } from '../../src/reporting/pool-origin.ts';
import { type PoolBalance, poolReport } from '../../src/reporting/pool-report.ts';
import { priceList } from '../../src/reporting/price-list.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import { SIZES } from '../agreement/sizes.ts';
import { INDEXED_YEARS } from '../arbitraries/agreement.ts';
import { changedAgreementArb } from '../arbitraries/changed-agreement.ts';
import { type DecidedPool, decidedPoolArb } from '../arbitraries/pool-spendings.ts';
import { shuffled } from '../arbitraries/shuffled.ts';
import { breachesOf } from '../money/split-bounds.ts';
import { acceptedValue } from '../results.ts';

const YEARS = [2025, ...INDEXED_YEARS];

/** A year priced and shared, with decisions on its pool. */
interface Reported {
  readonly price: YearPrice;
  readonly shares: YearShares;
  readonly decided: DecidedPool;
}

const FIELDS = [
  'contributed',
  'carriedOver',
  'pool',
  'committed',
  'decided',
  'free',
] as const satisfies readonly (keyof PoolBalance)[];

describe.each(SIZES)('laws of reports, for %s', (_, documents, depth) => {
  const pricedArb = fc
    .record({ agreement: changedAgreementArb(documents), year: fc.constantFrom(...YEARS) })
    .chain(({ agreement, year }) => withPoolEntries(agreement, year))
    .map(({ agreement, year }) => priced(agreement, year));
  const reportedArb: fc.Arbitrary<Reported> = pricedArb.chain(({ price, shares }) =>
    decidedPoolArb(price.agreement, YEARS).map((decided) => ({ price, shares, decided })),
  );

  it('came from = the pool of the year, by solution and by municipality, and each to the øre of its exact part', () => {
    fc.assert(
      fc.property(pricedArb, ({ price, shares }) => {
        const { amount, solutions, municipalities } = poolOrigin(price, shares);
        expect(amount).toBe(price.pool);
        expect(sumOre(municipalities.map((row) => row.amount))).toBe(price.pool);
        const columns = solutions.map((solution, column) => ({
          total: solution.amount,
          weights: shares.municipalities.map(({ amounts }) => amounts[column] ?? 0n),
        }));
        const matrix = solutions.map((_, column) =>
          municipalities.map(({ amounts }) => amounts[column] ?? 0n),
        );
        expect(breachesOf(columns, matrix)).toEqual([]);
      }),
      depth,
    );
  });

  it('contributed + carried over = pool = committed + decided + free, in all and for every solution, and these sum', () => {
    fc.assert(
      fc.property(reportedArb, ({ price, shares, decided }) => {
        const report = poolReport(price, shares, decided.spendings, decided.known);
        for (const line of [report, ...report.solutions]) {
          expect(line.contributed + line.carriedOver).toBe(line.pool);
          expect(line.committed + line.decided + line.free).toBe(line.pool);
        }
        for (const field of FIELDS) expect(sumOf(report.solutions, field)).toBe(report[field]);
        expect(report.contributed).toBe(price.pool);
      }),
      depth,
    );
  });

  it('what was decided is all there, whatever it is listed by', () => {
    fc.assert(
      fc.property(reportedArb, ({ price, shares, decided: { spendings, known } }) => {
        const report = poolReport(price, shares, spendings, known);
        const ofYear = spendings.filter(({ year }) => year === price.year);
        const decided = sumOre(ofYear.map(({ amount }) => amount));
        expect(report.decided).toBe(decided);
        const { recipients, areas, payers, targets } = report.use;
        for (const list of [recipients, areas, payers, targets]) expect(sumOf(list, 'amount')).toBe(decided);
        expect(sumOf(report.solutions, 'received') + report.receivedByNew).toBe(decided);
        expect(sumOf(report.municipalities, 'received') + report.unattributed).toBe(decided);
      }),
      depth,
    );
  });

  it('the net effects sum to what was decided less the pool that was paid for', () => {
    fc.assert(
      fc.property(reportedArb, ({ price, shares, decided }) => {
        const report = poolReport(price, shares, decided.spendings, decided.known);
        const paidFor = subtractOre(report.decided, report.contributed);
        expect(sumOf(report.solutions, 'net') + report.receivedByNew).toBe(paidFor);
        expect(sumOf(report.municipalities, 'net') + report.unattributed).toBe(paidFor);
      }),
      depth,
    );
  });

  it('the order of decisions and initiatives changes nothing', () => {
    const inTwoOrdersArb = reportedArb.chain(({ price, shares, decided }) =>
      fc.record({
        price: fc.constant(price),
        shares: fc.constant(shares),
        decided: fc.constant(decided),
        other: fc.record({ spendings: shuffled(decided.spendings), known: shuffled(decided.known) }),
      }),
    );
    fc.assert(
      fc.property(inTwoOrdersArb, ({ price, shares, decided, other }) => {
        expect(poolReport(price, shares, other.spendings, other.known)).toEqual(
          poolReport(price, shares, decided.spendings, decided.known),
        );
      }),
      depth,
    );
  });

  it('decisions that contrary ones undo leave the pool as it was', () => {
    fc.assert(
      fc.property(reportedArb, ({ price, shares, decided: { spendings, known } }) => {
        const undone = spendings.map((one) => ({ ...one, decision: 'undo', amount: negateOre(one.amount) }));
        const report = poolReport(price, shares, [...spendings, ...undone], known);
        const untouched = poolReport(price, shares, [], known);
        expect(report.free).toBe(untouched.free);
        expect(report.municipalities.map(({ received }) => received)).toEqual(
          untouched.municipalities.map(({ received }) => received),
        );
      }),
      depth,
    );
  });

  it('the price list sums: charges to their solution, solutions to municipalities, all to the price', () => {
    fc.assert(
      fc.property(pricedArb, ({ price, shares }) => {
        const list = priceList(price, shares);
        for (const solution of list.solutions) expect(sumOf(solution.charges, 'amount')).toBe(solution.price);
        expect(sumOf(list.solutions, 'price')).toBe(list.price);
        for (const { amount, solutions } of list.municipalities)
          expect(sumOf(solutions, 'amount')).toBe(amount);
        expect(sumOf(list.municipalities, 'amount')).toBe(list.price);
      }),
      depth,
    );
  });

  it('the units that municipalities are counted with sum to those that a price is told for', () => {
    fc.assert(
      fc.property(pricedArb, ({ price, shares }) => {
        const list = priceList(price, shares);
        for (const { solution, charges } of list.solutions) {
          const lines = list.municipalities.flatMap(({ solutions }) =>
            solutions.filter((line) => line.solution === solution),
          );
          for (const { unit, count } of charges.filter(({ basis }) => basis === 'unit')) {
            const own = lines.flatMap(({ units }) => units.filter((one) => one.unit === unit));
            expect(rateText(own.map((one) => one.count).reduce(addRates, ZERO_RATE))).toBe(rateText(count));
          }
        }
      }),
      depth,
    );
  });

  it("a municipality's weight in a key is what its charges count, each at its weight", () => {
    fc.assert(
      fc.property(pricedArb, ({ price: { agreement } }) => {
        for (const { key } of agreement.solutions) {
          const weights = keyWeights(key, agreement.municipalities);
          const charged = chargedWeights(key, agreement.municipalities);
          expect(charged.map((weight, row) => weights[row] && compare(weight, weights[row]))).toEqual(
            weights.map(() => 0),
          );
        }
      }),
      depth,
    );
  });
});

/** The agreement with money of some years left over or bound by its scenario. */
function withPoolEntries(agreement: Agreement, year: number) {
  const entry = fc.record({
    type: fc.constantFrom('commit-pool' as const, 'carry-over-pool' as const),
    year: fc.constantFrom(...YEARS, year),
    solution: fc.constantFrom(...agreement.solutions.map(({ solution }) => solution)),
    amount: fc.bigInt(0n, 1_000_000n).map(ore),
    reason: fc.constant('reason'),
  });
  return fc
    .array(entry, { maxLength: 5 })
    .map((changes) => ({ agreement: acceptedValue(applyChanges(agreement, changes)), year }));
}

function priced(agreement: Agreement, year: number): { price: YearPrice; shares: YearShares } {
  const price = acceptedValue(priceYear(agreement, year));
  const [shares] = acceptedValue(shareYears([price]));
  if (shares === undefined) throw new Error('the year is shared');
  return { price, shares };
}

function chargedWeights(key: PlainKey, municipalities: readonly Municipality[]): Exact[] {
  const charges = chargesOf(key, municipalities);
  return municipalities.map((_, row) =>
    sum(charges.map(({ counts, weight }) => multiply(weight, exactFromRate(counts[row] ?? ZERO_RATE)))),
  );
}

function sumOf<Field extends string>(lines: readonly Readonly<Record<Field, Ore>>[], field: Field): Ore {
  return sumOre(lines.map((line) => line[field]));
}
