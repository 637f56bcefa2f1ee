import { afterAll, expect } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import type { Problem } from '../../api/problem.ts';
import { appOptions } from './app-options.ts';
import { STORED } from './stored-scenarios.ts';

const failures: unknown[] = [];
const shipped = await loadData();
const data = { ...shipped, scenarios: [...shipped.scenarios, ...STORED] };
const options = await appOptions((failure) => failures.push(failure));
const app = await buildApp(data, options);

afterAll(async () => {
  await app.close();
  await options.remove();
  expect(failures).toEqual([]);
});

/**
 * The application with everything that is shipped and some stored scenarios more; closes itself, and fails
 * the file when it failed inside.
 */
export const builtApp = app;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly json: () => unknown;
}

/** Sends JSON, or as text what is not to be valid JSON. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    json: () => response.json(),
  };
}

export async function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await app.inject({ method: 'GET', url, headers });
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    json: () => response.json(),
  };
}

/** The problem that an answer holds, with what every problem has. */
export function problemIn(answer: Answer): Problem {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = answer.json() as Problem;
  expect(problem.status).toBe(answer.status);
  expect(problem.errors.length).toBeGreaterThan(0);
  for (const error of problem.errors)
    expect(error).toMatchObject({ pointer: expect.stringMatching(/^(\/|$)/) });
  return problem;
}

/** A scenario without changes, with what a test wants otherwise. */
export function scenario(differently: object = {}): object {
  return { agreement: 'k98-example', years: { from: 2026, to: 2027 }, changes: [], ...differently };
}

/** Changes what was seen at a version, named by its entity tag; none sends no `If-Match`. */
export async function change(
  method: 'PUT' | 'DELETE',
  url: string,
  entityTag: string | undefined,
  payload?: object,
): Promise<Answer> {
  const headers = entityTag === undefined ? {} : { 'if-match': entityTag };
  const response = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    json: () => response.json(),
  };
}

/** The codes of what is wrong. */
export function codesIn(answer: Answer): string[] {
  return problemIn(answer).errors.map(({ code }) => code);
}
