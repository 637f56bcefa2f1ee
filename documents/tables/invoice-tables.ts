import type { Invoice, InvoiceLine } from '../../src/invoicing/invoice.ts';
import type { Cell, Table } from '../../tables/table.ts';

/** One thing that each row says, by the name of the column. */
type Columns<Row> = readonly (readonly [name: string, cell: (row: Row) => Cell])[];

/**
 * Invoices as flat rows, one for each. Amounts have the sign of the municipality's debt, so that a column's sum is what the run comes to:
 * those of credit notes are negative.
 */
export function invoicesTable(invoices: readonly Invoice[]): Table {
  return tableOf(INVOICE_COLUMNS, invoices);
}

/** The lines of invoices as flat rows, in the order of the invoices; signs as in `invoicesTable`. */
export function linesTable(invoices: readonly Invoice[]): Table {
  const rows = invoices.flatMap((invoice) => invoice.lines.map((line) => ({ invoice, line })));
  return tableOf(LINE_COLUMNS, rows);
}

const HEAD: Columns<Invoice> = [
  ['number', ({ number }) => number],
  ['kind', ({ kind }) => kind],
  ['issueDate', ({ issueDate }) => day(issueDate)],
  ['dueDate', ({ dueDate }) => day(dueDate)],
  ['municipality', ({ payer }) => payer.municipality],
  ['name', ({ payer }) => payer.name],
  ['recipient', ({ recipient }) => recipient.recipient],
  ['gln', ({ recipient }) => recipient.gln],
  ['department', ({ recipient }) => recipient.department],
];

const INVOICE_COLUMNS: Columns<Invoice> = [
  ...HEAD,
  ['accountString', ({ recipient }) => recipient.accountString ?? ''],
  ['orderReference', ({ recipient }) => recipient.orderReference ?? ''],
  ['personReference', ({ recipient }) => recipient.personReference ?? ''],
  ['year', ({ instalment }) => instalment.year],
  ['frequency', ({ instalment }) => instalment.frequency],
  ['instalment', ({ instalment }) => instalment.number],
  ['from', ({ period }) => day(period.from)],
  ['to', ({ period }) => day(period.to)],
  ['corrects', ({ corrects }) => corrects?.number ?? ''],
  ['note', ({ note = '' }) => note],
  ['net', ({ totals }) => totals.net],
  ['vat', ({ totals }) => totals.vat],
  ['payable', ({ totals }) => totals.payable],
];

interface LineOfInvoice {
  readonly invoice: Invoice;
  readonly line: InvoiceLine;
}

const LINE_COLUMNS: Columns<LineOfInvoice> = [
  ...HEAD.map(([name, cell]): Columns<LineOfInvoice>[number] => [name, ({ invoice }) => cell(invoice)]),
  ['solution', ({ line }) => line.solution],
  ['solutionTitle', ({ line }) => line.solutionTitle],
  ['part', ({ line }) => line.parts.join('/')],
  ['component', ({ line }) => line.component],
  ['componentTitle', ({ line }) => line.componentTitle],
  ['accountString', ({ invoice, line }) => line.accountString ?? invoice.recipient.accountString ?? ''],
  ['amount', ({ line }) => line.amount],
];

function tableOf<Row>(columns: Columns<Row>, rows: readonly Row[]): Table {
  return {
    header: columns.map(([name]) => name),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}

function day(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}
