import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadedAgreement } from '../data/load-agreement.ts';
import { agreementSchema } from '../data/schema/agreement.ts';
import { addSummaries, summarise } from '../sweeps/chunk.ts';
import { PointComputer } from '../sweeps/point-computer.ts';
import type { Detail, Sweep } from '../sweeps/sweep.ts';
import { SweepWorkers } from '../sweeps/workers.ts';
import { EXAMPLE_YEARS, granted } from './example.ts';
import { medians, SELDOM } from './median.ts';
import { besideLimit, besidePeer, type Figure, type Row } from './row.ts';

/** Points of one measurement, and the time that they may take: 200,000 prices a second, 600 splits. */
const PRICED = { points: 100_000, limit: 500 };
const SPLIT = { points: 1_000, limit: 1_667 };
const CHUNKS = 8;

/**
 * A sample of wage and price that rise together: points a second in one thread, and the same chunks in one worker and in two. Whether a second
 * worker can help depends on what else the processors do.
 */
export async function measureSweeps(): Promise<Row[]> {
  const { agreement, document, hash } = await exampleAgreement();
  const named = (detail: Detail, points: number) => {
    const computer = new PointComputer(sampleOf(hash, detail, points), agreement);
    return [`sweep, ${points} points, detail "${detail}"`, () => summarise(computer, 1)] as const;
  };
  const [total, priced, split] = await medians(
    Object.fromEntries([
      named('agreement', PRICED.points),
      named('solutions', PRICED.points),
      named('municipalities', SPLIT.points),
    ]),
    SELDOM,
  );
  if (!total || !priced || !split) throw new Error('three tasks were measured');
  const note = ({ milliseconds }: Figure, points: number) =>
    `${Math.round((points / milliseconds) * 1_000)} points a second`;
  const task = { sweep: sampleOf(hash, 'municipalities', SPLIT.points), agreement: document };
  const [one, two] = [await inWorkers(1, task), await inWorkers(2, task)];
  return [
    { ...besideLimit(total, PRICED.limit), note: note(total, PRICED.points) },
    { ...besidePeer(priced, total), note: note(priced, PRICED.points) },
    { ...besideLimit(split, SPLIT.limit), note: note(split, SPLIT.points) },
    {
      ...besidePeer(
        { what: `${CHUNKS} chunks in two workers`, milliseconds: two },
        { what: 'in one worker', milliseconds: one },
      ),
      note: `${(one / two).toFixed(2)} times as fast`,
    },
  ];
}

const ALL_POINTS = 10_000_000;
const MANY_CHUNK_POINTS = 20_000;
/** What the memory after all points may be beside that after a tenth of them. */
const MOST_GROWTH = 1.25;

/** Ten million points, chunk by chunk as a replica computes them: whether memory grows with them. */
export async function measureTenMillion(): Promise<Row[]> {
  const { agreement, hash } = await exampleAgreement();
  const sweep = { ...sampleOf(hash, 'agreement', MANY_CHUNK_POINTS), points: ALL_POINTS };
  const chunks = ALL_POINTS / MANY_CHUNK_POINTS;
  const start = performance.now();
  const computer = new PointComputer(sweep, agreement);
  let known = summarise(computer, 0);
  let early = 0;
  for (let chunk = 1; chunk < chunks; chunk++) {
    known = addSummaries(known, summarise(computer, chunk));
    if (chunk === chunks / 10) early = heldMib();
  }
  const seconds = (performance.now() - start) / 1_000;
  const after = heldMib();
  const row = besideLimit(
    { what: `memory after ${known.points} points`, milliseconds: after },
    early * MOST_GROWTH,
  );
  const rate = Math.round(known.points / seconds);
  return [
    {
      ...row,
      unit: 'MiB',
      note: `${early.toFixed(1)} MiB after a tenth; ${rate} points a second in one thread, ${seconds.toFixed(0)} s`,
    },
  ];
}

/** What is still held after a collection: what the process has beside it depends on when it last collected. */
function heldMib(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

async function exampleAgreement() {
  const file = new URL('../data/k98-example.agreement.json', import.meta.url);
  return granted(loadedAgreement(agreementSchema.parse(JSON.parse(await readFile(file, 'utf8')))));
}

async function inWorkers(
  threads: number,
  task: Omit<Parameters<SweepWorkers['summary']>[0], 'chunk'>,
): Promise<number> {
  const workers = new SweepWorkers(threads);
  const { signal } = new AbortController();
  const compute = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, chunk) => workers.summary({ ...task, chunk }, signal)));
  // Threads are started and warmed up first.
  await compute(threads);
  const start = performance.now();
  await compute(CHUNKS);
  const milliseconds = performance.now() - start;
  await workers.close();
  return milliseconds;
}

function sampleOf(agreementHash: string, detail: Detail, chunkPoints: number): Sweep {
  const steps = { from: '0.0100', to: '0.0600', step: '0.0001', decimals: 0 };
  return {
    agreementHash,
    changes: [{ type: 'set-index', year: 2027, wage: '0.0330', price: '0.0210' }],
    years: EXAMPLE_YEARS,
    parameters: [
      {
        path: ['0', 'wage'],
        isCount: false,
        values: { ...steps, kind: 'normal', mean: '0.0330', deviation: '0.0060' },
      },
      { path: ['0', 'price'], isCount: false, values: { ...steps, kind: 'triangular', mode: '0.0210' } },
    ],
    design: { kind: 'sample', seed: 98, correlations: [{ first: 0, second: 1, coefficient: 0.6 }] },
    points: chunkPoints * CHUNKS,
    chunkPoints,
    detail,
    bounds: [],
  };
}
