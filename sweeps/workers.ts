import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { AgreementDocument } from '../data/schema/agreement.ts';
import type { ChunkSummary } from './chunk.ts';
import type { ChunkTask } from './worker.ts';

const IDLE_MS = 30_000;
const WORKER_MEMORY_MB = 1_024;

/** A chunk of a sweep, with the agreement it is computed from. */
export interface SweepTask extends Pick<ChunkTask, 'sweep' | 'chunk'> {
  readonly agreement: AgreementDocument;
}

/** The threads in which chunks are computed, one for each processor; whoever cancels a chunk ends its thread at once. */
export class SweepWorkers {
  readonly threads: number;
  /** Text gets to a thread in a fraction of the time that the object takes. */
  readonly #texts = new WeakMap<AgreementDocument, string>();
  #pool: Piscina | undefined;

  constructor(threads = availableParallelism()) {
    this.threads = threads;
  }

  async summary(task: SweepTask, signal: AbortSignal): Promise<ChunkSummary> {
    return this.#run(task, 'summary', signal) as Promise<ChunkSummary>;
  }

  async rows(task: SweepTask, wanted: 'ndjson' | 'csv', signal: AbortSignal): Promise<string> {
    return this.#run(task, wanted, signal) as Promise<string>;
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }

  async #run(
    { agreement, ...task }: SweepTask,
    wanted: ChunkTask['wanted'],
    signal: AbortSignal,
  ): Promise<ChunkSummary | string> {
    this.#pool ??= new Piscina({
      filename: new URL('./worker.ts', import.meta.url).href,
      minThreads: 1,
      maxThreads: this.threads,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
    });
    const chunk: ChunkTask = { ...task, agreement: this.#textOf(agreement), wanted };
    return this.#pool.run(chunk, { signal });
  }
  #textOf(agreement: AgreementDocument): string {
    const text = this.#texts.get(agreement) ?? JSON.stringify(agreement);
    this.#texts.set(agreement, text);
    return text;
  }
}
