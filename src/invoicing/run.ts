import { negateOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { accepted, type Result } from '../refusal.ts';
import { correctionDrafts, instalmentsIn, reversalDraft } from './correction.ts';
import { draftInvoices, type InvoicingYear } from './draft-invoices.ts';
import type { Instalment } from './instalment.ts';
import type { Invoice, InvoiceDraft } from './invoice.ts';
import { type RunCheck, runChecks } from './run-checks.ts';
import { amountsByPayer, type PayerAmounts } from './run-differences.ts';

/** What a run is for: an instalment, what has changed since, or taking whole invoices back. */
export type RunPurpose = 'ordinary' | 'correction' | 'reversal';

/** The invoices of a run (*fakturakørsel*) before they have numbers, with what speaks for them. */
export interface Run {
  /** In the order in which they get their numbers. */
  readonly drafts: readonly InvoiceDraft[];
  readonly checks: readonly RunCheck[];
  /** What each municipality is asked for when the run has been issued; of a correction with all it corrects. */
  readonly after: PayerAmounts;
}

/** The run of an instalment; refused as `draftInvoices`. */
export function ordinaryRun(invoicing: InvoicingYear, instalment: Instalment): Result<Run> {
  const drafts = draftInvoices(invoicing, instalment);
  if (!drafts.ok) return drafts;
  const checks = runChecks(drafts.value, invoicing.shares, [instalment]);
  return accepted({ drafts: drafts.value, checks, after: amountsByPayer(drafts.value) });
}

/**
 * The run that brings what has been issued of a year to what is now computed; refused as `draftInvoices`.
 *
 * @param issued every invoice of the year, in the order of issue
 */
export function correctionRun(
  invoicing: InvoicingYear,
  issued: readonly Invoice[],
  note: string,
): Result<Run> {
  const drafts = correctionDrafts(invoicing, issued, note);
  if (!drafts.ok) return drafts;
  const all = [...issued, ...drafts.value];
  const checks = runChecks(all, invoicing.shares, instalmentsIn(issued));
  return accepted({ drafts: drafts.value, checks, after: amountsByPayer(all) });
}

/** The run that takes invoices back in full, from their stored lines. */
export function reversalRun(invoices: readonly Invoice[], note: string): Run {
  const drafts = invoices.map((invoice) => reversalDraft(invoice, note));
  return { drafts, checks: reversalChecks(invoices, drafts), after: amountsByPayer(drafts) };
}

/** What is given back beside what was asked for, by municipality and in total. */
function reversalChecks(invoices: readonly Invoice[], drafts: readonly InvoiceDraft[]): RunCheck[] {
  const [asked, given] = [amountsByPayer(invoices), amountsByPayer(drafts)];
  return [
    ...[...asked].map(([id, amount]): RunCheck => {
      const expected = negateOre(amount);
      return { subject: 'municipality', id, expected, found: given.get(id) ?? ZERO_ORE };
    }),
    {
      subject: 'total',
      id: String(invoices[0]?.instalment.year ?? ''),
      expected: negateOre(sumOre(invoices.map(({ totals }) => totals.net))),
      found: sumOre(given.values()),
    },
  ];
}
