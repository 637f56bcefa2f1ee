import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import type { WorkerReply } from './worker.ts';

/**
 * `busy`: too many wait already; `too-large`: it does not fit in a worker's memory; `too-long`: it was ended because it did
 * not keep its own time limit; `cancelled`: nobody waits for it.
 */
export type SelectionReply = WorkerReply | { readonly kind: 'busy' | 'too-large' | 'too-long' | 'cancelled' };

/** A request that waits behind more than this many others waits for nothing. */
const LONGEST_LINE = 64;
const IDLE_MS = 60_000;
const WORKER_MEMORY_MB = 3_072;
/** Longer than the longest time limit with all that surrounds it. */
const LONGEST_RUN_MS = 360_000;

/**
 * The threads in which selections are made, so that the thread that answers requests is never blocked: to read 100,000 ballots takes a
 * second, and HiGHS gives its thread back only when it is done. One thread for each processor but the one that answers, the first of
 * them at the first request. Whoever cancels a request ends its thread.
 */
export class SelectionWorkers {
  #pool: Tinypool | undefined;

  async answer(body: Uint8Array, cancelled: AbortSignal): Promise<SelectionReply> {
    this.#pool ??= openPool();
    const tooLong = AbortSignal.timeout(LONGEST_RUN_MS);
    try {
      return await this.#pool.run({ body }, { signal: AbortSignal.any([cancelled, tooLong]) });
    } catch (error) {
      if (cancelled.aborted) return { kind: 'cancelled' };
      if (tooLong.aborted) return { kind: 'too-long' };
      const known = KNOWN_FAILURES.find(({ tells }) => tells(error));
      if (known === undefined) throw error;
      return { kind: known.kind };
    }
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}

function openPool(): Tinypool {
  return new Tinypool({
    filename: new URL('./worker.ts', import.meta.url).href,
    // Never none: who waits in line behind a cancelled request would wait for ever.
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    maxQueue: LONGEST_LINE,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
  });
}

/** What the pool and Node say when it is no fault of ours. */
const KNOWN_FAILURES = [
  { kind: 'busy', tells: (error: unknown) => messageOf(error) === 'Task queue is at limit' },
  { kind: 'too-large', tells: (error: unknown) => codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' },
] as const;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
