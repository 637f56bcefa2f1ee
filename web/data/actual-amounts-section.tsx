import { useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import { api } from '../api/client.ts';
import { messageOfParameter } from '../api/problem.ts';
import { inBoth, say } from '../language/language.ts';
import { count } from '../numbers/format.ts';
import { Field } from '../parts/field.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { addressOf } from '../shell/location.ts';
import { ownMunicipality } from '../shell/own-municipality.ts';
import { DataTable } from '../table/data-table.tsx';
import { Downloads, type FileOptions } from '../transfer/downloads.tsx';
import { tableDownloads } from '../transfer/table-file.ts';
import { TableImport } from '../transfer/table-import.tsx';
import { type ActualAmounts, nextLabel, publishActualAmounts, useActualAmounts } from './actual-amounts.ts';
import { provenanceText } from './provenance.ts';

const words = inBoth(
  {
    title: 'Faktisk betalte beløb',
    text: 'Hvad kommunerne har betalt i et år, for hver løsning. Når beløbene er kendt, regnes ændringen året efter fra dem, og det gør lofter og gulve også.',
    columns:
      'En række for hver kommune og løsning, med tre kolonner: municipality (kommunens kode), solution (løsningens id) og amount (beløbet).',
    fetch: (year: number) => `Hent skema for ${year}:`,
    year: 'Betalt i',
    none: (year: number) =>
      `Der er ingen faktiske beløb for ${year} endnu. Indtil da holdes ${year + 1} op mod de beregnede beløb.`,
    known: (year: number) => `Faktisk betalt i ${year}`,
    from: (source: string) => `Kilde: ${source}.`,
    import: 'Indlæs faktisk betalte beløb',
    source: 'Kilde',
    sourceHint: 'Hvor beløbene kommer fra, for eksempel »Fakturaer 2025«.',
    version: 'Ny version',
    versionHint: 'Aftalen får en ny version, der kender beløbene.',
    done: (municipalities: string, version: string) =>
      `Beløb for ${municipalities} kommuner er indlæst i version ${version}.`,
    see: 'Se, hvad det ændrer for en kommune',
    municipality: 'Kommune',
    solution: 'Løsning',
    amount: 'Betalt, kr.',
    solutions: 'Løsningernes id',
  },
  {
    title: 'Amounts in fact paid',
    text: 'What municipalities have paid in a year, for each solution. Once the amounts are known, the change in the year after is counted from them, and so are caps and floors.',
    columns:
      "A row for each municipality and solution, with three columns: municipality (the municipality's code), solution (the solution's id) and amount.",
    fetch: (year: number) => `Fetch the form for ${year}:`,
    year: 'Paid in',
    none: (year: number) =>
      `There are no actual amounts of ${year} yet. Until then ${year + 1} is held against the computed amounts.`,
    known: (year: number) => `In fact paid in ${year}`,
    from: (source: string) => `Source: ${source}.`,
    import: 'Load amounts in fact paid',
    source: 'Source',
    sourceHint: 'Where the amounts come from, such as “Invoices of 2025”.',
    version: 'New version',
    versionHint: 'The agreement gets a new version that knows the amounts.',
    done: (municipalities: string, version: string) =>
      `Amounts of ${municipalities} municipalities have been loaded in version ${version}.`,
    see: 'See what it changes for a municipality',
    municipality: 'Municipality',
    solution: 'Solution',
    amount: 'Paid, DKK',
    solutions: 'Ids of the solutions',
  },
);

/** How many years can have been paid, from the one before the first that is priced. */
const YEARS_PAID = 5;

/** What was in fact paid: what is known of it, and how it comes in and goes out. */
export function ActualAmountsSection({
  view,
  mayPublish,
}: {
  readonly view: AgreementView;
  readonly mayPublish: boolean;
}) {
  const { agreement, version, baseYear } = view.document;
  const [year, setYear] = useState(baseYear);
  const amounts = useActualAmounts(agreement, version, year);
  const years = Array.from({ length: YEARS_PAID }, (_, ahead) => baseYear + ahead);
  const ask = (options: FileOptions) => {
    const params = { path: { id: agreement }, query: { year: String(year) } };
    return api.GET('/v1/agreements/{id}/past-amounts', { params, ...options });
  };
  return (
    <section>
      <h2>{words().title}</h2>
      <p>{words().text}</p>
      <p>{words().columns}</p>
      <details>
        <summary>{words().solutions}</summary>
        <DataTable
          name={words().solutions}
          rows={view.document.solutions}
          rowKey={({ solution }) => solution}
          columns={[
            { id: 'id', title: 'solution', kind: 'text', value: ({ solution }) => solution },
            { id: 'name', title: words().solution, kind: 'text', value: ({ title }) => say(title) },
          ]}
        />
      </details>
      <div class="choices">
        <SelectField
          label={words().year}
          value={String(year)}
          choices={years.map((one) => ({ value: String(one), label: String(one) }))}
          onChoose={(chosen) => setYear(Number(chosen))}
        />
        <p class="not-on-paper">
          {words().fetch(year)}{' '}
          <Downloads of={words().title} forms={tableDownloads(ask, `faktiske-beloeb-${year}`)} />
        </p>
      </div>
      <Loaded answer={amounts}>
        {(known) => (
          <>
            {mayPublish && (
              <Import key={year} view={view} year={year} seen={known.seen} onLoad={amounts.ask} />
            )}
            <Known view={view} year={year} amounts={known} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Import({
  view,
  year,
  seen,
  onLoad,
}: {
  readonly view: AgreementView;
  readonly year: number;
  readonly seen: string;
  readonly onLoad: () => void;
}) {
  const { agreement, version } = view.document;
  const [source, setSource] = useState('');
  const [written, setWritten] = useState<string>();
  const label = written ?? nextLabel(version);
  const load = async (table: Blob) => {
    const done = await publishActualAmounts({ agreement, year, version: label, source, table, seen }).finally(
      // Also where it was refused: that may be because somebody else has published a version.
      onLoad,
    );
    setWritten(undefined);
    return (
      <>
        {words().done(count(done.municipalities), done.version)}{' '}
        <a href={addressOf('/kommuner', { kommune: ownMunicipality.value, aar: String(year + 1) })}>
          {words().see}
        </a>
      </>
    );
  };
  return (
    <TableImport label={words().import} load={load}>
      {(failure) => (
        <>
          <Field
            label={words().source}
            hint={words().sourceHint}
            error={messageOfParameter(failure, 'source')}
          >
            {(control) => (
              <input
                {...control}
                required
                value={source}
                onInput={({ currentTarget }) => setSource(currentTarget.value)}
              />
            )}
          </Field>
          <Field
            label={words().version}
            hint={words().versionHint}
            error={messageOfParameter(failure, 'version')}
          >
            {(control) => (
              <input
                {...control}
                required
                value={label}
                onInput={({ currentTarget }) => setWritten(currentTarget.value)}
              />
            )}
          </Field>
        </>
      )}
    </TableImport>
  );
}

function Known({
  view,
  year,
  amounts: { known },
}: {
  readonly view: AgreementView;
  readonly year: number;
  readonly amounts: ActualAmounts;
}) {
  if (known.municipalities.length === 0) return <p>{words().none(year)}</p>;
  const rows = known.municipalities.flatMap(({ municipality, solutions }) =>
    solutions.map((paid) => ({ municipality, ...paid })),
  );
  return (
    <>
      {known.provenance !== undefined && <p>{words().from(provenanceText(known.provenance))}</p>}
      <DataTable
        name={words().known(year)}
        rows={rows}
        rowKey={({ municipality, solution }) => `${municipality}/${solution}`}
        columns={[
          {
            id: 'municipality',
            title: words().municipality,
            kind: 'text',
            value: ({ municipality }) => view.municipalityName(municipality),
          },
          {
            id: 'solution',
            title: words().solution,
            kind: 'text',
            value: ({ solution }) => view.solutionName(solution),
          },
          { id: 'amount', title: words().amount, kind: 'amount', value: ({ amount }) => amount },
        ]}
      />
    </>
  );
}
