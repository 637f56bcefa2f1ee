import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../settings/runs.ts';
import { type PostgresUnderTest, startPostgres } from '../store/postgres-server.ts';
import { startServer } from './server-process.ts';
import { expectWhole } from './whole.ts';
import { Writers } from './writers.ts';

/** How long PostgreSQL is away. */
const { numRuns: AWAY_MS } = runs(1_500, 10_000);
const CLIENTS = 8;

describe(`PostgreSQL away for ${AWAY_MS / 1_000} s under load`, () => {
  let postgres: PostgresUnderTest;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  it.each([
    ['stopped', () => postgres.halt()],
    ['killed', () => postgres.crash()],
  ])('%s: answers 503 with a time to come back, recovers by itself and loses nothing', async (_, take) => {
    const location = await postgres.newLocation();
    const server = await startServer(location);
    const ready = async () => (await fetch(`${server.address}/ready`)).status;
    expect(await ready()).toBe(200);
    const writers = new Writers(server.address, CLIENTS, 'away');
    await setTimeout(500);
    const before = writers.acknowledged.length;
    expect(before).toBeGreaterThan(0);

    await take();
    await setTimeout(AWAY_MS);
    expect(await ready()).toBe(503);
    expect((await fetch(`${server.address}/health`)).status).toBe(200);
    const priced = await fetch(`${server.address}/v1/scenarios`);
    expect([priced.status, priced.headers.get('content-type'), priced.headers.get('retry-after')]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
      '5',
    ]);
    const during = writers.refused.length;
    expect(during).toBeGreaterThan(0);

    await postgres.resume();
    await until(() => writers.acknowledged.length > before + 2 * CLIENTS);
    expect(await ready()).toBe(200);
    await writers.stop();
    const kinds = new Set(
      writers.refused.map(({ status, code, retryAfter }) => `${status} ${code} ${retryAfter}`),
    );
    expect([...kinds]).toEqual(['503 store_unavailable 5']);
    expect(await server.stop()).toBe(0);
    await expectWhole(location, writers.acknowledged, writers.sent);
  });

  it('from the start: a server does not come up, and says why', async () => {
    const location = await postgres.newLocation();
    await postgres.halt();
    await expect(startServer(location)).rejects.toThrow();
    await postgres.resume();
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(50);
}
