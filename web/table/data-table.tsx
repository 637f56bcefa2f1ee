import { useMemo, useState } from 'preact/hooks';
import { inBoth } from '../language/language.ts';
import { count } from '../numbers/format.ts';
import { Icon } from '../parts/icon.tsx';
import { Scrolling } from '../parts/scrolling.tsx';
import { type Column, compareBy, shown } from './column.ts';
import { TableTools } from './table-tools.tsx';
import './table.css';

const words = inBoth(
  {
    empty: 'Ingen rækker passer.',
    sortBy: 'Sortér efter',
    all: (rows: string) => `Vis alle ${rows} rækker`,
    rest: (shown: string, rows: string) =>
      `Her står ${shown} af ${rows} rækker. Hele tabellen kan hentes fra siden som CSV eller Excel.`,
  },
  {
    empty: 'No rows match.',
    sortBy: 'Sort by',
    all: (rows: string) => `Show all ${rows} rows`,
    rest: (shown: string, rows: string) =>
      `This is ${shown} of ${rows} rows. The whole table can be downloaded from the page as CSV or Excel.`,
  },
);

export interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

/** Tables of fewer rows are read at a glance and need no search. */
const SEARCHED_FROM = 12;

/** Tables of more rows keep their heading in sight while they scroll. */
const TALL_FROM = 40;

/** Longer tables show so many rows until all are asked for; every municipality is fewer. */
const ROWS_AT_FIRST = 100;

/**
 * A table that sorts by any column, is searched, copied and downloaded, always all of it. Its first column names the row.
 *
 * @param name what the table is called, also as a file
 */
export function DataTable<Row>({
  name,
  columns,
  rows,
  rowKey,
  sorting: firstSorting,
  total,
  highlighted,
  onPaper,
}: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Left out: the order of the rows as they come. */
  readonly sorting?: Sorting;
  /** A row that stays at the bottom, however the others are sorted. */
  readonly total?: Row | undefined;
  readonly highlighted?: (row: Row) => boolean;
  /** The rows that matter most, of all in their order: the others are not printed. */
  readonly onPaper?: (rows: readonly Row[]) => readonly Row[];
}) {
  const [sorting, setSorting] = useState<Sorting | undefined>(firstSorting);
  const [search, setSearch] = useState('');
  const [mostRows, setMostRows] = useState(ROWS_AT_FIRST);
  const visible = useMemo(
    () => sorted(searched(rows, columns, search), columns, sorting),
    [rows, columns, search, sorting],
  );
  const printed = useMemo(() => onPaper && new Set(onPaper(visible)), [visible]);
  const isPrinted = (row: Row) => printed === undefined || printed.has(row) || highlighted?.(row) === true;
  const [naming, ...others] = columns;
  if (naming === undefined) return null;
  return (
    <div class="data-table">
      <TableTools
        name={name}
        columns={columns}
        rows={total === undefined ? visible : [...visible, total]}
        search={search}
        onSearch={rows.length >= SEARCHED_FROM ? setSearch : undefined}
      />
      <Scrolling label={name} isTall={rows.length >= TALL_FROM}>
        <table>
          <caption>{name}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading key={column.id} column={column} sorting={sorting} onSort={setSorting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.slice(0, mostRows).map((row) => (
              <tr
                key={rowKey(row)}
                class={classNames(highlighted?.(row) && 'is-highlighted', !isPrinted(row) && 'not-on-paper')}
              >
                <th scope="row">{naming.cell?.(row) ?? shown(naming, row)}</th>
                {others.map((column) => (
                  <Cell key={column.id} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
          {total !== undefined && (
            <tfoot>
              <tr>
                <th scope="row">{naming.cell?.(total) ?? shown(naming, total)}</th>
                {others.map((column) => (
                  <Cell key={column.id} column={column} row={total} />
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {visible.length === 0 && <p class="table-empty">{words().empty}</p>}
      </Scrolling>
      {!visible.every(isPrinted) && (
        <p class="only-on-paper hint">
          {words().rest(count(visible.filter(isPrinted).length), count(visible.length))}
        </p>
      )}
      {visible.length > mostRows && (
        <button
          type="button"
          class="button button-secondary"
          onClick={() => setMostRows(Number.POSITIVE_INFINITY)}
        >
          {words().all(count(visible.length))}
        </button>
      )}
    </div>
  );
}

function classNames(...names: readonly (string | false | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}

function Heading<Row>({
  column,
  sorting,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting) => void;
}) {
  const isSorted = sorting?.column === column.id;
  const isDescending = isSorted ? sorting.isDescending : false;
  const next = { column: column.id, isDescending: isSorted ? !isDescending : column.kind !== 'text' };
  const order = isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" class={`of-${column.kind}`} aria-sort={isSorted ? order : undefined}>
      <button type="button" title={`${words().sortBy} ${column.title}`} onClick={() => onSort(next)}>
        {column.title}
        <Icon name={!isSorted ? 'sorted-none' : isDescending ? 'sorted-down' : 'sorted-up'} />
      </button>
    </th>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  return <td class={`of-${column.kind}`}>{column.cell?.(row) ?? shown(column, row)}</td>;
}

function searched<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  search: string,
): readonly Row[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) => columns.some((column) => shown(column, row).toLowerCase().includes(wanted)));
}

function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sorting?.column);
  if (column === undefined) return rows;
  const direction = sorting?.isDescending ? -1 : 1;
  return rows.toSorted((first, second) => direction * compareBy(column, first, second));
}
