import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '../../data/canonical-document.ts';
import { payersFromRows } from '../../data/past-amounts/payers-from-rows.ts';
import { tableFromPayers } from '../../data/past-amounts/table-from-payers.ts';
import { csvOf } from '../../tables/csv/write-csv.ts';
import { readRows } from '../../tables/read-rows.ts';
import type { Table } from '../../tables/table.ts';
import { xlsxOf } from '../../tables/xlsx/write-xlsx.ts';
import { agreementDocumentArb } from '../arbitraries/agreement.ts';
import { withPastAmounts } from '../arbitraries/past-amounts.ts';
import { acceptedValue } from '../results.ts';
import { runs } from '../settings/runs.ts';

const WRITERS: readonly (readonly [string, (table: Table) => Uint8Array])[] = [
  ['CSV', (table) => new TextEncoder().encode(csvOf(table))],
  ['XLSX', (table) => xlsxOf(table, 'Faktiske beløb')],
];

describe.each(WRITERS)('actual amounts as a table: %s', (_, write) => {
  it('written and read again are the same', () => {
    fc.assert(
      fc.property(withPastAmounts(agreementDocumentArb), (document) => {
        for (const { municipalities } of canonicalDocument(document).pastAmounts ?? []) {
          const rows = acceptedValue(readRows(write(tableFromPayers(municipalities))));
          expect(acceptedValue(payersFromRows(rows, document))).toEqual(municipalities);
        }
      }),
      runs(30, 1000),
    );
  });
});
