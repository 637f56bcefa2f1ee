import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSplitPlan } from '../../src/invoicing/check-split-plan.ts';
import { draftInvoices } from '../../src/invoicing/draft-invoices.ts';
import { instalmentAmount, instalmentsOf } from '../../src/invoicing/instalment.ts';
import type { InvoiceDraft } from '../../src/invoicing/invoice.ts';
import { failedChecks, runChecks } from '../../src/invoicing/run-checks.ts';
import { type Ore, ore, sumOre } from '../../src/money/ore.ts';
import { SIZES } from '../agreement/sizes.ts';
import { changedAgreementArb } from '../arbitraries/changed-agreement.ts';
import { splitPlansArb } from '../arbitraries/split-plan.ts';
import { acceptedValue, codesOf } from '../results.ts';
import { frequencyArb, invoicingYear } from './invoicing-year.ts';

describe.each(SIZES)('laws of invoice drafts, for %s', (_, documents, depth) => {
  const caseArb = changedAgreementArb(documents).chain((agreement) =>
    fc.record({
      agreement: fc.constant(agreement),
      plans: splitPlansArb(agreement),
      frequency: frequencyArb,
    }),
  );

  it('the recipients of a line sum to the line, in every instalment', () => {
    fc.assert(
      fc.property(caseArb, ({ agreement, plans, frequency }) => {
        expect(plans.flatMap((plan) => checkSplitPlan(plan, agreement))).toEqual([]);
        const year = invoicingYear(agreement, plans);
        for (const instalment of instalmentsOf(2026, frequency)) {
          const drafts = acceptedValue(draftInvoices(year, instalment));
          const asked = year.shares.municipalities.flatMap(({ municipality, amounts }) =>
            amounts.flatMap((annual, place): [string, Ore][] => {
              const amount = instalmentAmount(annual, instalment);
              return amount === 0n ? [] : [[`${municipality} ${year.shares.solutions[place]}`, amount]];
            }),
          );
          expect(sumsOf(drafts)).toEqual(new Map(asked));
        }
      }),
      depth,
    );
  });

  it('the instalments of a year pass every check of columns, rows and total, and sum to the agreement price', () => {
    fc.assert(
      fc.property(caseArb, ({ agreement, plans, frequency }) => {
        const year = invoicingYear(agreement, plans);
        const instalments = instalmentsOf(2026, frequency);
        const drafts = instalments.flatMap((each) => acceptedValue(draftInvoices(year, each)));
        const checks = runChecks(drafts, year.shares, instalments);
        expect(failedChecks(checks)).toEqual([]);
        expect(checks.find(({ subject }) => subject === 'total')?.found).toBe(year.price.price);
      }),
      depth,
    );
  });

  it('no line is zero or gives money back, and every invoice has a line', () => {
    fc.assert(
      fc.property(caseArb, ({ agreement, plans, frequency }) => {
        const [first] = instalmentsOf(2026, frequency);
        if (first === undefined) return;
        const drafts = acceptedValue(draftInvoices(invoicingYear(agreement, plans), first));
        expect(drafts.filter(({ lines }) => lines.length === 0)).toEqual([]);
        expect(drafts.flatMap(({ lines }) => lines.filter(({ amount }) => amount <= 0n))).toEqual([]);
      }),
      depth,
    );
  });

  it('a moved øre fails the checks of both its columns, or of both its rows', () => {
    fc.assert(
      fc.property(caseArb, fc.nat(), fc.nat(), ({ agreement, plans }, from, to) => {
        const year = invoicingYear(agreement, plans);
        const instalments = instalmentsOf(2026, 'annual');
        const drafts = instalments.flatMap((each) => acceptedValue(draftInvoices(year, each)));
        const places = drafts.flatMap(({ payer, lines }, invoice) =>
          lines.map(({ solution }, line) => ({ invoice, line, cell: [payer.municipality, solution] })),
        );
        const [debit, credit] = [places[from % places.length], places[to % places.length]];
        if (debit === undefined || credit === undefined) return;
        const moved = withAdded(withAdded(drafts, debit, -1n), credit, 1n);
        const failed = failedChecks(runChecks(moved, year.shares, instalments)).map(({ id }) => id);
        const crossed = debit.cell.flatMap((id, kind) =>
          id === credit.cell[kind] ? [] : [id, credit.cell[kind]],
        );
        expect(failed.toSorted()).toEqual(crossed.toSorted());
      }),
      depth,
    );
  });

  it('is refused when a municipality has no plan on the first day of the instalment', () => {
    fc.assert(
      fc.property(caseArb, ({ agreement, plans, frequency }) => {
        const year = invoicingYear(agreement, []);
        const [first] = instalmentsOf(2026, frequency);
        if (first === undefined) return;
        expect(new Set(codesOf(draftInvoices(year, first)))).toEqual(new Set(['split_plan_missing']));
        const late = plans.map((plan) => ({ ...plan, validFrom: '2026-01-02' }));
        expect(codesOf(draftInvoices({ ...year, plans: late }, first))).toHaveLength(
          year.shares.municipalities.length,
        );
      }),
      { numRuns: Math.min(depth.numRuns, 10) },
    );
  });
});

/** By municipality and solution. */
function sumsOf(drafts: readonly InvoiceDraft[]): Map<string, Ore> {
  const lines = drafts.flatMap(({ payer, lines: own }) =>
    own.map(({ solution, amount }) => ({ key: `${payer.municipality} ${solution}`, amount })),
  );
  const byKey = Map.groupBy(lines, ({ key }) => key);
  return new Map([...byKey].map(([key, own]) => [key, sumOre(own.map(({ amount }) => amount))]));
}

interface LinePlace {
  readonly invoice: number;
  readonly line: number;
}

function withAdded(
  drafts: readonly InvoiceDraft[],
  { invoice, line }: LinePlace,
  added: bigint,
): InvoiceDraft[] {
  return drafts.map((draft, place) =>
    place !== invoice
      ? draft
      : {
          ...draft,
          lines: draft.lines.map((each, at) =>
            at === line ? { ...each, amount: ore(each.amount + added) } : each,
          ),
        },
  );
}
