import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../store/clock.ts';
import { openStore } from '../store/open-store.ts';
import { type PostgresUnderTest, startPostgres } from '../test/store/postgres-server.ts';
import { startServer } from './child-server.ts';
import { EXAMPLE_YEARS } from './example.ts';
import { besidePeer, type Figure, type Row } from './row.ts';

const POINTS = 12_000;
/** Threads are started and warmed up first, those of all replicas. */
const WARM_UP_POINTS = 4_000;
/** The shortest time of so many counts, since the machine may be at something else as well. */
const ROUNDS = 2;

/**
 * A sweep split over all municipalities, made over HTTP and computed by one replica and by two that share a database of PostgreSQL, in one worker
 * each. What two can gain at all is shown by two that share nothing and have half of the points each.
 */
export async function measureReplicas(): Promise<Row[]> {
  const postgres = await startPostgres();
  const [alone, shared, apart]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await timeWith(postgres, [1]));
    shared.push(await timeWith(postgres, [2]));
    apart.push(await timeWith(postgres, [1, 1]));
  }
  await postgres.stop();
  const figure = (what: string, times: readonly number[]) => ({ what, milliseconds: Math.min(...times) });
  const one = figure('one replica', alone);
  const two = figure(`sweep of ${POINTS} points over HTTP, two replicas`, shared);
  const rate = ({ milliseconds }: Figure) => Math.round((POINTS / milliseconds) * 1_000);
  const gain = (one.milliseconds / two.milliseconds).toFixed(2);
  return [
    {
      ...besidePeer(two, one),
      note: `${rate(two)} points a second beside ${rate(one)}: ${gain} times as fast (aim: at least 1.8)`,
    },
    besidePeer(two, figure('two that share nothing, half of the points each', apart)),
  ];
}

/** How long all points take, divided over databases with so many replicas each. */
async function timeWith(postgres: PostgresUnderTest, replicas: readonly number[]): Promise<number> {
  const groups = await Promise.all(replicas.map((count) => startReplicas(postgres, count)));
  const compute = (points: number) =>
    Promise.all(groups.map((group) => group.compute(points / groups.length)));
  await compute(WARM_UP_POINTS);
  const start = performance.now();
  await compute(POINTS);
  const milliseconds = performance.now() - start;
  await Promise.all(groups.map((group) => group.stop()));
  return milliseconds;
}

/** Replicas on a new database, and a sweep of so many points that they are asked to compute. */
async function startReplicas(postgres: PostgresUnderTest, count: number) {
  const location = await postgres.newLocation();
  const environment = { DATABASE_URL: location.databaseUrl, SWEEP_THREADS: '1' };
  const replicas = await Promise.all(
    Array.from({ length: count }, () => startServer('api/server.ts', '', environment)),
  );
  const { database } = await openStore(location, systemClock);
  return {
    compute: async (points: number): Promise<void> => {
      const id = `of-${points}`;
      await makeSweep(replicas[0]?.url ?? '', id, points);
      // The store is asked how far it is: to ask the service would cost what is measured.
      const progress = database.query.selectFrom('sweep_progress').select('state').where('sweep', '=', id);
      while ((await progress.executeTakeFirst())?.state !== 'done') await pause(20);
    },
    stop: async (): Promise<void> => {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await database.close();
    },
  };
}

async function makeSweep(url: string, id: string, points: number): Promise<void> {
  const response = await fetch(`${url}/v1/sweeps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, ...SWEEP, sample: { points, seed: 98 } }),
  });
  if (!response.ok) throw new Error(`POST /v1/sweeps: ${response.status}`);
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
