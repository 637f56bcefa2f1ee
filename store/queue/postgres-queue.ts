import { type Job, PgBoss } from 'pg-boss';
import { postgresSettings } from '../engines/postgres.ts';
import { type Chunk, type ChunkQueue, nameOf } from './chunk-queue.ts';

const QUEUE = 'sweep-chunks';

/** A taker that gives no sign of life for so long is taken for dead; no queue of pg-boss waits for less. */
const SILENCE_S = 10;
const SIGN_OF_LIFE_S = 2.5;
/** How often the replicas, together, look for takers that have gone. */
const SUPERVISION_S = 2;

const QUEUE_SETTINGS = {
  // Of chunks with the same key one waits or is with a taker.
  policy: 'exclusive',
  heartbeatSeconds: SILENCE_S,
  // How long a sweep may take is decided where it is computed.
  expireInSeconds: 86_400,
  // Attempts are counted in the store, where those that were broken off can be taken back.
  retryLimit: 1_000,
  deleteAfterSeconds: 3_600,
};

const ASKING = { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: SIGN_OF_LIFE_S };

/** The queue may forget what it did in the last moment before a power cut, so it need not wait for the disk. */
const UNHURRIED = '-c synchronous_commit=off';
/** Connections beside those of the store. */
const CONNECTIONS = 3;
/** Takers are told to end before; they need no longer than it takes to write that. */
const STOPPING_MS = 10_000;
/** More than any sweep has. */
const ALL_CHUNKS = 100_000;

/** The queue that several servers share: pg-boss, with a schema of its own in the store's database. */
export class PostgresQueue implements ChunkQueue {
  readonly #boss: PgBoss;

  /** @param report told of what goes wrong in the background */
  constructor(databaseUrl: string, report: (failure: unknown) => void) {
    this.#boss = new PgBoss({
      ...postgresSettings(databaseUrl),
      max: CONNECTIONS,
      options: UNHURRIED,
      schedule: false,
      registerInstance: false,
      superviseIntervalSeconds: SUPERVISION_S,
      monitorIntervalSeconds: SUPERVISION_S,
      maintenanceIntervalSeconds: QUEUE_SETTINGS.deleteAfterSeconds,
    });
    this.#boss.on('error', ({ message, stack }) => report(Object.assign(new Error(message), { stack })));
    this.#boss.on('warning', ({ message }) => report(new Error(message)));
  }

  async start(takers: number, compute: (chunk: Chunk) => Promise<void>): Promise<void> {
    await this.#boss.start();
    await this.#boss.createQueue(QUEUE, QUEUE_SETTINGS);
    for (let taker = 0; taker < takers; taker++) await this.#take(compute);
  }

  async add(chunks: readonly Chunk[]): Promise<void> {
    await this.#boss.insert(
      QUEUE,
      chunks.map((chunk) => ({ data: chunk, singletonKey: nameOf(chunk) })),
    );
  }

  async drop(sweep: string): Promise<void> {
    const waiting = await this.#boss.findJobs(QUEUE, { data: { sweep }, queued: true, limit: ALL_CHUNKS });
    if (waiting.length === 0) return;
    await this.#boss.deleteJob(
      QUEUE,
      waiting.map(({ id }) => id),
    );
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ timeout: STOPPING_MS });
  }

  async #take(compute: (chunk: Chunk) => Promise<void>): Promise<void> {
    const taker = await this.#boss.work(QUEUE, ASKING, async (jobs: Job<Chunk>[]) => {
      try {
        for (const { data } of jobs) await compute(data);
      } finally {
        // The next one at once, however short this one was.
        this.#boss.notifyWorker(taker);
      }
    });
  }
}
