import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { ChunkSummary } from './chunk.ts';
import type { ChunkTask } from './worker.ts';

const IDLE_MS = 30_000;
const WORKER_MEMORY_MB = 1_024;

/** The threads in which chunks are computed, one for each processor; whoever cancels a chunk ends its thread at once. */
export class SweepWorkers {
  readonly threads: number;
  #pool: Piscina | undefined;

  constructor(threads = availableParallelism()) {
    this.threads = threads;
  }

  async summary(task: Omit<ChunkTask, 'wanted'>, signal: AbortSignal): Promise<ChunkSummary> {
    return this.#run({ ...task, wanted: 'summary' }, signal) as Promise<ChunkSummary>;
  }

  async rows(task: ChunkTask & { readonly wanted: 'ndjson' | 'csv' }, signal: AbortSignal): Promise<string> {
    return this.#run(task, signal) as Promise<string>;
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }

  async #run(task: ChunkTask, signal: AbortSignal): Promise<ChunkSummary | string> {
    this.#pool ??= new Piscina({
      filename: new URL('./worker.ts', import.meta.url).href,
      minThreads: 1,
      maxThreads: this.threads,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
    });
    return this.#pool.run(task, { signal });
  }
}
