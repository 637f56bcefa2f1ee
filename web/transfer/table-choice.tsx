import { useState } from 'preact/hooks';
import { inBoth } from '../language/language.ts';
import { Field } from '../parts/field.tsx';
import { useUnsaved } from '../shell/unsaved.ts';
import { chosenTable, pastedTable, TABLE_FILES } from './table-file.ts';
import './transfer.css';

const words = inBoth(
  {
    file: 'Fil (CSV eller Excel)',
    paste: 'Indsæt rækker fra Excel i stedet for en fil',
    rows: 'Rækker fra Excel',
    rowsHint: 'Markér rækkerne i Excel, overskriften med, og indsæt dem her.',
    lost: 'De rækker, du har indsat, er ikke indlæst.',
  },
  {
    file: 'File (CSV or Excel)',
    paste: 'Paste rows from Excel instead of a file',
    rows: 'Rows from Excel',
    rowsHint: 'Select the rows in Excel, heading included, and paste them here.',
    lost: 'The rows that you have pasted are not loaded.',
  },
);

/**
 * A table, as a file or pasted: whichever was given last.
 *
 * @param onChoose undefined: there is none any more
 */
export function TableChoice({ onChoose }: { readonly onChoose: (table: Blob | undefined) => void }) {
  const [pasted, setPasted] = useState('');
  useUnsaved(pasted.trim() === '' ? undefined : { text: words().lost });
  const paste = (rows: string) => {
    setPasted(rows);
    onChoose(rows.trim() === '' ? undefined : pastedTable(rows));
  };
  return (
    <>
      <Field label={words().file}>
        {(control) => (
          <input
            {...control}
            // A new chooser, with nothing in it, when rows were pasted after a file had been chosen.
            key={pasted === '' ? 'file' : 'pasted'}
            type="file"
            accept={TABLE_FILES}
            // Browsers say nothing when the same file is chosen again, which is what happens after it was mended.
            onClick={({ currentTarget }) => {
              currentTarget.value = '';
              onChoose(undefined);
            }}
            onChange={async ({ currentTarget }) => {
              setPasted('');
              onChoose(await chosenTable(currentTarget.files?.[0]));
            }}
          />
        )}
      </Field>
      <details class="paste-rows">
        <summary>{words().paste}</summary>
        <Field label={words().rows} hint={words().rowsHint}>
          {(control) => (
            <textarea
              {...control}
              rows={6}
              spellcheck={false}
              value={pasted}
              onInput={({ currentTarget }) => paste(currentTarget.value)}
            />
          )}
        </Field>
      </details>
    </>
  );
}
