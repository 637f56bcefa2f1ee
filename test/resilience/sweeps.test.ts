import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { StoreLocation } from '../../store/database.ts';
import { runs } from '../settings/runs.ts';
import { withBothEngines } from '../store/engines.ts';
import { startServer } from './server-process.ts';
import {
  CHUNKS,
  isDone,
  looking,
  makeSweep,
  POINTS,
  resultWhen,
  takenChunks,
  underWay,
} from './sweep-client.ts';

/** How often the server on SQLite is killed in the middle of one sweep. */
const { numRuns: KILLS } = runs(1, 3);
/** Killed takers are taken for dead after a while, and other tests want processors too. */
const PATIENCE_MS = 240_000;

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
