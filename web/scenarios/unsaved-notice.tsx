import { inBoth } from '../language/language.ts';
import { Notice } from '../parts/notice.tsx';
import { usePageState } from '../shell/location.ts';
import { rememberDraft, unsavedDraft } from './remembered-draft.ts';
import type { Work } from './use-draft.ts';

const words = inBoth(
  {
    text: 'Du har et scenarie, som du ikke har gemt.',
    goOn: 'Fortsæt med det',
    drop: 'Smid det væk',
  },
  { text: 'You have a scenario that you have not saved.', goOn: 'Go on with it', drop: 'Throw it away' },
);

/** Nothing that somebody made is lost by leaving: a draft that was not saved is offered again. */
export function UnsavedNotice({ work }: { readonly work: Work }) {
  const { query, go } = usePageState();
  if (unsavedDraft.value === '' || query.udkast !== undefined || work.isChanged) return null;
  return (
    <Notice kind="info">
      <p>{words().text}</p>
      <button type="button" class="button button-secondary" onClick={() => go(unsavedDraft.value)}>
        {words().goOn}
      </button>
      <button type="button" class="button-plain" onClick={() => rememberDraft(undefined)}>
        {words().drop}
      </button>
    </Notice>
  );
}
