import { setTimeout as pause } from 'node:timers/promises';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { readContent } from '../../store/contents.ts';
import {
  type ClaimedChunk,
  cancelledAmong,
  claimChunk,
  recordChunk,
  releaseChunk,
} from '../../store/sweeps.ts';
import type { Store } from '../../store/write.ts';
import { addSummaries, type ChunkSummary } from '../../sweeps/chunk.ts';
import type { SweepWorkers } from '../../sweeps/workers.ts';
import { chunkCount, type KeptSweep, sweepOf } from './kept-sweep.ts';

const IDLE_MS = 500;
const WATCH_MS = 250;
/** A replica that has not come back by then is taken for dead. */
const LEASE = Temporal.Duration.from({ seconds: 60 });

/**
 * Computes the chunks of all sweeps, as many at once as there are threads. Each is claimed from the store, so that any number of replicas share
 * the work: none is computed twice in time, none counts twice, and what a killed replica had claimed is taken again.
 */
export class SweepRunner {
  readonly #store: Store;
  readonly #workers: SweepWorkers;
  readonly #report: (failure: unknown) => void;
  readonly #lease: Temporal.Duration;
  readonly #stopping = new AbortController();
  readonly #running = new Map<AbortController, string>();
  readonly #loops: Promise<void>[] = [];

  constructor(store: Store, workers: SweepWorkers, report: (failure: unknown) => void, lease = LEASE) {
    this.#store = store;
    this.#workers = workers;
    this.#report = report;
    this.#lease = lease;
  }

  start(): void {
    for (let thread = 0; thread < this.#workers.threads; thread++) this.#loops.push(this.#work());
    this.#loops.push(this.#watchCancellations());
  }

  /** What is under way is given back and taken up again at the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const controller of this.#running.keys()) controller.abort();
    await Promise.all(this.#loops);
  }

  async #work(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        const claimed = await claimChunk(this.#store, this.#lease, (body) => chunkCount(body as KeptSweep));
        if (claimed === undefined) await this.#rest(IDLE_MS);
        else await this.#compute(claimed);
      } catch (failure) {
        this.#report(failure);
        await this.#rest(IDLE_MS);
      }
    }
  }

  async #compute(claimed: ClaimedChunk): Promise<void> {
    const controller = new AbortController();
    this.#running.set(controller, claimed.sweep);
    try {
      const sweep = sweepOf(claimed.body as KeptSweep);
      const agreement = await readContent(this.#store.database.query, sweep.agreementHash);
      const task = { sweep, agreement: agreement as AgreementDocument, chunk: claimed.chunk };
      const summary = await this.#workers.summary(task, controller.signal);
      await recordChunk(this.#store, claimed, (known) => JSON.stringify(withKnown(known, summary)));
    } catch (failure) {
      if (!controller.signal.aborted) this.#report(failure);
      await releaseChunk(this.#store, claimed);
    } finally {
      this.#running.delete(controller);
    }
  }

  /** A sweep may be cancelled at any replica. */
  async #watchCancellations(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.#rest(WATCH_MS);
      try {
        const cancelled = await cancelledAmong(this.#store, [...new Set(this.#running.values())]);
        for (const [controller, sweep] of this.#running) if (cancelled.has(sweep)) controller.abort();
      } catch (failure) {
        this.#report(failure);
      }
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.#stopping.signal, ref: false }).catch(
      () => undefined,
    );
  }
}

function withKnown(known: string | undefined, summary: ChunkSummary): ChunkSummary {
  return known === undefined ? summary : addSummaries(JSON.parse(known), summary);
}
