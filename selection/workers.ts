import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { move, Piscina, transferableSymbol, valueSymbol } from 'piscina';
import type { WorkerReply, WorkerTask } from './worker.ts';

/**
 * `busy`: too many wait already; `too-large`: it does not fit in a worker's memory; `too-long`: it was ended because it did
 * not keep its own time limit; `cancelled`: nobody waits for it.
 */
export type SelectionReply =
  | WorkerReply
  | { readonly kind: 'busy' | 'too-large' | 'too-long' }
  | { readonly kind: 'cancelled' };

/** A request that waits behind more than this many others waits for nothing. */
const LONGEST_LINE = 64;
const IDLE_MS = 60_000;
const WORKER_MEMORY_MB = 3_072;
/** How long a worker may take over what its request's own time limit does not count. */
interface Patience {
  /** To read a request. */
  readonly readingMs: number;
  /** To write an answer: 100,000 voters with all their payments. */
  readonly writingMs: number;
}

const PATIENCE: Patience = { readingMs: 60_000, writingMs: 60_000 };

/**
 * The threads in which selections are made, so that the thread that answers requests is never blocked: to read 100,000 ballots takes a
 * second, and HiGHS gives its thread back only when it is done. One thread for each processor but the one that answers, the first of
 * them at the first request. Whoever cancels a request ends its thread, and so does the watch over those that do not keep their time.
 */
export class SelectionWorkers {
  #pool: Piscina | undefined;
  readonly #patience: Patience;

  constructor(patience = PATIENCE) {
    this.#patience = patience;
  }

  async answer(body: Uint8Array, cancelled: AbortSignal): Promise<SelectionReply> {
    this.#pool ??= openPool();
    const watch = watchOver(this.#patience);
    const task: WorkerTask = { body, watch: watch.port };
    // The port goes to the worker, it is not copied.
    const moved = move({ [transferableSymbol]: [watch.port], [valueSymbol]: task });
    try {
      const signal = AbortSignal.any([cancelled, watch.tooLong]);
      return await this.#pool.run(moved, { signal });
    } catch (error) {
      if (cancelled.aborted) return { kind: 'cancelled' };
      if (watch.tooLong.aborted) return { kind: 'too-long' };
      const known = KNOWN_FAILURES.find(({ tells }) => tells(error));
      if (known === undefined) throw error;
      return { kind: known.kind };
    } finally {
      watch.end();
    }
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}

/**
 * Tells when a worker has taken too long: from when it begins, not while its request waits in line, and by the time limit of the request
 * itself, which the worker tells as soon as it has read it.
 */
function watchOver({ readingMs, writingMs }: Patience) {
  const { port1, port2 } = new MessageChannel();
  const tooLong = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  port1.on('message', (seconds: number | null) => {
    clearTimeout(timer);
    const ms = seconds === null ? readingMs : seconds * 1_000 + writingMs;
    timer = setTimeout(() => tooLong.abort(), ms);
  });
  const end = () => {
    clearTimeout(timer);
    port1.close();
  };
  return { port: port2, tooLong: tooLong.signal, end };
}

function openPool(): Piscina {
  return new Piscina({
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
