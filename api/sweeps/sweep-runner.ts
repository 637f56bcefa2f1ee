import { setTimeout as pause } from 'node:timers/promises';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { readContent } from '../../store/contents.ts';
import {
  type ClaimedChunk,
  cancelledAmong,
  claimChunk,
  endForTime,
  recordChunk,
  releaseChunk,
  renewLeases,
} from '../../store/sweeps.ts';
import type { Store } from '../../store/write.ts';
import { addSummaries, type ChunkSummary } from '../../sweeps/chunk.ts';
import type { SweepWorkers } from '../../sweeps/workers.ts';
import { chunkCount, type KeptSweep, sweepOf } from './kept-sweep.ts';

const IDLE_MS = 500;
const WATCH_MS = 250;
const RENEW_MS = 2_500;

/** How long a sweep and its chunks may take. */
export interface SweepLimits {
  /** A replica that has not renewed its claim by then is taken for dead. */
  readonly lease: Temporal.Duration;
  /** What all threads together may be at a sweep, and so also at one chunk. */
  readonly computing: Temporal.Duration;
}

/** A million points split over all municipalities take about an hour on one slow processor. */
const LIMITS: SweepLimits = {
  lease: Temporal.Duration.from({ seconds: 10 }),
  computing: Temporal.Duration.from({ hours: 6 }),
};

/**
 * Computes the chunks of all sweeps, as many at once as there are threads. Each is claimed from the store, so that any number of replicas share
 * the work: none is computed twice in time, none counts twice, and what a killed replica had claimed is taken again.
 */
export class SweepRunner {
  readonly #store: Store;
  readonly #workers: SweepWorkers;
  readonly #report: (failure: unknown) => void;
  readonly #limits: SweepLimits;
  readonly #stopping = new AbortController();
  readonly #running = new Map<AbortController, ClaimedChunk>();
  readonly #loops: Promise<void>[] = [];

  constructor(store: Store, workers: SweepWorkers, report: (failure: unknown) => void, limits = LIMITS) {
    this.#store = store;
    this.#workers = workers;
    this.#report = report;
    this.#limits = limits;
  }

  start(): void {
    for (let thread = 0; thread < this.#workers.threads; thread++) this.#loops.push(this.#work());
    this.#loops.push(
      this.#every(WATCH_MS, () => this.#endCancelled()),
      this.#every(RENEW_MS, () => renewLeases(this.#store, [...this.#running.values()], this.#limits.lease)),
    );
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
        const claimed = await claimChunk(this.#store, this.#limits.lease, (body) =>
          chunkCount(body as KeptSweep),
        );
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
    const tooLong = AbortSignal.timeout(this.#limits.computing.total('milliseconds'));
    this.#running.set(controller, claimed);
    try {
      const summary = await this.#summary(claimed, AbortSignal.any([controller.signal, tooLong]));
      await this.#record(claimed, summary);
    } catch (failure) {
      const isBrokenOff = controller.signal.aborted;
      if (tooLong.aborted) await endForTime(this.#store, claimed.sweep);
      else if (!isBrokenOff) this.#report(failure);
      await releaseChunk(this.#store, claimed, isBrokenOff ? 'broken-off' : 'failed');
    } finally {
      this.#running.delete(controller);
    }
  }

  async #summary(claimed: ClaimedChunk, signal: AbortSignal): Promise<TimedSummary> {
    const sweep = sweepOf(claimed.body as KeptSweep);
    const agreement = await readContent(this.#store.database.query, sweep.agreementHash);
    const start = performance.now();
    const task = { sweep, agreement: agreement as AgreementDocument, chunk: claimed.chunk };
    const summary = await this.#workers.summary(task, signal);
    return { summary, spent: Temporal.Duration.from({ milliseconds: Math.ceil(performance.now() - start) }) };
  }

  async #record(claimed: ClaimedChunk, { summary, spent }: TimedSummary): Promise<void> {
    const all = await recordChunk(this.#store, claimed, spent, (known) =>
      JSON.stringify(withKnown(known, summary)),
    );
    if (all !== undefined && Temporal.Duration.compare(all, this.#limits.computing) > 0)
      await endForTime(this.#store, claimed.sweep);
  }

  /** A sweep may be cancelled at any replica. */
  async #endCancelled(): Promise<void> {
    const sweeps = new Set([...this.#running.values()].map(({ sweep }) => sweep));
    const cancelled = await cancelledAmong(this.#store, [...sweeps]);
    for (const [controller, { sweep }] of this.#running) if (cancelled.has(sweep)) controller.abort();
  }

  async #every(milliseconds: number, work: () => Promise<void>): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.#rest(milliseconds);
      await work().catch(this.#report);
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.#stopping.signal, ref: false }).catch(
      () => undefined,
    );
  }
}

/** What a chunk gave, and how long a thread was at it. */
interface TimedSummary {
  readonly summary: ChunkSummary;
  readonly spent: Temporal.Duration;
}

function withKnown(known: string | undefined, summary: ChunkSummary): ChunkSummary {
  return known === undefined ? summary : addSummaries(JSON.parse(known), summary);
}
