import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { buildApp } from '../api/app.ts';
import { loadData } from '../api/load-data.ts';
import { systemClock } from '../store/clock.ts';
import { openStore } from '../store/open-store.ts';
import { EXAMPLE_YEARS } from './example.ts';
import { besideLimit, type Row } from './row.ts';

const DELAY_LIMIT_MS = 50;
const CANCEL_LIMIT_MS = 1_000;
const WATCHED_MS = 15_000;
const RESOLUTION_MS = 5;

/** How a sweep leaves others alone: what waits in the service while it is computed, and how soon it ends when it is cancelled. */
export async function measureSweepManners(): Promise<Row[]> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'bench-'));
  const store = await openStore({ dataDirectory }, systemClock);
  const report = (failure: unknown) => console.error(failure);
  const app = await buildApp(await loadData(), { report, store, sweepThreads: 1 });
  await app.inject({ method: 'POST', url: '/v1/sweeps', payload: SWEEP });
  const underWay = async () => {
    const taken = store.database.query.selectFrom('sweep_chunks').select('chunk').where('done', '=', 0n);
    // An attempt that was broken off is not counted.
    return (await taken.where('attempts', '>', 0n).execute()).length > 0;
  };
  while (!(await underWay())) await pause(10);

  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  await pause(WATCHED_MS);
  delays.disable();

  while (!(await underWay())) await pause(10);
  const start = performance.now();
  await app.inject({ method: 'DELETE', url: `/v1/sweeps/${SWEEP.id}`, headers: { 'if-match': '"1"' } });
  while (await underWay()) await pause(5);
  const cancelled = performance.now() - start;
  await app.close();
  await store.database.close();
  await rm(dataDirectory, { recursive: true });
  const p99 = delays.percentile(99) / 1e6;
  const most = (delays.max / 1e6).toFixed(0);
  return [
    {
      ...besideLimit({ what: 'event-loop delay while a sweep runs, p99', milliseconds: p99 }, DELAY_LIMIT_MS),
      note: `at most ${most} ms; timer of ${RESOLUTION_MS} ms included`,
    },
    besideLimit({ what: 'a sweep cancelled, its thread ended', milliseconds: cancelled }, CANCEL_LIMIT_MS),
  ];
}

const SWEEP = {
  id: 'bench',
  scenario: {
    agreement: 'k98-example',
    years: EXAMPLE_YEARS,
    changes: [{ type: 'set-index', year: 2027, combined: '0.0290' }],
  },
  parameters: [
    {
      pointer: '/changes/0/combined',
      values: { kind: 'uniform', from: '0.0100', to: '0.0500', step: '0.0001' },
    },
  ],
  sample: { points: 1_000_000, seed: 98 },
  detail: 'municipalities',
};
