import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chunk, ChunkQueue } from '../../store/queue/chunk-queue.ts';
import { openQueue } from '../../store/queue/open-queue.ts';
import type { Store } from '../../store/write.ts';
import { describeOnEachEngine, openTestStore } from './engines.ts';
import { type PostgresUnderTest, startPostgres } from './postgres-server.ts';

const chunksOf = (sweep: string, count: number): Chunk[] =>
  Array.from({ length: count }, (_, chunk) => ({ sweep, chunk }));
const named = ({ sweep, chunk }: Chunk) => `${sweep}${chunk}`;

/** What takers of a queue were given, in order; they do with it what `compute` says. */
class Takers {
  readonly given: string[] = [];
  readonly queue: ChunkQueue;
  readonly #failures: readonly unknown[];

  private constructor(queue: ChunkQueue, failures: readonly unknown[]) {
    this.queue = queue;
    this.#failures = failures;
  }

  static async of(store: Store): Promise<Takers> {
    const failures: unknown[] = [];
    return new Takers(await openQueue(store, (failure) => failures.push(failure)), failures);
  }

  async start(
    count: number,
    compute: (chunk: Chunk) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.queue.start(count, async (chunk) => {
      this.given.push(named(chunk));
      await compute(chunk);
    });
  }

  async stop(): Promise<void> {
    await this.queue.stop();
    expect(this.#failures).toEqual([]);
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

describeOnEachEngine('a queue of chunks', (engine) => {
  it('hands out each chunk once, those that were added first before others', async () => {
    const store = await openTestStore(await engine().newLocation());
    const takers = await Takers.of(store);
    await takers.start(1);
    await takers.queue.add(chunksOf('b', 1));
    await takers.queue.add(chunksOf('a', 3));
    await takers.queue.add(chunksOf('c', 1));
    await until(() => takers.given.length >= 5);
    expect(takers.given[0]).toBe('b0');
    expect(takers.given.slice(1, 4).toSorted()).toEqual(['a0', 'a1', 'a2']);
    expect(takers.given.slice(4)).toEqual(['c0']);
    await takers.stop();
    await store.database.close();
  });

  it('hands out to as many takers at a time as there are', async () => {
    const store = await openTestStore(await engine().newLocation());
    const takers = await Takers.of(store);
    const gate = Promise.withResolvers<void>();
    await takers.start(3, () => gate.promise);
    await takers.queue.add(chunksOf('a', 5));
    await until(() => takers.given.length === 3);
    await pause(700);
    expect(takers.given).toHaveLength(3);
    gate.resolve();
    await until(() => takers.given.length === 5);
    expect(new Set(takers.given).size).toBe(5);
    await takers.stop();
    await store.database.close();
  });

  it('does not add what waits or is with a taker, and adds again what is done', async () => {
    const store = await openTestStore(await engine().newLocation());
    const takers = await Takers.of(store);
    const gate = Promise.withResolvers<void>();
    await takers.start(1, () => gate.promise);
    await takers.queue.add(chunksOf('a', 2));
    await until(() => takers.given.length === 1);
    await takers.queue.add(chunksOf('a', 3));
    gate.resolve();
    await until(() => takers.given.length >= 3);
    expect(takers.given.toSorted()).toEqual(['a0', 'a1', 'a2']);
    await pause(100);
    await takers.queue.add(chunksOf('a', 1));
    await until(() => takers.given.length >= 4);
    expect(takers.given.at(-1)).toBe('a0');
    await takers.stop();
    await store.database.close();
  });

  it('hands out again what a taker failed at, before what was added later', async () => {
    const store = await openTestStore(await engine().newLocation());
    const takers = await Takers.of(store);
    let failures = 0;
    await takers.start(1, async ({ sweep }) => {
      if (sweep !== 'a' || failures === 3) return;
      failures += 1;
      throw new Error('cannot be computed');
    });
    await takers.queue.add(chunksOf('a', 1));
    await takers.queue.add(chunksOf('b', 1));
    await until(() => takers.given.length >= 5);
    expect(takers.given).toEqual(['a0', 'a0', 'a0', 'a0', 'b0']);
    await takers.stop();
    await store.database.close();
  });

  it('drops what waits of a sweep and leaves others alone', async () => {
    const store = await openTestStore(await engine().newLocation());
    const takers = await Takers.of(store);
    const added = Promise.withResolvers<void>();
    await takers.start(1, async ({ sweep }) => {
      await added.promise;
      if (sweep === 'a') await takers.queue.drop('a');
    });
    await takers.queue.add([...chunksOf('a', 200), ...chunksOf('ab', 1)]);
    added.resolve();
    await until(() => takers.given.includes('ab0'));
    expect(takers.given).toHaveLength(2);
    await takers.stop();
    await store.database.close();
  });

  it('waits for its takers when it is stopped, and hands out nothing more', async () => {
    const store = await openTestStore(await engine().newLocation());
    const takers = await Takers.of(store);
    let ended = 0;
    await takers.start(1, async () => {
      await pause(300);
      ended += 1;
    });
    await takers.queue.add(chunksOf('a', 5));
    await until(() => takers.given.length === 1);
    await takers.stop();
    expect([takers.given.length, ended]).toEqual([1, 1]);
    await store.database.close();
  });
});

describe('a queue of chunks that two servers share', () => {
  let postgres: PostgresUnderTest;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  it('gives each chunk to one of them, also when both add it, and what one breaks off to the other', async () => {
    const store = await openTestStore(await postgres.newLocation());
    const [first, second] = [await Takers.of(store), await Takers.of(store)];
    const [begun, stopping] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    // The first one works on its first chunk until it stops; the second one lets it have one.
    const hold = () => {
      begun.resolve();
      return stopping.promise;
    };
    await Promise.all([first.start(1, hold), second.start(2, () => begun.promise)]);
    await Promise.all([first.queue.add(chunksOf('a', 40)), second.queue.add(chunksOf('a', 40))]);
    await until(() => first.given.length + second.given.length >= 40);
    expect(new Set([...first.given, ...second.given]).size).toBe(40);
    const [held] = first.given;
    stopping.reject(new Error('broken off'));
    await first.stop();
    await until(() => second.given.length >= 40);
    expect(second.given.at(-1)).toBe(held);
    await second.stop();
    await store.database.close();
  });

  it('leaves a chunk with its taker for as long as it lives, however long it takes', async () => {
    const store = await openTestStore(await postgres.newLocation());
    const [first, second] = [await Takers.of(store), await Takers.of(store)];
    const done = Promise.withResolvers<void>();
    await first.start(1, () => done.promise);
    await first.queue.add(chunksOf('a', 1));
    await until(() => first.given.length === 1);
    await second.start(1);
    // Longer than a taker may be silent, and than it takes to notice that.
    await pause(15_000);
    done.resolve();
    await first.stop();
    await pause(1_000);
    await second.stop();
    expect([first.given, second.given]).toEqual([['a0'], []]);
    await store.database.close();
  });
});
