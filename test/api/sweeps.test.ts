import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { SweepRunner } from '../../api/sweeps/sweep-runner.ts';
import { type SweepResult, sweepResultSchema } from '../../api/sweeps/sweep-schema.ts';
import { systemClock } from '../../store/clock.ts';
import { sweepProgress } from '../../store/sweeps.ts';
import { SweepWorkers } from '../../sweeps/workers.ts';
import { mutatedArb } from '../arbitraries/mutated-json.ts';
import { runs } from '../settings/runs.ts';
import { appOptions } from './app-options.ts';

/** Other tests want processors too. */
const PATIENCE_MS = 240_000;

const failures: unknown[] = [];
const options = await appOptions((failure) => failures.push(failure), systemClock);
let app = await buildApp(await loadData(), { ...options, sweepThreads: 1 });

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

/** Computes sweeps for an application that has no threads for them, each for so long at most; answers how to end it. */
async function computeBeside(most: Temporal.DurationLikeObject): Promise<() => Promise<void>> {
  const workers = new SweepWorkers(1);
  const report = (failure: unknown) => failures.push(failure);
  const runner = new SweepRunner(options.store, workers, report, Temporal.Duration.from(most));
  await runner.start();
  return async () => {
    await runner.stop();
    await workers.close();
  };
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

  it('is cancelled by deleting it: its thread ends within its chunk, and no chunk is taken any more', async () => {
    const sample = { points: 1_000_000, seed: 1 };
    const id = await made({ sample, detail: 'municipalities' });
    const taken = () =>
      options.store.database.query
        .selectFrom('sweep_chunks')
        .select(['chunk', 'attempts', 'done'])
        .where('sweep', '=', id)
        .where('done', '=', 0n)
        .execute();
    while ((await taken()).length === 0) await pause(10);
    const deleted = await app.inject({
      method: 'DELETE',
      url: `/v1/sweeps/${id}`,
      headers: { 'if-match': '"1"' },
    });
    expect(deleted.statusCode).toBe(204);
    expect((await app.inject(`/v1/sweeps/${id}`)).statusCode).toBe(404);
    // Given back without having been counted: as an attempt that was broken off, not as one that failed.
    while ((await taken()).some(({ attempts }) => attempts !== 0n)) await pause(10);
    const givenBack = await taken();
    expect(givenBack).toHaveLength(1);
    const reached = await sweepProgress(options.store, id);
    // The one thread is free again: another sweep is done long before this one would have been.
    const next = await made({ detail: 'agreement' });
    expect(await resultWhen(next, ({ state }) => state === 'done')).toMatchObject({ done: 401 });
    expect(await taken()).toEqual(givenBack);
    expect(await sweepProgress(options.store, id)).toEqual(reached);
  });

  it(
    'goes on where it was when the server stops in its middle and starts again',
    async () => {
      const sample = { points: 3_000, seed: 3 };
      const start = async () => buildApp(await loadData(), { ...options, sweepThreads: 1 });
      const id = await made({ sample, detail: 'municipalities' });
      await resultWhen(id, ({ done }) => done > 0);
      await app.close();
      const { state, done: chunks } = await sweepProgress(options.store, id);
      expect(state).toBe('running');
      // Nobody is at it now.
      await pause(100);
      expect((await sweepProgress(options.store, id)).done).toBe(chunks);

      app = await start();
      expect((await resultOf(id)).done).toBeGreaterThanOrEqual(chunks * 1_000);
      const result = await resultWhen(id, (so) => so.state === 'done');
      expect(result.done).toBe(3_000);
      const undisturbed = await made({ sample, detail: 'municipalities' });
      expect(await resultWhen(undisturbed, (so) => so.state === 'done')).toEqual(result);
    },
    PATIENCE_MS,
  );

  it('ends and says why when it takes longer than a sweep may', async () => {
    await app.close();
    app = await buildApp(await loadData(), options);
    const id = await made({ sample: { points: 200_000, seed: 5 }, detail: 'municipalities' });
    const stop = await computeBeside({ seconds: 1 });
    const result = await resultWhen(id, ({ state }) => state === 'failed');
    expect(result.done).toBeLessThan(200_000);
    expect(result.failure?.code).toBe('sweep_time_exceeded');
    const events = await app.inject({
      url: `/v1/sweeps/${id}/result`,
      headers: { accept: 'text/event-stream' },
    });
    expect(events.body).toContain('sweep_time_exceeded');
    await stop();
  });

  it('answers whatever is asked for, without failing itself', async () => {
    const sample = {
      points: 10,
      seed: 1,
      correlations: [{ first: 0, second: 1, coefficient: '0.6' }],
    };
    const normal = { kind: 'normal', ...steps, mean: '0.0290', deviation: '0.0060' };
    const parameters = [
      { pointer: '/changes/0/combined', values: normal },
      { pointer: '/changes/1/rate', values: { kind: 'list', values: ['0.01', '0.02'] } },
    ];
    const changes = [
      { type: 'set-index', year: 2027, combined: '0.0290' },
      { type: 'set-efficiency', year: 2027, rate: '0.01' },
    ];
    const scenario = { agreement: 'k98-example', years: { from: 2026, to: 2027 }, changes };
    const right = request({ scenario, parameters, sample });
    expect((await send(right)).statusCode).toBe(201);
    const kept: string[] = [];
    await fc.assert(
      fc.asyncProperty(mutatedArb(right), async (payload) => {
        const headers = { 'content-type': 'application/json' };
        const response = await app.inject({ method: 'POST', url: '/v1/sweeps', payload, headers });
        expect([201, 400, 409, 422]).toContain(response.statusCode);
        if (response.statusCode !== 201) return;
        kept.push(response.json().id);
        expect((await resultOf(response.json().id)).state).toBe('waiting');
      }),
      runs(200, 3000),
    );
    // What was taken can also be computed, or takes too long: no part of it fails.
    const stop = await computeBeside({ seconds: 5 });
    for (const id of kept) {
      const { failure } = await resultWhen(id, ({ state }) => state === 'done' || state === 'failed');
      expect([undefined, 'sweep_time_exceeded']).toContain(failure?.code);
    }
    await stop();
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
