import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { AgreementDocument } from '../data/schema/agreement.ts';
import type { ChunkSummary } from './chunk.ts';
import type { PointRange, Sweep } from './sweep.ts';
import type { SweepTask, Wanted } from './worker.ts';

const IDLE_MS = 30_000;
const WORKER_MEMORY_MB = 1_024;

/** A sweep with the agreement it is computed from. */
interface LoadedSweep {
  readonly sweep: Sweep;
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

  async summary(
    { chunk, ...sweep }: LoadedSweep & { readonly chunk: number },
    signal: AbortSignal,
  ): Promise<ChunkSummary> {
    return this.#run(sweep, { kind: 'summary', chunk }, signal) as Promise<ChunkSummary>;
  }

  /** @param range of points of one chunk */
  async rows(
    sweep: LoadedSweep,
    kind: 'ndjson' | 'csv',
    range: PointRange,
    signal: AbortSignal,
  ): Promise<string> {
    return this.#run(sweep, { kind, range }, signal) as Promise<string>;
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }

  async #run(
    { sweep, agreement }: LoadedSweep,
    wanted: Wanted,
    signal: AbortSignal,
  ): Promise<ChunkSummary | string> {
    this.#pool ??= new Piscina({
      filename: new URL('./worker.ts', import.meta.url).href,
      minThreads: 1,
      maxThreads: this.threads,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
    });
    const task: SweepTask = { sweep, agreement: this.#textOf(agreement), wanted };
    return this.#pool.run(task, { signal });
  }

  #textOf(agreement: AgreementDocument): string {
    const text = this.#texts.get(agreement) ?? JSON.stringify(agreement);
    this.#texts.set(agreement, text);
    return text;
  }
}
