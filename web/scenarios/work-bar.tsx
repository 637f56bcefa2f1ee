import { useEffect, useState } from 'preact/hooks';
import { whoAmI } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { inBoth, say } from '../language/language.ts';
import { Icon } from '../parts/icon.tsx';
import { PageActions } from '../parts/page-actions.tsx';
import { useUnsaved } from '../shell/unsaved.ts';
import { SaveButton } from './save-button.tsx';
import { SaveDialog } from './save-dialog.tsx';
import type { Work } from './use-draft.ts';
import { useSave } from './use-save.ts';

const words = inBoth(
  {
    fresh: 'Nyt scenarie',
    unsaved: 'ikke gemt',
    saved: 'gemt',
    shipped: 'fulgte med programmet',
    undo: 'Fortryd',
    discard: 'Begynd forfra',
    saveAs: 'Gem som …',
    lost: 'Scenariet er ikke gemt. Forlader du det, kan du finde det igen på denne maskine, indtil du begynder på et nyt.',
  },
  {
    fresh: 'New scenario',
    unsaved: 'not saved',
    saved: 'saved',
    shipped: 'came with the program',
    undo: 'Undo',
    discard: 'Start over',
    saveAs: 'Save as …',
    lost: 'The scenario is not saved. If you leave it, you can find it again on this device until you begin another.',
  },
);

/** Which scenario is on the bench, whether it is saved, and what can be done with it as a whole. */
export function WorkBar({ work }: { readonly work: Work }) {
  const { value: me } = useAnswer('me', whoAmI);
  const [naming, setNaming] = useState<Naming>();
  const { kept, isChanged, undo } = work;
  const saving = useSave(work);
  useUndoKey(undo);
  const isOwn = kept.value !== undefined && kept.value.stored.owner === me?.subject;
  const saveAs = () => new Promise<boolean>((onDone) => setNaming({ onDone }));
  const save = isOwn ? saving.save : saveAs;
  useUnsaved(isChanged ? { text: words().lost, save, isKeptAt } : undefined);
  return (
    <div class="work-bar">
      <p class="work-name">
        <strong>{kept.value === undefined ? words().fresh : say(kept.value.title)}</strong>
        <span class={isChanged ? 'work-state is-changed' : 'work-state'}>{stateOf(work)}</span>
      </p>
      <div class="actions">
        <button type="button" class="button-plain" disabled={undo === undefined} onClick={undo}>
          <Icon name="undo" /> {words().undo}
        </button>
        {isChanged && (
          <button type="button" class="button-plain" onClick={work.discard}>
            {words().discard}
          </button>
        )}
        {isOwn && <SaveButton work={work} saving={saving} />}
        <button type="button" class={isOwn ? 'button-plain' : 'button'} onClick={saveAs}>
          <Icon name="save" /> {words().saveAs}
        </button>
        <PageActions />
      </div>
      {naming !== undefined && (
        <SaveDialog
          work={work}
          onDone={(isSaved) => {
            setNaming(undefined);
            naming.onDone(isSaved);
          }}
        />
      )}
    </div>
  );
}

/** Somebody gives the scenario a name, and somebody waits for whether it is saved. */
interface Naming {
  readonly onDone: (isSaved: boolean) => void;
}

/** The draft is in the address: wherever that still has one, nothing is lost. */
function isKeptAt({ pathname, searchParams }: URL): boolean {
  return pathname === '/scenarier' && searchParams.has('udkast');
}

function stateOf({ kept, isChanged }: Work): string {
  if (isChanged) return words().unsaved;
  if (kept.value === undefined) return '';
  return kept.value.stored.state === 'shipped' ? words().shipped : words().saved;
}

/** Control-Z undoes, except where somebody is writing: there it is the field's own. */
function useUndoKey(undo: (() => void) | undefined): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      const isWriting = event.target instanceof HTMLInputElement && event.target.type !== 'range';
      if (!isUndo || isWriting || undo === undefined) return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo]);
}
