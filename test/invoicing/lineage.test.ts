import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionDrafts, instalmentsIn } from '../../src/invoicing/correction.ts';
import { draftInvoices } from '../../src/invoicing/draft-invoices.ts';
import { type IssuedRunBasis, type LineLineage, lineagesOf } from '../../src/invoicing/lineage.ts';
import { lineUsePart } from '../../src/invoicing/lineage-parts.ts';
import { ore, sumOre } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { SIZES } from '../agreement/sizes.ts';
import { type InvoiceHistory, invoiceHistoryArb, runsIn } from '../arbitraries/invoice-history.ts';
import { acceptedValue } from '../results.ts';
import { issueAll } from './invoicing-year.ts';
import { twoMunicipalities } from './two-municipalities.ts';

const DECISIONS = [
  { decision: 'first', solution: 'aula', amount: ore(12_345n) },
  { decision: 'second', solution: 'aula', amount: ore(1n) },
  { decision: 'undone', solution: 'aula', amount: ore(500n) },
  { decision: 'undone', solution: 'aula', amount: ore(-500n) },
];

/** The runs of a history and the correction to what is known last. */
function basesOf(history: InvoiceHistory): IssuedRunBasis[] {
  const runs = runsIn(history);
  const issued = runs.flatMap(({ invoices }) => invoices);
  const deltas = issueAll(acceptedValue(correctionDrafts(history.last, issued, 'Rettelse')), issued.length);
  return [...runs, { purpose: 'correction' as const, year: history.last, invoices: deltas }].map(
    ({ purpose, year, invoices }) => ({ purpose, invoices, price: year.price, decisions: DECISIONS }),
  );
}

/** Sums of all parts, by what they are; those that come to nothing are left out. */
function sumsOf(lineages: Iterable<readonly LineLineage[]>): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { price, use } of [...lineages].flat())
    for (const { amount, ...part } of [...price, ...use])
      sums.set(JSON.stringify(part), (sums.get(JSON.stringify(part)) ?? 0n) + amount);
  return new Map([...sums].filter(([, sum]) => sum !== 0n).toSorted());
}

describe.each(SIZES)('the lineage of invoice lines, for %s', (_, documents, depth) => {
  it('sums to each line exactly, by where it comes from and by what it is for, corrections and reversals included', () => {
    fc.assert(
      fc.property(invoiceHistoryArb(documents), (history) => {
        const bases = basesOf(history);
        const lineages = lineagesOf(bases);
        for (const { number, lines } of bases.flatMap(({ invoices }) => invoices)) {
          const own = lineages.get(number) ?? [];
          expect(own.map(({ amount }) => amount)).toEqual(lines.map(({ amount }) => amount));
          for (const { amount, price, use } of own) {
            expect(sumOre(price.map((part) => part.amount))).toBe(amount);
            expect(sumOre(use.map((part) => part.amount))).toBe(amount);
          }
        }
      }),
      { numRuns: Math.ceil(depth.numRuns / 4) },
    );
  });

  it('of everything issued and corrected is that of a fresh computation, part by part', () => {
    fc.assert(
      fc.property(invoiceHistoryArb(documents), (history) => {
        const bases = basesOf(history);
        const instalments = instalmentsIn(bases.flatMap(({ invoices }) => invoices));
        const drafts = instalments.flatMap((each) => acceptedValue(draftInvoices(history.last, each)));
        const fresh: IssuedRunBasis = {
          purpose: 'ordinary',
          invoices: issueAll(drafts),
          price: history.last.price,
          decisions: DECISIONS,
        };
        expect(sumsOf(lineagesOf(bases).values())).toEqual(sumsOf(lineagesOf([fresh]).values()));
      }),
      { numRuns: Math.ceil(depth.numRuns / 4) },
    );
  });
});

describe('the pool money in a line', () => {
  const { price } = twoMunicipalities('1000.00');
  const { agreement } = price;
  const reserving = {
    ...price,
    agreement: {
      ...agreement,
      solutions: agreement.solutions.map((one) => ({ ...one, reservedShare: rateFromText('0.4') })),
    },
    solutions: price.solutions.map((one) => ({ ...one, pool: ore(20_000n) })),
  };
  const bound = (a: bigint, b: bigint) => [
    { decision: 'a', solution: 'aula', amount: ore(a) },
    { decision: 'b', solution: 'aula', amount: ore(b) },
    { decision: 'c', solution: 'valg', amount: ore(1n) },
  ];

  // Of 100.00 kr. for business maintenance 40 % are pool. Of a pool of 200.00 kr. one decision binds 50.00 and another 100.00.
  it('is shared by decisions in proportion to what they bind, and what none binds is undecided', () => {
    const line = { solution: 'aula', component: 'business' };
    expect(lineUsePart(reserving, line, ore(10_000n), bound(5_000n, 10_000n))).toEqual([
      { kind: 'base-budget', amount: 6_000n },
      { kind: 'decision', decision: 'a', amount: 1_000n },
      { kind: 'decision', decision: 'b', amount: 2_000n },
      { kind: 'undecided-pool', amount: 1_000n },
    ]);
  });

  it('that is bound beyond what there is goes to the decisions alone', () => {
    const line = { solution: 'aula', component: 'business' };
    expect(lineUsePart(reserving, line, ore(-10_000n), bound(30_000n, 10_000n))).toEqual([
      { kind: 'base-budget', amount: -6_000n },
      { kind: 'decision', decision: 'a', amount: -3_000n },
      { kind: 'decision', decision: 'b', amount: -1_000n },
    ]);
  });

  it('is none in a component that nothing is reserved of', () => {
    const line = { solution: 'aula', component: 'operations' };
    expect(lineUsePart(reserving, line, ore(10_000n), bound(5_000n, 0n))).toEqual([
      { kind: 'base-budget', amount: 10_000n },
    ]);
  });
});
