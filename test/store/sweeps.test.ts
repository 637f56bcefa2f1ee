import { expect, it } from 'vitest';
import { accepted } from '../../src/refusal.ts';
import { createResource } from '../../store/resources.ts';
import {
  beginChunk,
  cancelledAmong,
  chunksToDo,
  endForTime,
  recordChunk,
  SWEEPS,
  sweepProgress,
  uncountAttempt,
  unfinishedSweeps,
} from '../../store/sweeps.ts';
import { type Store, write } from '../../store/write.ts';
import { describeOnEachEngine, openTestStore } from './engines.ts';

const CHUNKS = 3;
const SPENT = Temporal.Duration.from({ milliseconds: 40 });
const NOBODY: ReadonlySet<string> = new Set();

async function keepSweep(store: Store, id: string): Promise<void> {
  const act = { actor: 'a', action: 'sweeps.create', target: `sweeps/${id}`, detail: {} };
  await write(store, act, async (under) => {
    const version = { body: { chunks: CHUNKS }, state: 'draft', action: 'create', reason: '' };
    const created = await createResource(under, { kind: SWEEPS, id, owner: 'a' }, version);
    return created.ok ? accepted({ value: created.value }) : created;
  });
}

const one = (chunk: number) => ({ sweep: 'one', chunk });
const begin = (store: Store, chunk: number) => beginChunk(store, one(chunk), () => CHUNKS);
const record = (store: Store, chunk: number) => recordChunk(store, one(chunk), SPENT, adding(chunk));
const toDo = async (store: Store) => (await chunksToDo(store, 'one', CHUNKS)).map(({ chunk }) => chunk);
const unfinished = async (store: Store, except = NOBODY) =>
  (await unfinishedSweeps(store, except)).map(({ sweep }) => sweep);

/** Adds the number of a chunk to those known. */
const adding = (chunk: number) => (known: string | undefined) =>
  JSON.stringify([...(known === undefined ? [] : JSON.parse(known)), chunk].sort());

const BEGUN = { body: { chunks: CHUNKS } };

describeOnEachEngine('sweeps', (engine) => {
  it('knows what is to be done of a sweep, which is done when all chunks are recorded', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    expect(await sweepProgress(store, 'one')).toMatchObject({ state: 'waiting' });
    expect(await toDo(store)).toEqual([0, 1, 2]);
    for (const chunk of [1, 0, 2]) {
      expect(await begin(store, chunk)).toEqual(BEGUN);
      expect(await unfinished(store)).toEqual(['one']);
      expect(await record(store, chunk)).toBeDefined();
      expect(await toDo(store)).not.toContain(chunk);
    }
    expect(await sweepProgress(store, 'one')).toEqual({
      state: 'done',
      chunks: 3,
      done: 3,
      summary: '[0,1,2]',
      failure: undefined,
    });
    expect([await toDo(store), await unfinished(store)]).toEqual([[], []]);
    await store.database.close();
  });

  it('counts a chunk once that two have computed, and says that it is done to whoever begins it after that', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    expect(await Promise.all([begin(store, 0), begin(store, 0)])).toEqual([BEGUN, BEGUN]);
    expect(await record(store, 0)).toEqual(SPENT);
    expect(await record(store, 0)).toBeUndefined();
    expect(await begin(store, 0)).toBe('done');
    expect(await sweepProgress(store, 'one')).toMatchObject({ done: 1, summary: '[0]' });
    await store.database.close();
  });

  it('fails a sweep whose chunk fails again and again', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    for (let attempt = 0; attempt < 5; attempt++) expect(await begin(store, 0)).toEqual(BEGUN);
    expect(await begin(store, 0)).toBe('over');
    expect(await sweepProgress(store, 'one')).toMatchObject({
      state: 'failed',
      failure: 'sweep_chunk_failing',
      done: 0,
    });
    expect([await begin(store, 1), await unfinished(store)]).toEqual(['over', []]);
    await store.database.close();
  });

  it('does not count attempts that were broken off, however often the server stops', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    for (let stop = 0; stop < 10; stop++) {
      expect(await begin(store, 0)).toEqual(BEGUN);
      await uncountAttempt(store, one(0));
    }
    expect(await begin(store, 0)).toEqual(BEGUN);
    expect(await sweepProgress(store, 'one')).toMatchObject({ state: 'running', done: 0 });
    await store.database.close();
  });

  it('adds up how long threads were at it, and ends a sweep that takes too long: nobody begins a chunk any more', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    expect(await Promise.all([begin(store, 0), begin(store, 1)])).toEqual([BEGUN, BEGUN]);
    await record(store, 0);
    // What was still being computed is added, and does not bring it back.
    await endForTime(store, 'one');
    expect(await record(store, 1)).toEqual(Temporal.Duration.from({ milliseconds: 80 }));
    expect(await begin(store, 2)).toBe('over');
    expect(await sweepProgress(store, 'one')).toMatchObject({
      state: 'failed',
      failure: 'sweep_time_exceeded',
      done: 2,
      summary: '[0,1]',
    });
    await store.database.close();
  });

  it('knows which are cancelled', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    expect(await cancelledAmong(store, ['one'])).toEqual(new Set());
    await store.database.query
      .updateTable('resources')
      .set({ deleted: 1n })
      .where('id', '=', 'one')
      .execute();
    expect(await cancelledAmong(store, ['one', 'two'])).toEqual(new Set(['one']));
    expect([await begin(store, 0), await unfinished(store)]).toEqual(['over', []]);
    await store.database.close();
  });

  it('tells of sweeps in the order in which they were made, and not of those that are known', async () => {
    const store = await openTestStore(await engine().newLocation());
    for (const id of ['b', 'c', 'a']) await keepSweep(store, id);
    expect(await unfinished(store)).toEqual(['b', 'c', 'a']);
    expect(await unfinished(store, new Set(['c']))).toEqual(['b', 'a']);
    await store.database.close();
  });
});
