import { inBoth } from '../language/language.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Column } from './column.ts';
import { asTabs, saveAsCsv, saveAsWorkbook, sheetOf } from './spreadsheet.ts';

const words = inBoth(
  { search: 'Søg i tabellen', copy: 'Kopiér', csv: 'CSV', excel: 'Excel', download: 'Hent som' },
  { search: 'Search the table', copy: 'Copy', csv: 'CSV', excel: 'Excel', download: 'Download as' },
);

/** What can be done with a table: search it, copy it, take it along. All of it works on the rows in sight. */
export function TableTools<Row>({
  name,
  columns,
  rows,
  search,
  onSearch,
}: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly search: string;
  readonly onSearch: ((search: string) => void) | undefined;
}) {
  const sheet = () => sheetOf(name, columns, rows);
  return (
    <div class="table-tools">
      {onSearch !== undefined && (
        <input
          type="search"
          aria-label={`${words().search}: ${name}`}
          placeholder={words().search}
          value={search}
          onInput={({ currentTarget }) => onSearch(currentTarget.value)}
        />
      )}
      <div class="actions">
        <CopyButton text={() => asTabs(sheet())}>{words().copy}</CopyButton>
        <button
          type="button"
          class="button-plain"
          title={`${words().download} CSV`}
          onClick={() => saveAsCsv(sheet())}
        >
          <Icon name="download" /> {words().csv}
        </button>
        <button
          type="button"
          class="button-plain"
          title={`${words().download} Excel`}
          onClick={() => saveAsWorkbook(sheet())}
        >
          <Icon name="download" /> {words().excel}
        </button>
      </div>
    </div>
  );
}
