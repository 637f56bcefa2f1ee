import { setTimeout as pause } from 'node:timers/promises';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { readContent } from '../../store/contents.ts';
import type { Chunk, ChunkQueue } from '../../store/queue/chunk-queue.ts';
import { openQueue } from '../../store/queue/open-queue.ts';
import {
  beginChunk,
  cancelledAmong,
  chunksToDo,
  endForTime,
  recordChunk,
  uncountAttempt,
  unfinishedSweeps,
} from '../../store/sweeps.ts';
import type { Store } from '../../store/write.ts';
import { addSummaries, type ChunkSummary } from '../../sweeps/chunk.ts';
import type { SweepWorkers } from '../../sweeps/workers.ts';
import { chunkCount, type KeptSweep, sweepOf } from './kept-sweep.ts';

/** How often sweeps are looked for that somebody has made. */
const LOOK_MS = 500;
/** How often all of them are looked at anew: their chunks may have got lost. */
const LOOK_AGAIN_MS = 60_000;
const WATCH_MS = 250;
/** What failed is not tried again at once: it may be the store. */
const AFTER_FAILURE_MS = 500;

/** What all threads together may be at a sweep, and so also at one chunk: a million points split over all municipalities take about an hour on one slow processor. */
const MOST_COMPUTING = Temporal.Duration.from({ hours: 6 });

/**
 * Computes the chunks of all sweeps, as many at once as there are threads. A queue hands them out, so that any number of replicas share the work;
 * the store says what is still to be done, counts each chunk once, and knows which sweeps are over.
 */
export class SweepRunner {
  readonly #store: Store;
  readonly #workers: SweepWorkers;
  readonly #report: (failure: unknown) => void;
  readonly #most: Temporal.Duration;
  /** Sweeps whose chunks are in the queue, as far as they are to be done. */
  readonly #queued = new Set<string>();
  readonly #stopping = new AbortController();
  readonly #running = new Map<AbortController, Chunk>();
  readonly #loops: Promise<void>[] = [];
  #queue: ChunkQueue | undefined;
  #known: { readonly hash: string; readonly document: AgreementDocument } | undefined;

  constructor(
    store: Store,
    workers: SweepWorkers,
    report: (failure: unknown) => void,
    most = MOST_COMPUTING,
  ) {
    this.#store = store;
    this.#workers = workers;
    this.#report = report;
    this.#most = most;
  }

  async start(): Promise<void> {
    const queue = await openQueue(this.#store, this.#report);
    this.#queue = queue;
    await queue.start(this.#workers.threads, (chunk) => this.#take(queue, chunk));
    this.#loops.push(
      this.#every(LOOK_MS, () => this.#addTo(queue)),
      this.#every(LOOK_AGAIN_MS, async () => this.#queued.clear()),
      this.#every(WATCH_MS, () => this.#endCancelled()),
    );
  }

  /** What is under way is broken off, and taken up again at the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#queue?.stop();
    await Promise.all(this.#loops);
  }

  async #addTo(queue: ChunkQueue): Promise<void> {
    for (const { sweep, body } of await unfinishedSweeps(this.#store, this.#queued)) {
      await queue.add(await chunksToDo(this.#store, sweep, chunkCount(body as KeptSweep)));
      this.#queued.add(sweep);
    }
  }

  async #take(queue: ChunkQueue, chunk: Chunk): Promise<void> {
    try {
      const begun = await beginChunk(this.#store, chunk, (body) => chunkCount(body as KeptSweep));
      if (begun === 'over') await queue.drop(chunk.sweep);
      else if (begun !== 'done') await this.#compute(chunk, begun.body as KeptSweep);
    } catch (failure) {
      if (!(failure instanceof BrokenOff)) {
        this.#report(failure);
        await this.#rest(AFTER_FAILURE_MS);
      }
      throw failure;
    }
  }

  async #compute(chunk: Chunk, kept: KeptSweep): Promise<void> {
    const cancelled = new AbortController();
    const tooLong = AbortSignal.timeout(this.#most.total('milliseconds'));
    const brokenOff = AbortSignal.any([this.#stopping.signal, cancelled.signal]);
    this.#running.set(cancelled, chunk);
    try {
      const summary = await this.#summary(chunk, kept, AbortSignal.any([brokenOff, tooLong]));
      await this.#record(chunk, summary);
    } catch (failure) {
      if (tooLong.aborted) await endForTime(this.#store, chunk.sweep);
      if (brokenOff.aborted) await uncountAttempt(this.#store, chunk);
      throw brokenOff.aborted || tooLong.aborted ? new BrokenOff() : failure;
    } finally {
      this.#running.delete(cancelled);
    }
  }

  async #summary({ chunk }: Chunk, kept: KeptSweep, signal: AbortSignal): Promise<TimedSummary> {
    const sweep = sweepOf(kept);
    const agreement = await this.#agreementOf(sweep.agreementHash);
    const start = performance.now();
    const summary = await this.#workers.summary({ sweep, agreement, chunk }, signal);
    return { summary, spent: Temporal.Duration.from({ milliseconds: Math.ceil(performance.now() - start) }) };
  }

  /** Read once for all chunks of a sweep. */
  async #agreementOf(hash: string): Promise<AgreementDocument> {
    if (this.#known?.hash === hash) return this.#known.document;
    const content = await readContent(this.#store.database.query, hash);
    const document = content as AgreementDocument;
    this.#known = { hash, document };
    return document;
  }

  async #record(chunk: Chunk, { summary, spent }: TimedSummary): Promise<void> {
    const all = await recordChunk(this.#store, chunk, spent, (known) =>
      JSON.stringify(withKnown(known, summary)),
    );
    if (all !== undefined && Temporal.Duration.compare(all, this.#most) > 0)
      await endForTime(this.#store, chunk.sweep);
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

/** An attempt that ended through no fault of the chunk: the server stops, or nobody wants it any more. */
class BrokenOff extends Error {}

/** What a chunk gave, and how long a thread was at it. */
interface TimedSummary {
  readonly summary: ChunkSummary;
  readonly spent: Temporal.Duration;
}

function withKnown(known: string | undefined, summary: ChunkSummary): ChunkSummary {
  return known === undefined ? summary : addSummaries(JSON.parse(known), summary);
}
