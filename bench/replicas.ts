import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../store/clock.ts';
import type { StoreLocation } from '../store/database.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/write.ts';
import { startPostgres } from '../test/store/postgres-server.ts';
import { startServer } from './child-server.ts';
import { EXAMPLE_YEARS } from './example.ts';
import { besidePeer, type Row } from './row.ts';

const POINTS = 16_000;
/** Threads are started and warmed up first, those of all replicas. */
const WARM_UP_POINTS = 4_000;

/** A sweep split over all municipalities, made over HTTP and computed by one replica and by two that share a database of PostgreSQL, in one worker each. */
export async function measureReplicas(): Promise<Row[]> {
  const postgres = await startPostgres();
  const [one, two] = [
    await inReplicas(1, await postgres.newLocation()),
    await inReplicas(2, await postgres.newLocation()),
  ];
  await postgres.stop();
  const rate = (milliseconds: number) => Math.round((POINTS / milliseconds) * 1_000);
  return [
    {
      ...besidePeer(
        { what: `sweep of ${POINTS} points over HTTP, two replicas`, milliseconds: two },
        { what: 'one replica', milliseconds: one },
      ),
      note: `${rate(two)} points a second beside ${rate(one)}: ${(one / two).toFixed(2)} times as fast (aim: at least 1.8)`,
    },
  ];
}

async function inReplicas(count: number, location: StoreLocation): Promise<number> {
  const environment = { DATABASE_URL: location.databaseUrl, SWEEP_THREADS: '1' };
  const replicas = await Promise.all(
    Array.from({ length: count }, () => startServer('api/server.ts', '', environment)),
  );
  const store = await openStore(location, systemClock);
  const url = replicas[0]?.url ?? '';
  await compute(url, store, 'warm-up', WARM_UP_POINTS);
  const start = performance.now();
  await compute(url, store, 'measured', POINTS);
  const milliseconds = performance.now() - start;
  await Promise.all(replicas.map((replica) => replica.stop()));
  await store.database.close();
  return milliseconds;
}

/** Asks the store how far it is, as asking the service would cost what is measured. */
async function compute(url: string, { database }: Store, id: string, points: number): Promise<void> {
  const response = await fetch(`${url}/v1/sweeps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, ...SWEEP, sample: { points, seed: 98 } }),
  });
  if (!response.ok) throw new Error(`POST /v1/sweeps: ${response.status}`);
  const progress = database.query.selectFrom('sweep_progress').select('state').where('sweep', '=', id);
  while ((await progress.executeTakeFirst())?.state !== 'done') await pause(20);
}

const steps = { from: '0.0100', to: '0.0600', step: '0.0001' };

const SWEEP = {
  scenario: {
    agreement: 'k98-example',
    years: EXAMPLE_YEARS,
    changes: [{ type: 'set-index', year: 2027, wage: '0.0330', price: '0.0210' }],
  },
  parameters: [
    { pointer: '/changes/0/wage', values: { kind: 'normal', ...steps, mean: '0.0330', deviation: '0.0060' } },
    { pointer: '/changes/0/price', values: { kind: 'triangular', ...steps, mode: '0.0210' } },
  ],
  detail: 'municipalities',
};
