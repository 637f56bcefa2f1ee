import { inBoth } from '../language/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { Unsaved } from './unsaved.ts';

const words = inBoth(
  {
    title: 'Du har noget, der ikke er gemt',
    save: 'Gem, og gå videre',
    leave: 'Forlad uden at gemme',
    stay: 'Bliv her',
  },
  {
    title: 'You have something that is not saved',
    save: 'Save and go on',
    leave: 'Leave without saving',
    stay: 'Stay here',
  },
);

/** Asks whoever is leaving what is to become of their work. Escape is to stay. */
export function UnsavedDialog({
  lost,
  onSave,
  onLeave,
  onStay,
}: {
  readonly lost: readonly Unsaved[];
  readonly onSave: (keep: () => Promise<boolean>) => void;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}) {
  const keep = lost.length === 1 ? lost[0]?.save : undefined;
  return (
    <Dialog title={words().title} onClose={onStay}>
      {[...new Set(lost.map(({ text }) => text))].map((text) => (
        <p key={text}>{text}</p>
      ))}
      <div class="actions">
        {keep !== undefined && (
          <button type="button" class="button" onClick={() => onSave(keep)}>
            {words().save}
          </button>
        )}
        <button type="button" class="button button-secondary" onClick={onStay}>
          {words().stay}
        </button>
        <button type="button" class="button-plain" onClick={onLeave}>
          {words().leave}
        </button>
      </div>
    </Dialog>
  );
}
