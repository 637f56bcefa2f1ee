import type { ComponentChildren } from 'preact';
import type { ScenarioReference } from '../api/scenario.ts';
import { usePageState } from '../shell/location.ts';
import { ExplanationDrawer } from './explanation-drawer.tsx';
import { figureOfWord } from './figure-address.ts';

/**
 * Around everything whose amounts come from one scenario: each of them can be asked about, and the answer opens at the
 * side. What is asked about stands in the address (`forklar`), so an open explanation can be shared and reloaded.
 */
export function Explained({
  scenario,
  children,
}: {
  readonly scenario: ScenarioReference;
  readonly children: ComponentChildren;
}) {
  const { query, set } = usePageState();
  const figure = figureOfWord(query.forklar ?? '');
  return (
    <>
      {children}
      {figure !== undefined && (
        <ExplanationDrawer
          scenario={query['forklar-i'] ?? scenario}
          figure={figure}
          onClose={() => set({ forklar: undefined, 'forklar-i': undefined })}
        />
      )}
    </>
  );
}
