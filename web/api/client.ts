import createClient from 'openapi-fetch';
import { language } from '../language/language.ts';
import { announceLoss } from './connection.ts';
import type { components, paths } from './openapi.d.ts';
import { type Problem, Refused, Unreachable } from './problem.ts';

export type Schemas = components['schemas'];

/** Repeated with every request that may change something, when the page is used in a session. */
let csrfToken: string | undefined;

/** The project's own HTTP interface, with types made from its own description of itself. */
export const api = createClient<paths>({ baseUrl: '/', fetch: reach });

api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', language.value);
    if (csrfToken !== undefined) request.headers.set('x-csrf-token', csrfToken);
    return request;
  },
});

/**
 * What the service answered as JSON. Some routes also offer their tables as text; the page never asks for it.
 *
 * @throws Refused with the problem it described, Unreachable when there was no answer
 */
export async function answered<T>(
  request: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Exclude<T, string | undefined>> {
  const { data, error, response } = await request;
  if (response.ok && isJson(data)) return data;
  throw refusalOf(error, response);
}

/**
 * Waits for a request that is answered without content.
 *
 * @throws as `answered`
 */
export async function done(request: Promise<{ error?: unknown; response: Response }>): Promise<true> {
  const { error, response } = await request;
  if (response.ok) return true;
  throw refusalOf(error, response);
}

/** What the service said when it did not do what it was asked for. */
export function refusalOf(error: unknown, { url, status }: Response): Error {
  return isProblem(error) ? new Refused(error) : new Error(`${url} answered ${status}`);
}

/** Who uses the page, and what they may do. */
export async function whoAmI(signal: AbortSignal): Promise<Schemas['Me']> {
  const me = await answered(api.GET('/v1/me', { signal }));
  csrfToken = me.csrfToken;
  return me;
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (failure) {
    if (request.signal.aborted) throw failure;
    announceLoss();
    throw new Unreachable('', { cause: failure });
  }
}

function isJson<T>(data: T): data is Exclude<T, string | undefined> {
  return typeof data === 'object';
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'errors' in error && 'status' in error;
}
