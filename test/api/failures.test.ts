import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import type { Problem } from '../../api/problem.ts';
import { appOptions } from './app-options.ts';
import { scenario } from './built-app.ts';

/** Data that no loader lets through: the components are missing, on which all pricing stands. */
async function brokenData() {
  const data = await loadData();
  const agreements = data.agreements.map(({ agreement, ...loaded }) => {
    const { components: _, ...broken } = agreement;
    return { ...loaded, agreement: broken as typeof agreement };
  });
  return { ...data, agreements };
}

const reported: unknown[] = [];
const options = await appOptions((failure) => reported.push(failure));
const app = await buildApp(await brokenData(), options);
afterAll(async () => {
  await app.close();
  await options.remove();
});

describe('a failure of ours', () => {
  it('is a 500 that tells nothing of the inside, and is reported to whoever runs the server', async () => {
    const answer = await app.inject({ method: 'POST', url: '/v1/price', payload: { scenario: scenario() } });
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem: Problem = answer.json();
    expect(problem.errors).toEqual([{ pointer: '', code: 'internal_error', message: problem.detail }]);
    expect(answer.body).not.toMatch(/TypeError|components|\.ts|undefined/);
    expect(reported).toEqual([expect.any(TypeError)]);
  });

  it('is the failure of one request only', async () => {
    expect((await app.inject('/health')).statusCode).toBe(200);
  });
});
