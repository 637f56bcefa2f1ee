import PQueue from 'p-queue';
import { type Chunk, type ChunkQueue, nameOf } from './chunk-queue.ts';

/** What failed comes before what has not been tried. */
const AGAIN = { priority: 1 };

/** The queue of a single server: it is as long-lived as the process, and so are the takers. */
export class MemoryQueue implements ChunkQueue {
  readonly #tasks = new PQueue({ autoStart: false });
  /** Those that wait or are with a taker, by name. */
  readonly #known = new Map<string, Chunk>();
  #compute: (chunk: Chunk) => Promise<void> = async () => undefined;

  async start(takers: number, compute: (chunk: Chunk) => Promise<void>): Promise<void> {
    this.#compute = compute;
    this.#tasks.concurrency = takers;
    this.#tasks.start();
  }

  async add(chunks: readonly Chunk[]): Promise<void> {
    for (const chunk of chunks) {
      if (this.#known.has(nameOf(chunk))) continue;
      this.#known.set(nameOf(chunk), chunk);
      void this.#tasks.add(() => this.#handOut(chunk));
    }
  }

  async drop(sweep: string): Promise<void> {
    for (const [name, chunk] of this.#known) if (chunk.sweep === sweep) this.#known.delete(name);
  }

  async stop(): Promise<void> {
    this.#tasks.pause();
    await this.#tasks.onPendingZero();
  }

  async #handOut(chunk: Chunk): Promise<void> {
    // Dropped while it waited.
    if (!this.#known.has(nameOf(chunk))) return;
    try {
      await this.#compute(chunk);
      this.#known.delete(nameOf(chunk));
    } catch {
      void this.#tasks.add(() => this.#handOut(chunk), AGAIN);
    }
  }
}
