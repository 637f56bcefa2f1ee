import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { type SweepResult, sweepResultSchema } from '../../api/sweeps/sweep-schema.ts';
import { systemClock } from '../../store/clock.ts';
import { appOptions } from './app-options.ts';

const failures: unknown[] = [];
const options = await appOptions((failure) => failures.push(failure), systemClock);
const app = await buildApp(await loadData(), { ...options, sweepThreads: 1 });

afterAll(async () => {
  await app.close();
  await options.remove();
  expect(failures).toEqual([]);
});

const steps = { from: '0.0100', to: '0.0500', step: '0.0001' };

function request(differently: object = {}): object {
  return {
    scenario: {
      agreement: 'k98-example',
      years: { from: 2026, to: 2027 },
      basedOn: 'efficiency-two-percent',
      changes: [{ type: 'set-index', year: 2027, combined: '0.0290' }],
    },
    parameters: [{ pointer: '/changes/0/combined', values: { kind: 'range', ...steps } }],
    detail: 'solutions',
    bounds: [{ figure: { year: 2027, figure: 'agreementPrice' }, side: 'above', amount: '770000000.00' }],
    ...differently,
  };
}

const send = (payload: object) => app.inject({ method: 'POST', url: '/v1/sweeps', payload });

async function made(differently: object = {}): Promise<string> {
  const response = await send(request(differently));
  expect(response.statusCode).toBe(201);
  return response.json().id;
}

const resultOf = async (id: string): Promise<SweepResult> =>
  sweepResultSchema.parse((await app.inject(`/v1/sweeps/${id}/result`)).json());

/** Asks until the sweep is as wanted. */
async function resultWhen(id: string, isWanted: (result: SweepResult) => boolean): Promise<SweepResult> {
  for (;;) {
    const result = await resultOf(id);
    if (isWanted(result)) return result;
    await pause(50);
  }
}

describe('/v1/sweeps', () => {
  it('computes all points of a grid in the background, and says how their figures are distributed', async () => {
    const id = await made();
    const result = await resultWhen(id, ({ state }) => state === 'done');
    expect(result).toMatchObject({ points: 401, done: 401, refused: 0 });
    const price = result.figures.find(({ year, figure }) => year === 2027 && figure === 'agreementPrice');
    const at = async (combined: string) => {
      const changed = {
        ...Object(Object(request()).scenario),
        changes: [{ type: 'set-index', year: 2027, combined }],
      };
      const priced = await app.inject({ method: 'POST', url: '/v1/price', payload: { scenario: changed } });
      return priced.json().years[1].agreementPrice;
    };
    expect([price?.least, price?.most]).toEqual([await at('0.0100'), await at('0.0500')]);
    const [bound] = result.bounds;
    expect(Number(bound?.probability)).toBeCloseTo((bound?.crossed ?? 0) / 401, 5);
    expect(result.figures.some(({ solution }) => solution === 'aula')).toBe(true);
  });

  it('tells of its progress in events, the last of them with the result', async () => {
    const id = await made();
    const response = await app.inject({
      url: `/v1/sweeps/${id}/result`,
      headers: { accept: 'text/event-stream' },
    });
    expect(response.headers['content-type']).toContain('text/event-stream');
    const events = response.body.trim().split('\n\n');
    const last = JSON.parse(events.at(-1)?.split('data: ')[1] ?? '');
    expect(sweepResultSchema.parse(last).state).toBe('done');
  });

  it('streams every point as lines or as rows', async () => {
    const id = await made({ detail: 'agreement' });
    const lines = await app.inject({
      url: `/v1/sweeps/${id}/points`,
      headers: { accept: 'application/x-ndjson' },
    });
    const points = lines.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(points.map(({ point }) => point)).toEqual([...Array(401).keys()]);
    const rows = await app.inject({ url: `/v1/sweeps/${id}/points`, headers: { accept: 'text/csv' } });
    expect(rows.body.trim().split('\r\n')).toHaveLength(402);
  });

  it('is cancelled by deleting it: its chunk ends within a second, and it is gone', async () => {
    const sample = { points: 1_000_000, seed: 1 };
    const id = await made({ sample, detail: 'municipalities' });
    await resultWhen(id, ({ state }) => state === 'running');
    const deleted = await app.inject({
      method: 'DELETE',
      url: `/v1/sweeps/${id}`,
      headers: { 'if-match': '"1"' },
    });
    expect(deleted.statusCode).toBe(204);
    expect((await app.inject(`/v1/sweeps/${id}`)).statusCode).toBe(404);
    // The one thread is free again at once: another sweep is done long before this one would have been.
    const next = await made({ detail: 'agreement' });
    expect(await resultWhen(next, ({ state }) => state === 'done')).toMatchObject({ done: 401 });
  });

  it('goes on where it was when the server starts again', async () => {
    const id = await made({ sample: { points: 12_000, seed: 3 }, detail: 'agreement' });
    await resultWhen(id, ({ done }) => done > 0);
    const again = await buildApp(await loadData(), { ...options, sweepThreads: 1 });
    await again.close();
    expect(await resultWhen(id, ({ state }) => state === 'done')).toMatchObject({ done: 12_000 });
  });

  it.each([
    ['more points than there may be', { sample: { points: 10_000_001, seed: 1 } }, 'sweep_too_large'],
    [
      'more split points than there may be',
      { sample: { points: 1_000_001, seed: 1 }, detail: 'municipalities' },
      'sweep_too_large',
    ],
    [
      'a bound that is not computed',
      {
        bounds: [
          { figure: { year: 2027, figure: 'amount', municipality: '0101' }, side: 'above', amount: '1.00' },
        ],
      },
      'sweep_bound_unknown',
    ],
    [
      'a parameter that is not there',
      { parameters: [{ pointer: '/changes/4/rate', values: { kind: 'range', ...steps } }] },
      'parameter_unknown',
    ],
    [
      'values that cannot stand there',
      { parameters: [{ pointer: '/changes/0/combined', values: { kind: 'list', values: ['0.01', '-1'] } }] },
      'index_rate_range',
    ],
    [
      'a range that is empty',
      { parameters: [{ pointer: '/changes/0/combined', values: { kind: 'range', ...steps, to: '0' } }] },
      'parameter_range_empty',
    ],
    [
      'a correlation with a parameter that is not there',
      { sample: { points: 1, seed: 1, correlations: [{ first: 0, second: 1, coefficient: '0.5' }] } },
      'sweep_correlation_impossible',
    ],
  ])('refuses %s', async (_, differently, code) => {
    const response = await send(request(differently));
    expect([400, 422]).toContain(response.statusCode);
    expect(response.json().errors.map((error: { code: string }) => error.code)).toContain(code);
  });
});
