import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { type SweepResult, sweepResultSchema } from '../../api/sweeps/sweep-schema.ts';
import { systemClock } from '../../store/clock.ts';
import type { StoreLocation } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/write.ts';

export const CHUNKS = 5;
export const POINTS = CHUNKS * 1_000;

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

export async function makeSweep(address: string, id: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ id, ...REQUEST });
  expect((await fetch(`${address}/v1/sweeps`, { method: 'POST', headers, body })).status).toBe(201);
}

export async function resultWhen(
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

export const isDone = ({ state }: SweepResult) => state === 'done';

export interface TakenChunk {
  readonly chunk: number;
  readonly attempts: number;
  readonly isDone: boolean;
}

/** The chunks of a sweep that somebody has begun, as the store has them. */
export async function takenChunks({ database }: Store, sweep: string): Promise<TakenChunk[]> {
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
export async function looking<T>(location: StoreLocation, look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(location, systemClock);
  try {
    return await look(store);
  } finally {
    await store.database.close();
  }
}

export const underWay = (chunks: readonly TakenChunk[]) =>
  chunks.filter(({ isDone: done }) => !done).map(({ chunk }) => chunk);
