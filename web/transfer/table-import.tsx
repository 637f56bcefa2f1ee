import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { Notice } from '../parts/notice.tsx';
import { rowTexts } from './row-texts.ts';
import { TableChoice } from './table-choice.tsx';
import { TableFailure } from './table-failure.tsx';

const words = inBoth({ load: 'Indlæs', loading: 'Indlæser' }, { load: 'Load', loading: 'Loading' });

/**
 * Sends a table to the service, and tells what it came to or all that is wrong in it.
 *
 * @param label what the form does, for those who hear it
 * @param load sends it; resolves with what to say of it
 * @param children further fields that belong to it; they are given what was refused
 */
export function TableImport({
  label,
  load,
  children,
}: {
  readonly label: string;
  readonly load: (table: Blob) => Promise<ComponentChildren>;
  readonly children?: (failure: unknown) => ComponentChildren;
}) {
  const [table, setTable] = useState<Blob>();
  const [said, setSaid] = useState<ComponentChildren>();
  const [loads, setLoads] = useState(0);
  const [rows, setRows] = useState<readonly string[]>([]);
  const loading = useWrite(load, { title: () => words().loading });
  const send = async (chosen: Blob) => {
    setSaid(undefined);
    setRows(await rowTexts(chosen));
    const done = await loading.write(chosen);
    if (done === undefined) return;
    setSaid(done);
    setTable(undefined);
    setLoads(loads + 1);
  };
  return (
    <>
      <form
        class="table-import not-on-paper"
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          if (table !== undefined) send(table);
        }}
      >
        {children?.(loading.failure)}
        <TableChoice key={loads} onChoose={setTable} />
        <button type="submit" class="button" disabled={loading.isBusy || table === undefined}>
          {words().load}
        </button>
      </form>
      <div role="status">
        {said !== undefined && (
          <Notice kind="success">
            <p>{said}</p>
          </Notice>
        )}
      </div>
      <TableFailure failure={loading.failure} rows={rows} />
    </>
  );
}
