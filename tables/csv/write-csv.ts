import { stringify } from 'csv-stringify/sync';
import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import { guardFormula } from '../formula-guard.ts';
import type { Cell, Table } from '../table.ts';
import { visibleText } from '../visible-text.ts';

/**
 * Writes a table as Danish Excel and Power Query read it: UTF-8 with a byte order mark, semicolons, decimal comma, CRLF and one header
 * row. Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers, negative ones too.
 */
export function csvOf({ header, rows }: Table): string {
  return stringify(
    [header, ...rows].map((row) => row.map(cellText)),
    {
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      // A line break of either kind within text must not end the row.
      quote_record_delimiter: true,
    },
  );
}

function cellText(cell: Cell): string {
  switch (typeof cell) {
    case 'string':
      return guardFormula(visibleText(cell));
    case 'bigint':
      // No thousands separator, which spreadsheets would not read as part of a number.
      return withComma(kronerFromOre(cell));
    case 'number':
      return String(cell);
    default:
      return cell instanceof Temporal.PlainDate ? String(cell) : withComma(rateText(cell));
  }
}

function withComma(decimal: string): string {
  return decimal.replace('.', ',');
}
