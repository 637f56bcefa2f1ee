import { expect, it } from 'vitest';
import { accepted } from '../../src/refusal.ts';
import { createResource } from '../../store/resources.ts';
import {
  cancelledAmong,
  claimChunk,
  endForTime,
  recordChunk,
  releaseChunk,
  renewLeases,
  SWEEPS,
  sweepProgress,
} from '../../store/sweeps.ts';
import { type Store, write } from '../../store/write.ts';
import { describeOnEachEngine, openTestStore } from './engines.ts';

const LEASE = Temporal.Duration.from({ seconds: 60 });
const CHUNKS = 3;
const SPENT = Temporal.Duration.from({ milliseconds: 40 });

async function keepSweep(store: Store, id: string): Promise<void> {
  const act = { actor: 'a', action: 'sweeps.create', target: `sweeps/${id}`, detail: {} };
  await write(store, act, async (under) => {
    const version = { body: { chunks: CHUNKS }, state: 'draft', action: 'create', reason: '' };
    const created = await createResource(under, { kind: SWEEPS, id, owner: 'a' }, version);
    return created.ok ? accepted({ value: created.value }) : created;
  });
}

const claim = (store: Store, lease = LEASE) => claimChunk(store, lease, () => CHUNKS);

/** Adds the number of a chunk to those known. */
const adding = (chunk: number) => (known: string | undefined) =>
  JSON.stringify([...(known === undefined ? [] : JSON.parse(known)), chunk].sort());

describeOnEachEngine('sweeps', (engine) => {
  it('gives each chunk to one taker, and the sweep is done when all are recorded', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    expect(await sweepProgress(store, 'one')).toMatchObject({ state: 'waiting' });
    const claimed = await Promise.all(Array.from({ length: 5 }, () => claim(store)));
    const mine = claimed.filter((chunk) => chunk !== undefined);
    expect(mine.map(({ chunk }) => chunk).toSorted()).toEqual([0, 1, 2]);
    for (const chunk of mine)
      expect(await recordChunk(store, chunk, SPENT, adding(chunk.chunk))).toBeDefined();
    expect(await sweepProgress(store, 'one')).toEqual({
      state: 'done',
      chunks: 3,
      done: 3,
      summary: '[0,1,2]',
      failure: undefined,
    });
    expect(await claim(store)).toBeUndefined();
    await store.database.close();
  });

  it('takes a chunk again whose taker has not come back, and counts it once when both do', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    // The clock goes a second forward at each look, so a lease of none has lapsed at once.
    const lost = await claim(store, Temporal.Duration.from({ seconds: 0 }));
    const again = await claim(store);
    expect([lost?.chunk, again?.chunk]).toEqual([0, 0]);
    if (lost === undefined || again === undefined) throw new Error('both were claimed');
    expect(await recordChunk(store, again, SPENT, adding(0))).toEqual(SPENT);
    expect(await recordChunk(store, lost, SPENT, adding(0))).toBeUndefined();
    expect(await sweepProgress(store, 'one')).toMatchObject({ done: 1, summary: '[0]' });
    await store.database.close();
  });

  it('fails a sweep whose chunk fails again and again', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    for (let attempt = 0; attempt < 5; attempt++) {
      const claimed = await claim(store);
      expect(claimed?.chunk).toBe(0);
      if (claimed !== undefined) await releaseChunk(store, claimed, 'failed');
    }
    expect(await claim(store)).toBeUndefined();
    expect(await sweepProgress(store, 'one')).toMatchObject({
      state: 'failed',
      failure: 'sweep_chunk_failing',
      done: 0,
    });
    await store.database.close();
  });

  it('does not count attempts that were broken off, however often the server stops', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    for (let stop = 0; stop < 10; stop++) {
      const claimed = await claim(store);
      if (claimed !== undefined) await releaseChunk(store, claimed, 'broken-off');
    }
    expect((await claim(store))?.chunk).toBe(0);
    expect(await sweepProgress(store, 'one')).toMatchObject({ state: 'running', done: 0 });
    await store.database.close();
  });

  it('leaves a chunk to its taker as long as its claim is renewed', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    // The clock goes a second forward at each look, so a lease of none has lapsed at once.
    const mine = await claim(store, Temporal.Duration.from({ seconds: 0 }));
    if (mine === undefined) throw new Error('it was claimed');
    await renewLeases(store, [mine], LEASE);
    expect([(await claim(store))?.chunk, (await claim(store))?.chunk]).toEqual([1, 2]);
    expect(await claim(store)).toBeUndefined();
    await store.database.close();
  });

  it('adds up how long threads were at it, and ends a sweep that takes too long: nobody takes a chunk any more', async () => {
    const store = await openTestStore(await engine().newLocation());
    await keepSweep(store, 'one');
    const [first, second] = [await claim(store), await claim(store)];
    if (first === undefined || second === undefined) throw new Error('both were claimed');
    await recordChunk(store, first, SPENT, adding(0));
    // What was still being computed is added, and does not bring it back.
    await endForTime(store, 'one');
    expect(await recordChunk(store, second, SPENT, adding(1))).toEqual(
      Temporal.Duration.from({ milliseconds: 80 }),
    );
    expect(await claim(store)).toBeUndefined();
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
    expect(await claim(store)).toBeUndefined();
    await store.database.close();
  });
});
