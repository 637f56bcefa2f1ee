import type { KeptScenario } from '../api/scenario.ts';
import { useWrite } from '../api/use-write.ts';
import { keepVersion, newerVersion } from './keep.ts';
import type { Work } from './use-draft.ts';

/** Saving over what is kept, and how that went the last time. */
export interface Saving {
  /** Resolves with whether it is kept now. */
  readonly save: () => Promise<boolean>;
  readonly failure?: unknown;
  /** What somebody else has kept meanwhile, when that is why it failed. */
  readonly newer: KeptScenario | undefined;
  /** The version that the draft was made from. */
  readonly seen: number;
  readonly dismiss: () => void;
}

export function useSave(work: Work): Saving {
  const kept = work.kept.value;
  const seen = work.draft.kept?.version ?? kept?.stored.version ?? 1;
  const { write, failure, dismiss } = useWrite((over: KeptScenario) =>
    keepVersion(over, work.draft.scenario, seen),
  );
  const save = async () => {
    const saved = kept && (await write(kept));
    if (saved === undefined) return false;
    work.settle(saved);
    return true;
  };
  return { save, failure, newer: newerVersion(failure), seen, dismiss };
}
