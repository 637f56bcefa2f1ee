import { useRef } from 'preact/hooks';
import { answered, api } from '../api/client.ts';
import type { KeptScenario, Scenario } from '../api/scenario.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';
import { usePageState } from '../shell/location.ts';
import { asWord, type Draft, draftOf, ofWord, sayTheSame } from './draft.ts';
import { rememberDraft } from './remembered-draft.ts';

/** The scenario under work, and what can be done with it. */
export interface Work {
  readonly draft: Draft;
  /** What is kept of it, as far as it came from something kept. */
  readonly kept: Answer<KeptScenario>;
  readonly isChanged: boolean;
  readonly change: (scenario: Scenario) => void;
  /** Undefined: there is nothing to undo. */
  readonly undo: (() => void) | undefined;
  /** Back to what is kept, or to a fresh start. */
  readonly discard: () => void;
  /** From now on this is what is kept. */
  readonly settle: (kept: KeptScenario) => void;
}

/**
 * The draft stands in the address: `gemt` is the kept scenario it came from, `version` the one that was seen, `udkast` what
 * it says now. So it is shared by sending the address, and no reload loses it.
 *
 * @param fresh what everybody starts from
 */
export function useDraft(fresh: Scenario): Work {
  const { query, set } = usePageState();
  const kept = useKeptScenario(query.gemt);
  const earlier = useRef<string[]>([]);
  const draft = draftIn(query, kept.value) ?? { scenario: fresh };
  const isChanged = hasChanged(draft, kept.value);
  const show = (scenario: Scenario) => {
    const word = asWord(scenario);
    rememberDraft({ ...query, version: versionOf(draft), udkast: word });
    set({ version: versionOf(draft), udkast: word });
  };
  return {
    draft,
    kept,
    isChanged,
    change: (scenario) => {
      earlier.current = [...earlier.current, asWord(draft.scenario)];
      show(scenario);
    },
    undo:
      earlier.current.length === 0
        ? undefined
        : () => {
            const scenario = ofWord(earlier.current.pop() ?? '');
            if (scenario !== undefined) show(scenario);
          },
    discard: () => {
      earlier.current = [];
      rememberDraft(undefined);
      set({ udkast: undefined, version: undefined });
    },
    settle: ({ id }) => {
      earlier.current = [];
      rememberDraft(undefined);
      // A new version of what is open already: its address says nothing new, so it has to be asked for.
      if (id === query.gemt) kept.ask();
      set({ gemt: id, udkast: undefined, version: undefined });
    },
  };
}

function useKeptScenario(id: string | undefined): Answer<KeptScenario> {
  const key = id === undefined ? undefined : `scenario/${id}`;
  return useAnswer(key, (signal) =>
    answered(api.GET('/v1/scenarios/{id}', { params: { path: { id: id ?? '' } }, signal })),
  );
}

function draftIn(
  { gemt, version, udkast }: { readonly [name: string]: string | undefined },
  kept: KeptScenario | undefined,
): Draft | undefined {
  const scenario = udkast === undefined ? undefined : ofWord(udkast);
  if (scenario === undefined) return kept?.id === gemt && kept !== undefined ? draftOf(kept) : undefined;
  if (gemt === undefined) return { scenario };
  return { scenario, kept: { id: gemt, version: Number(version ?? kept?.stored.version ?? 1) } };
}

function hasChanged({ scenario }: Draft, kept: KeptScenario | undefined): boolean {
  return kept === undefined ? scenario.changes.length > 0 : !sayTheSame(scenario, kept.scenario);
}

function versionOf({ kept }: Draft): string | undefined {
  return kept === undefined ? undefined : String(kept.version);
}
