import { describe, expect, it } from 'vitest';
import { invoicesCsv, invoicesXlsx } from '../../documents/tables/invoice-files.ts';
import { type Ore, sumOre } from '../../src/money/ore.ts';
import { moneyCell } from '../../tables/cell-readers.ts';
import { readRows } from '../../tables/read-rows.ts';
import type { ReadRows } from '../../tables/table.ts';
import { acceptedValue } from '../results.ts';
import { FULL_RUNS, ordinaryRun } from './full-run.ts';

/** The column of a table by its name. */
function column(rows: ReadRows, name: string) {
  const place = rows[0]?.indexOf(name) ?? -1;
  return rows.slice(1).map((row) => row[place] ?? '');
}

function readBack(bytes: string | Uint8Array): ReadRows {
  return acceptedValue(readRows(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes));
}

function amountsIn(rows: ReadRows, name: string): Ore[] {
  return column(rows, name).map((cell) => {
    const amount = moneyCell(cell);
    if (!amount.ok) throw new Error(`${String(cell)} is an amount`);
    return amount.value;
  });
}

describe.each(FULL_RUNS)('%s as tables', (_, invoices) => {
  it('has every line in CSV, and negative amounts are numbers that sum to the run', () => {
    const amounts = amountsIn(readBack(invoicesCsv(invoices)), 'amount');
    expect(amounts).toEqual(invoices.flatMap(({ lines }) => lines.map(({ amount }) => amount)));
    expect(sumOre(amounts)).toBe(sumOre(invoices.map(({ totals }) => totals.net)));
  });
});

describe.each(FULL_RUNS.filter((_, place) => place % 4 === 0))('%s as a workbook', (_, invoices) => {
  it('has every invoice in XLSX with its net, VAT and payable amount', () => {
    const rows = readBack(invoicesXlsx(invoices));
    expect(column(rows, 'number')).toEqual(invoices.map(({ number }) => number));
    for (const name of ['net', 'vat', 'payable'] as const)
      expect(amountsIn(rows, name)).toEqual(invoices.map(({ totals }) => totals[name]));
  });
});

describe('text of an invoice that tries to be a formula', () => {
  const [invoice] = ordinaryRun;
  if (invoice === undefined) throw new Error('a run has invoices');
  const loud = {
    ...invoice,
    payer: { ...invoice.payer, name: '=cmd()' },
    recipient: {
      ...invoice.recipient,
      department: '-1+1',
      accountString: '@SUM(A1)',
      orderReference: '"x";\u202E',
    },
    note: `+${'9'.repeat(10_000)}`,
  };

  it('is text in CSV and XLSX, and comes back as it was', () => {
    expect(invoicesCsv([loud])).toContain(";'=cmd();");
    const csv = readBack(invoicesCsv([loud]));
    expect(column(csv, 'name')[0]).toBe('=cmd()');
    expect(column(csv, 'department')[0]).toBe('-1+1');
    expect(column(csv, 'accountString')[0]).toBe('@SUM(A1)');
    const xlsx = readBack(invoicesXlsx([loud]));
    expect(column(xlsx, 'orderReference')).toEqual(['"x";']);
    expect(column(xlsx, 'note')).toEqual([loud.note]);
  });
});
