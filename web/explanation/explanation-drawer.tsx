import type { ScenarioReference } from '../api/scenario.ts';
import { inBoth } from '../language/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { addressOf, usePageState } from '../shell/location.ts';
import { ExplanationView } from './explanation-view.tsx';
import { type FigureAddress, queryOf, wordOf } from './figure-address.ts';

const words = inBoth(
  { title: 'Sådan er beløbet fremkommet', page: 'Åbn som en side for sig' },
  { title: 'How the amount came about', page: 'Open as a page of its own' },
);

/** The explanation of a figure beside the page it stands on. */
export function ExplanationDrawer({
  scenario,
  figure,
  onClose,
}: {
  readonly scenario: ScenarioReference;
  readonly figure: FigureAddress;
  readonly onClose: () => void;
}) {
  const { withQuery } = usePageState();
  return (
    <Dialog title={words().title} shape="drawer" onClose={onClose}>
      <ExplanationView
        scenario={scenario}
        figure={figure}
        linkTo={(other) => withQuery({ forklar: wordOf(other) })}
      />
      {typeof scenario === 'string' && (
        <p class="not-on-paper">
          <a href={addressOf('/forklar', { scenarie: scenario, ...queryOf(figure) })}>{words().page}</a>
        </p>
      )}
    </Dialog>
  );
}
