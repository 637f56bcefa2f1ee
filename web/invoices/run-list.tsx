import { inBoth } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { addressOf } from '../shell/location.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { type KeptRun, useRuns } from './run.ts';
import { nameOfRun, stateOfRun } from './run-name.ts';

const words = inBoth(
  {
    title: 'Kørsler',
    none: 'Der er ingen kørsler endnu. Vælg nedenfor, hvad der skal faktureres, og se det, før noget gemmes.',
    run: 'Kørsel',
    state: 'Tilstand',
    numbers: 'Numre',
    invoices: 'Fakturaer',
    net: 'Uden moms',
    payable: 'At betale',
  },
  {
    title: 'Runs',
    none: 'There are no runs yet. Choose below what is to be invoiced, and look at it before anything is kept.',
    run: 'Run',
    state: 'State',
    numbers: 'Numbers',
    invoices: 'Invoices',
    net: 'Excluding VAT',
    payable: 'Payable',
  },
);

/** All runs, drafts and issued ones. */
export function RunList() {
  const runs = useRuns();
  return (
    <section>
      <h2>{words().title}</h2>
      <Loaded answer={runs}>
        {(kept) =>
          kept.length === 0 ? (
            <p>{words().none}</p>
          ) : (
            <DataTable name={words().title} columns={columns()} rows={kept} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
    </section>
  );
}

function columns(): Column<KeptRun>[] {
  return [
    {
      id: 'run',
      title: words().run,
      kind: 'text',
      value: nameOfRun,
      cell: (run) => <a href={addressOf('/fakturaer', { koersel: run.id })}>{nameOfRun(run)}</a>,
    },
    { id: 'state', title: words().state, kind: 'text', value: stateOfRun },
    {
      id: 'numbers',
      title: words().numbers,
      kind: 'text',
      value: ({ issued }) => issued && `${issued.first}–${issued.last}`,
    },
    {
      id: 'invoices',
      title: words().invoices,
      kind: 'count',
      value: ({ computed }) => String(computed.invoices),
    },
    { id: 'net', title: words().net, kind: 'amount', value: ({ computed }) => computed.totals.net },
    {
      id: 'payable',
      title: words().payable,
      kind: 'amount',
      value: ({ computed }) => computed.totals.payable,
    },
  ];
}
