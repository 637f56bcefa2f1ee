import { readFile } from 'node:fs/promises';
import { loadedAgreement } from '../data/load-agreement.ts';
import { agreementSchema } from '../data/schema/agreement.ts';
import { summarise } from '../sweeps/chunk.ts';
import type { Detail, Sweep } from '../sweeps/sweep.ts';
import { SweepWorkers } from '../sweeps/workers.ts';
import { EXAMPLE_YEARS, granted } from './example.ts';
import { besidePeer, type Row } from './row.ts';

const CHUNK_POINTS = 1_000;
const CHUNKS = 8;

/**
 * A sample of wage and price that rise together: points a second in one thread, and the same chunks in one worker and in two. Whether a second
 * worker can help depends on what else the processors do.
 */
export async function measureSweeps(): Promise<Row[]> {
  const file = new URL('../data/k98-example.agreement.json', import.meta.url);
  const { agreement, document, hash } = granted(
    loadedAgreement(agreementSchema.parse(JSON.parse(await readFile(file, 'utf8')))),
  );
  const rate = (detail: Detail) => {
    const sweep = sampleOf(hash, detail);
    summarise(sweep, agreement, 0);
    const start = performance.now();
    summarise(sweep, agreement, 1);
    return performance.now() - start;
  };
  const [priced, split] = [rate('solutions'), rate('municipalities')];
  const throughput = (milliseconds: number) =>
    `${Math.round((CHUNK_POINTS / milliseconds) * 1_000)} points a second`;
  const task = { sweep: sampleOf(hash, 'municipalities'), agreement: document };
  const [one, two] = [await inWorkers(1, task), await inWorkers(2, task)];
  const name = `sweep, ${CHUNK_POINTS} points`;
  return [
    {
      ...besidePeer(
        { what: `${name} with prices of solutions`, milliseconds: priced },
        { what: 'the same with every municipality', milliseconds: split },
      ),
      note: `${throughput(priced)}; with municipalities ${throughput(split)}`,
    },
    {
      ...besidePeer(
        { what: `${CHUNKS} chunks in two workers`, milliseconds: two },
        { what: 'in one worker', milliseconds: one },
      ),
      note: `${(one / two).toFixed(2)} times as fast`,
    },
  ];
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

function sampleOf(agreementHash: string, detail: Detail): Sweep {
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
    points: CHUNK_POINTS * CHUNKS,
    chunkPoints: CHUNK_POINTS,
    detail,
    bounds: [],
  };
}
