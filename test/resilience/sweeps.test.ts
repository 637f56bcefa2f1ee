import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type SweepResult, sweepResultSchema } from '../../api/sweeps/sweep-schema.ts';
import { systemClock } from '../../store/clock.ts';
import type { StoreLocation } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/write.ts';
import { runs } from '../settings/runs.ts';
import { withBothEngines } from '../store/engines.ts';
import { startServer } from './server-process.ts';

const CHUNKS = 5;
const POINTS = CHUNKS * 1_000;
/** How often the server on SQLite is killed in the middle of one sweep. */
const { numRuns: KILLS } = runs(1, 3);
/** Killed takers are taken for dead after a while, and other tests want processors too. */
const PATIENCE_MS = 240_000;

const steps = { from: '0.0100', to: '0.0600', step: '0.0001' };
const REQUEST = {
  scenario: {
    agreement: 'k98-example',
    years: { from: 2026, to: 2027 },
    changes: [{ type: 'set-index', year: 2027, wage: '0.0330', price: '0.0210' }],
  },
  parameters: [
    { pointer: '/changes/0/wage', values: { kind: 'uniform', ...steps } },
    { pointer: '/changes/0/price', values: { kind: 'triangular', ...steps, mode: '0.0210' } },
  ],
  sample: { points: POINTS, seed: 98 },
  detail: 'municipalities',
  bounds: [{ figure: { year: 2027, figure: 'agreementPrice' }, side: 'above', amount: '770000000.00' }],
};

async function makeSweep(address: string, id: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ id, ...REQUEST });
  expect((await fetch(`${address}/v1/sweeps`, { method: 'POST', headers, body })).status).toBe(201);
}

async function resultWhen(
  address: string,
  id: string,
  isWanted: (result: SweepResult) => boolean,
): Promise<SweepResult> {
  for (;;) {
    const response = await fetch(`${address}/v1/sweeps/${id}/result`);
    const result = sweepResultSchema.parse(await response.json());
    if (isWanted(result)) return result;
    await pause(20);
  }
}

const isDone = ({ state }: SweepResult) => state === 'done';

interface TakenChunk {
  readonly chunk: number;
  readonly attempts: number;
  readonly isDone: boolean;
}

/** The chunks of a sweep that somebody has begun, as the store has them. */
async function takenChunks({ database }: Store, sweep: string): Promise<TakenChunk[]> {
  const rows = await database.query
    .selectFrom('sweep_chunks')
    .select(['chunk', 'attempts', 'done'])
    .where('sweep', '=', sweep)
    .orderBy('chunk')
    .execute();
  return rows.map(({ chunk, attempts, done }) => ({
    chunk: Number(chunk),
    attempts: Number(attempts),
    isDone: done === 1n,
  }));
}

/** Looks into the store while no server has it, or beside one on PostgreSQL. */
async function looking<T>(location: StoreLocation, look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(location, systemClock);
  try {
    return await look(store);
  } finally {
    await store.database.close();
  }
}

const underWay = (chunks: readonly TakenChunk[]) =>
  chunks.filter(({ isDone: done }) => !done).map(({ chunk }) => chunk);

/** Fails unless every chunk was counted; answers those that were taken more than once. */
async function repeatedOf(location: StoreLocation, sweep: string): Promise<number[]> {
  const chunks = await looking(location, (store) => takenChunks(store, sweep));
  expect(chunks.map(({ chunk }) => chunk)).toEqual([...Array(CHUNKS).keys()]);
  expect(underWay(chunks)).toEqual([]);
  return chunks.filter(({ attempts }) => attempts > 1).map(({ chunk }) => chunk);
}

describe(`a sweep of ${POINTS} points in ${CHUNKS} chunks`, () => {
  const engines = withBothEngines();

  it(
    `whose server on SQLite is killed ${KILLS} × and started again loses no chunk and doubles none`,
    async () => {
      const location = await engines().sqlite.newLocation();
      const cutOff: number[] = [];
      let done = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const server = await startServer(location);
        if (kill === 0) await makeSweep(server.address, 'killed');
        const before = done;
        ({ done } = await resultWhen(server.address, 'killed', (result) => result.done > before));
        await server.kill();
        cutOff.push(...underWay(await looking(location, (store) => takenChunks(store, 'killed'))));
      }
      expect(done).toBeLessThan(POINTS);
      expect(cutOff.length).toBeGreaterThan(0);

      const server = await startServer(location);
      const result = await resultWhen(server.address, 'killed', isDone);
      await makeSweep(server.address, 'undisturbed');
      expect(result).toEqual(await resultWhen(server.address, 'undisturbed', isDone));
      expect(result.done).toBe(POINTS);
      expect(await server.stop()).toBe(0);
      const places = [...new Set(cutOff)].toSorted((first, second) => first - second);
      expect(await repeatedOf(location, 'killed')).toEqual(places);
    },
    PATIENCE_MS,
  );

  it(
    'that two replicas on PostgreSQL share, of which one is killed, gives what it would have given',
    async () => {
      const location = await engines().postgres.newLocation();
      const [first, second] = await Promise.all([startServer(location), startServer(location)]);
      await makeSweep(first.address, 'shared');
      // More chunks under way than one replica has threads: both are at it.
      await looking(location, async (store) => {
        while (underWay(await takenChunks(store, 'shared')).length <= availableParallelism()) await pause(5);
      });
      await first.kill();
      const atKill = await resultWhen(second.address, 'shared', () => true);
      expect(atKill.done).toBeLessThan(POINTS);

      const result = await resultWhen(second.address, 'shared', isDone);
      await makeSweep(second.address, 'undisturbed');
      expect(result).toEqual(await resultWhen(second.address, 'undisturbed', isDone));
      expect(result.done).toBe(POINTS);
      expect(await second.stop()).toBe(0);
      expect((await repeatedOf(location, 'shared')).length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
