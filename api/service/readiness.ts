import { isMigrated } from '../../store/migrate.ts';
import type { Store } from '../../store/write.ts';
import { RetryLater } from '../request-error.ts';

/** Says whether requests can be served; ends the request (503) when not. */
export interface Readiness {
  check(): Promise<void>;
  /** From now on the answer is no: whoever shares out requests shall send them elsewhere. */
  drain(): void;
}

/** Those who ask while the store is being asked share its answer, so that nobody wears it out by asking. */
export function readinessOf({ database }: Store): Readiness {
  let isDraining = false;
  let asking: Promise<boolean> | undefined;
  const askOnce = () => {
    asking ??= isMigrated(database).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  return {
    check: async () => {
      if (isDraining) throw new RetryLater('service-unavailable', 'server_draining');
      if (!(await askOnce())) throw new RetryLater('service-unavailable', 'store_not_ready');
    },
    drain: () => {
      isDraining = true;
    },
  };
}
