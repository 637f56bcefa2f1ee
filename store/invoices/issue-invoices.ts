import type { Invoice } from '../../src/invoicing/invoice.ts';
import type { RunPurpose } from '../../src/invoicing/run.ts';
import { canonicalText, hashOf } from '../../src/result-hash.ts';
import { inChunks } from '../chunks.ts';
import type { WriteUnderWay } from '../write.ts';
import { keepDocuments, type NewDocument } from './invoice-documents.ts';
import { lastSeq } from './read-invoices.ts';

/** An invoice on its way into the store, with everything that is given of it for ever. */
export interface NewInvoice {
  readonly invoice: Invoice;
  /** The invoice as JSON carries it. */
  readonly document: object;
  readonly documents: readonly NewDocument[];
}

/** What all invoices of a run have in common. */
export interface IssuedRun {
  readonly run: string;
  readonly purpose: RunPurpose;
  readonly agreement: string;
  readonly series: string;
  readonly isShared: boolean;
}

/** Keeps the invoices of a run, in order. Their numbers follow those of the series: the engine refuses one that is taken. */
export async function keepInvoices(
  under: WriteUnderWay,
  run: IssuedRun,
  invoices: readonly NewInvoice[],
): Promise<void> {
  const { transaction } = under;
  const first = (await lastSeq(transaction)) + 1n;
  const rows = invoices.map(({ invoice, document }, place) =>
    invoiceRow(under, run, invoice, { seq: first + BigInt(place), document }),
  );
  for (const some of inChunks(rows)) await transaction.insertInto('invoices').values(some).execute();
  const lines = invoices.flatMap(({ invoice }) => lineRows(invoice));
  for (const some of inChunks(lines)) await transaction.insertInto('invoice_lines').values(some).execute();
  await keepDocuments(
    transaction,
    invoices.flatMap(({ documents }) => documents),
  );
}

function invoiceRow(
  { at, actor }: WriteUnderWay,
  { run, purpose, agreement, series, isShared }: IssuedRun,
  { number, kind, payer, recipient, instalment, issueDate, dueDate, totals, corrects }: Invoice,
  { seq, document }: { readonly seq: bigint; readonly document: object },
) {
  return {
    ...{ number, seq, series, run, purpose, kind, agreement },
    position: BigInt(number.slice(series.length)),
    year: BigInt(instalment.year),
    frequency: instalment.frequency,
    instalment: BigInt(instalment.number),
    municipality: payer.municipality,
    recipient: recipient.recipient,
    issue_date: issueDate,
    due_date: dueDate,
    net_ore: totals.net,
    vat_ore: totals.vat,
    payable_ore: totals.payable,
    corrects: corrects?.number ?? null,
    issued_by: actor,
    issued_at: at,
    shared: isShared ? 1n : 0n,
    body: canonicalText(document),
    body_hash: hashOf(document),
  };
}

function lineRows({ number, lines }: Invoice) {
  return lines.map(({ solution, component, amount }, place) => ({
    number,
    line: BigInt(place + 1),
    solution,
    component,
    amount_ore: amount,
  }));
}
