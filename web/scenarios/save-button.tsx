import { inBoth } from '../language/language.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import type { Work } from './use-draft.ts';
import type { Saving } from './use-save.ts';

const words = inBoth({ save: 'Gem' }, { save: 'Save' });

/** Saves over what is kept, unless somebody else was faster: then the two are merged. */
export function SaveButton({ work, saving }: { readonly work: Work; readonly saving: Saving }) {
  const { save, failure, newer, seen, dismiss } = saving;
  return (
    <>
      <button type="button" class="button" disabled={!work.isChanged} onClick={save}>
        <Icon name="save" /> {words().save}
      </button>
      {failure !== undefined && newer === undefined && <FailureNotice failure={failure} />}
      {newer !== undefined && <MergeDialog work={work} newer={newer} seen={seen} onClose={dismiss} />}
    </>
  );
}
