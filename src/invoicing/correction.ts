import { negateOre, type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { byCodePoint } from '../order.ts';
import { accepted, collect, type Result } from '../refusal.ts';
import { draftInvoices, type InvoicingYear } from './draft-invoices.ts';
import type { Instalment } from './instalment.ts';
import type { Invoice, InvoiceDraft, InvoiceLine, InvoiceReference } from './invoice.ts';
import { instalmentKey, lineKey } from './line-key.ts';

/**
 * What is still to be invoiced or given back when a year's price, shares or plans have changed: for each line of each
 * instalment that has been issued, the fresh computation less everything issued of it, corrections included. So
 * issued + deltas = fresh for every municipality, recipient, solution and component. Model, section 7.
 *
 * @param issued every invoice of the year, in the order of issue
 * @param note why they are corrected, in Danish
 * @returns drafts by municipality, recipient and instalment; none for what has not changed; refused as `draftInvoices`
 */
export function correctionDrafts(
  invoicing: InvoicingYear,
  issued: readonly Invoice[],
  note: string,
): Result<InvoiceDraft[]> {
  const fresh = collect(instalmentsIn(issued).map((instalment) => draftInvoices(invoicing, instalment)));
  if (!fresh.ok) return fresh;
  const freshByKey = new Map(fresh.value.flat().map((draft) => [instalmentKey(draft), draft]));
  const issuedByKey = Map.groupBy(issued, instalmentKey);
  const keys = new Set([...issuedByKey.keys(), ...freshByKey.keys()]);
  const drafts = [...keys].flatMap((key) => delta(freshByKey.get(key), issuedByKey.get(key) ?? [], note));
  return accepted(drafts.toSorted(byPayer));
}

/** The instalments that invoices of one year ask for, each once. */
export function instalmentsIn(invoices: readonly InvoiceDraft[]): Instalment[] {
  return [...new Map(invoices.map(({ instalment }) => [instalment.number, instalment])).values()];
}

/** A draft that takes back all of an invoice, from its stored lines: the two sum to zero in every line and in VAT. */
export function reversalDraft(invoice: Invoice, note: string): InvoiceDraft {
  const { payer, recipient, instalment, period, lines, basis } = invoice;
  const reversed = lines.map((line) => ({ ...line, amount: negateOre(line.amount) }));
  return {
    payer,
    recipient,
    instalment,
    period,
    lines: reversed,
    basis,
    corrects: referenceTo(invoice),
    note,
  };
}

function delta(fresh: InvoiceDraft | undefined, issued: readonly Invoice[], note: string): InvoiceDraft[] {
  const present = fresh ?? issued.at(-1);
  if (present === undefined) return [];
  const lines = deltaLines(
    fresh?.lines ?? [],
    issued.flatMap((invoice) => invoice.lines),
  );
  if (lines.length === 0) return [];
  const { payer, recipient, instalment, period, basis } = present;
  const [first] = issued;
  const corrects = first === undefined ? {} : { corrects: referenceTo(first) };
  return [{ payer, recipient, instalment, period, lines, basis, ...corrects, note }];
}

/** Lines that are asked for no more stand last, in the order in which they were issued. */
function deltaLines(fresh: readonly InvoiceLine[], issued: readonly InvoiceLine[]): InvoiceLine[] {
  const asked = Map.groupBy(fresh, lineKey);
  const had = Map.groupBy(issued, lineKey);
  return [...new Set([...asked.keys(), ...had.keys()])].flatMap((key) => {
    const line = asked.get(key)?.at(0) ?? had.get(key)?.at(-1);
    const amount = subtractOre(total(asked.get(key)), total(had.get(key)));
    return line === undefined || amount === ZERO_ORE ? [] : [{ ...line, amount }];
  });
}

function total(lines: readonly InvoiceLine[] = []): Ore {
  return sumOre(lines.map(({ amount }) => amount));
}

function referenceTo({ number, issueDate }: Invoice): InvoiceReference {
  return { number, issueDate };
}

function byPayer(first: InvoiceDraft, second: InvoiceDraft): number {
  return (
    byCodePoint(first.payer.municipality, second.payer.municipality) ||
    byCodePoint(first.recipient.recipient, second.recipient.recipient) ||
    first.instalment.number - second.instalment.number
  );
}
