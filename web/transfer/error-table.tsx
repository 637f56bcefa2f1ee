import { inBoth } from '../language/language.ts';
import { count } from '../numbers/format.ts';
import { Notice } from '../parts/notice.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import './transfer.css';

const words = inBoth(
  {
    found: (errors: string) => `${errors} fejl i filen. Intet er gemt.`,
    mend: 'Ret dem, og indlæs filen igen. Når de er rettet, kontrolleres resten, og der kan vise sig flere.',
    name: 'Fejl i filen',
    row: 'Række',
    line: 'Linje',
    column: 'Kolonne',
    place: 'Sted',
    message: 'Hvad der er galt, og hvad der hjælper',
    says: 'Rækken siger',
  },
  {
    found: (errors: string) => `Errors in the file: ${errors}. Nothing has been kept.`,
    mend: 'Mend them and load the file again. Once they are mended the rest is checked, and more may appear.',
    name: 'Errors in the file',
    row: 'Row',
    line: 'Line',
    column: 'Column',
    place: 'Place',
    message: 'What is wrong, and what helps',
    says: 'The row says',
  },
);

/** Something wrong in a file, and where somebody who opens the file finds it. */
export interface LocatedError {
  /** A row as the spreadsheet counts it, or a line of a text, from 1. Absent: the file as a whole. */
  readonly line?: number;
  /** The column of a table, or the way through a document. */
  readonly place: string;
  readonly message: string;
  /** What the row says, where the page can read it. */
  readonly row?: string;
}

/** Everything that is wrong in a file, where it stands and what helps: to be sorted, searched, copied and sent to whoever made the file. */
export function ErrorTable({
  of,
  errors,
}: {
  readonly of: 'table' | 'document';
  readonly errors: readonly LocatedError[];
}) {
  return (
    <div role="alert" class="file-errors">
      <Notice kind="error">
        <p>
          <strong>{words().found(count(errors.length))}</strong> {words().mend}
        </p>
      </Notice>
      <DataTable
        name={words().name}
        rows={errors.map((error, order) => ({ ...error, order }))}
        rowKey={({ order }) => String(order)}
        columns={[
          {
            id: 'line',
            title: of === 'table' ? words().row : words().line,
            kind: 'ordinal',
            value: ({ line }) => (line === undefined ? undefined : String(line)),
          },
          {
            id: 'place',
            title: of === 'table' ? words().column : words().place,
            kind: 'text',
            value: ({ place }) => place,
          },
          { id: 'message', title: words().message, kind: 'text', value: ({ message }) => message },
          ...(errors.some(({ row }) => row !== undefined) ? [rowColumn()] : []),
        ]}
      />
    </div>
  );
}

function rowColumn(): Column<LocatedError> {
  return { id: 'row', title: words().says, kind: 'text', value: ({ row }) => row };
}
