import type { AgreementView } from '../api/agreement.ts';
import { api } from '../api/client.ts';
import { useRight } from '../api/rights.ts';
import { inBoth } from '../language/language.ts';
import { Downloads, type FileOptions } from '../transfer/downloads.tsx';
import { tableDownloads } from '../transfer/table-file.ts';
import { TableImport } from '../transfer/table-import.tsx';
import { type ImportedInitiatives, importInitiatives } from './plans.ts';

const words = inBoth(
  {
    title: 'Initiativerne som regneark',
    text: 'Hent initiativerne, ret dem eller skriv nye i Excel, og indlæs dem igen. Er der noget galt i en række, gemmes intet.',
    fetch: 'Hent initiativerne:',
    initiatives: 'initiativer',
    columns:
      'En ny række skal have id, title, area, target og priceLevel og en kolonne for hvert år med en udgift, for eksempel cost.2027. Alt andet kan stå tomt.',
    import: 'Indlæs initiativer',
    done: ({ created, changed, unchanged }: ImportedInitiatives) =>
      `${created.length} nye, ${changed.length} ændrede og ${unchanged.length} uændrede initiativer.`,
  },
  {
    title: 'The initiatives as a spreadsheet',
    text: 'Fetch the initiatives, change them or write new ones in Excel, and load them again. If anything in a row is wrong, nothing is kept.',
    fetch: 'Fetch the initiatives:',
    initiatives: 'initiatives',
    columns:
      'A new row must have id, title, area, target and priceLevel, and a column for each year with a cost, such as cost.2027. All else may be empty.',
    import: 'Load initiatives',
    done: ({ created, changed, unchanged }: ImportedInitiatives) =>
      `${created.length} new, ${changed.length} changed and ${unchanged.length} unchanged initiatives.`,
  },
);

/** All initiatives of the agreement out to a spreadsheet and in again. */
export function InitiativeTable({ view }: { readonly view: AgreementView }) {
  const { agreement } = view.document;
  const mayWrite = useRight('initiative.write');
  const ask = (options: FileOptions) =>
    api.GET('/v1/agreements/{id}/initiatives', { params: { path: { id: agreement } }, ...options });
  return (
    <section class="not-on-paper">
      <h2>{words().title}</h2>
      <p>{words().text}</p>
      <p>
        {words().fetch}{' '}
        <Downloads of={words().initiatives} forms={tableDownloads(ask, `initiativer-${agreement}`)} />
      </p>
      {mayWrite && (
        <>
          <p class="hint">{words().columns}</p>
          <TableImport
            label={words().import}
            load={async (table) => words().done(await importInitiatives(agreement, table))}
          />
        </>
      )}
    </section>
  );
}
