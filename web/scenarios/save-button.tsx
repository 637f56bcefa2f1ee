import { useState } from 'preact/hooks';
import type { KeptScenario } from '../api/scenario.ts';
import { inBoth } from '../language/language.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { keepVersion, newerVersion } from './keep.ts';
import { MergeDialog } from './merge-dialog.tsx';
import type { Work } from './use-draft.ts';

const words = inBoth({ save: 'Gem' }, { save: 'Save' });

/** Saves over what is kept, unless somebody else was faster: then the two are merged. */
export function SaveButton({ work, kept }: { readonly work: Work; readonly kept: KeptScenario | undefined }) {
  const [failure, setFailure] = useState<unknown>();
  if (kept === undefined) return null;
  const seen = work.draft.kept?.version ?? kept.stored.version;
  const newer = newerVersion(failure);
  const save = async () => {
    try {
      setFailure(undefined);
      work.settle(await keepVersion(kept, work.draft.scenario, seen));
    } catch (refusal) {
      setFailure(refusal);
    }
  };
  return (
    <>
      <button type="button" class="button" disabled={!work.isChanged} onClick={save}>
        <Icon name="save" /> {words().save}
      </button>
      {failure !== undefined && newer === undefined && <FailureNotice failure={failure} />}
      {newer !== undefined && (
        <MergeDialog work={work} newer={newer} seen={seen} onClose={() => setFailure(undefined)} />
      )}
    </>
  );
}
