import { inBoth } from '../language/language.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';

const words = inBoth({ link: 'Kopiér link', print: 'Udskriv' }, { link: 'Copy link', print: 'Print' });

/** What every page can do: be shared as it is shown, and be printed as a paper for a meeting. */
export function PageActions() {
  return (
    <>
      <CopyButton icon="share" text={() => location.href}>
        {words().link}
      </CopyButton>
      <button type="button" class="button-plain" onClick={() => print()}>
        <Icon name="print" /> {words().print}
      </button>
    </>
  );
}
