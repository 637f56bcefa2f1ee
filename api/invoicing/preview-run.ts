import { isDanishBankDay } from '../../calendar/danish-bank-days.ts';
import { danishDay } from '../../calendar/danish-day.ts';
import { draftDocument } from '../../data/invoices/invoice-document.ts';
import type { InvoicingDocument } from '../../data/schema/invoicing.ts';
import { dueDate } from '../../src/invoicing/due-date.ts';
import type { InvoiceDraft } from '../../src/invoicing/invoice.ts';
import { totalsOf } from '../../src/invoicing/totals.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import type { Clock } from '../../store/clock.ts';
import type { DraftedRun } from './draft-run.ts';
import { runRefusal } from './run-refusals.ts';
import type { PreviewAnswer, RunRequest } from './run-schema.ts';

/** The days on which invoices are issued and due. */
export interface InvoiceDays {
  readonly issueDate: string;
  readonly dueDate: string;
}

/**
 * When a run is issued and due, were it issued now: payment is due after the term, or on the day asked for, and on the next
 * day on which banks are open. Refused with `due_before_issue`.
 */
export function invoiceDays(
  { dueDate: asked }: Pick<RunRequest, 'dueDate'>,
  { paymentTermDays }: InvoicingDocument,
  clock: Clock,
): Result<InvoiceDays> {
  const issueDate = danishDay(clock());
  if (asked === undefined)
    return accepted({ issueDate, dueDate: dueDate(issueDate, paymentTermDays, isDanishBankDay) });
  if (asked < issueDate) return refused(runRefusal('due_before_issue', ['dueDate'], asked, issueDate));
  return accepted({ issueDate, dueDate: dueDate(asked, 0, isDanishBankDay) });
}

/**
 * A run as its preview shows it; the invoices of one municipality in full, if it is asked for.
 *
 * @param isShown whether the invoices of a municipality are shown in short
 */
export function previewAnswer(
  { run, computed }: DraftedRun,
  days: InvoiceDays,
  municipality: string | undefined,
  isShown: (municipality: string) => boolean,
): PreviewAnswer {
  const own = run.drafts.filter(({ payer }) => payer.municipality === municipality);
  return {
    ...computed,
    ...days,
    summary: run.drafts.filter(({ payer }) => isShown(payer.municipality)).map(summaryOf),
    ...(municipality !== undefined && { drafts: own.map(draftDocument) }),
  };
}

function summaryOf({
  payer,
  recipient,
  instalment,
  corrects,
  lines,
}: InvoiceDraft): PreviewAnswer['summary'][number] {
  const { net, vat, payable } = totalsOf(lines);
  return {
    municipality: payer.municipality,
    recipient: recipient.recipient,
    instalment: instalment.number,
    ...(corrects !== undefined && { corrects: corrects.number }),
    net: kronerFromOre(net),
    vat: kronerFromOre(vat),
    payable: kronerFromOre(payable),
  };
}
