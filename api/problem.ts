import { pointerTo } from '../src/pointer.ts';
import type { Bilingual, Refusal } from '../src/refusal.ts';
import type { Language } from './language.ts';

/** What a client is told when its request cannot be answered: problem details as in RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly ProblemError[];
}

/**
 * One thing that is wrong; `pointer` (RFC 6901) leads into the body, empty when no single field is at fault.
 */
export interface ProblemError {
  readonly pointer: string;
  /** The parameter of the address that is wrong, when it is not the body. */
  readonly parameter?: string;
  readonly code: string;
  readonly message: string;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** Every way a request can fail: the status it gets and what that is called. */
export const PROBLEM_KINDS = {
  'malformed-request': {
    status: 400,
    title: { da: 'Forespørgslen har ikke den rette form', en: 'The request does not have the right form' },
  },
  unauthenticated: {
    status: 401,
    title: { da: 'Det vides ikke, hvem der spørger', en: 'It is not known who is asking' },
  },
  forbidden: {
    status: 403,
    title: { da: 'Det er der ikke ret til', en: 'There is no right to that' },
  },
  'unknown-resource': {
    status: 404,
    title: { da: 'Det, der spørges om, findes ikke', en: 'What is asked for does not exist' },
  },
  'method-not-allowed': {
    status: 405,
    title: { da: 'Metoden kan ikke bruges her', en: 'The method cannot be used here' },
  },
  'not-acceptable': {
    status: 406,
    title: { da: 'Svaret findes ikke i den ønskede form', en: 'The answer is not offered in that form' },
  },
  conflict: {
    status: 409,
    title: { da: 'Det strider mod det, der er', en: 'It conflicts with what is there' },
  },
  'version-conflict': {
    status: 412,
    title: { da: 'Det er ændret siden', en: 'It has changed since' },
  },
  'request-too-large': {
    status: 413,
    title: { da: 'Forespørgslen er for stor', en: 'The request is too large' },
  },
  'unsupported-media-type': {
    status: 415,
    title: {
      da: 'Forespørgslens medietype kan ikke læses',
      en: 'The media type of the request cannot be read',
    },
  },
  refused: {
    status: 422,
    title: { da: 'Det kan ikke lade sig gøre', en: 'That cannot be done' },
  },
  'version-missing': {
    status: 428,
    title: {
      da: 'Forespørgslen siger ikke, hvilken version den ændrer',
      en: 'The request does not say which version it changes',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { da: 'For mange forespørgsler', en: 'Too many requests' },
  },
  'internal-error': {
    status: 500,
    title: { da: 'Fejl hos os', en: 'An error of ours' },
  },
  'service-unavailable': {
    status: 503,
    title: { da: 'Det kan ikke lade sig gøre lige nu', en: 'That cannot be done right now' },
  },
  'insufficient-storage': {
    status: 507,
    title: { da: 'Der er ikke plads til at gemme mere', en: 'There is no room to keep more' },
  },
  busy: {
    status: 503,
    title: { da: 'Der er for travlt lige nu', en: 'Too busy just now' },
  },
} as const satisfies Record<string, { status: number; title: Bilingual }>;

export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** The problem in one language; codes, status and type are the same in every language. */
export function problemOf(kind: ProblemKind, errors: readonly ProblemError[], language: Language): Problem {
  const { status, title } = PROBLEM_KINDS[kind];
  return {
    type: `urn:k98:problem:${kind}`,
    title: title[language],
    status,
    detail: detailOf(errors, language),
    errors,
  };
}

/** What is wrong in the body. */
export function bodyError({ code, path, message, remedy }: Refusal, language: Language): ProblemError {
  return { pointer: pointerTo(path), code, message: `${message[language]} ${remedy[language]}` };
}

/** What is wrong with a parameter of the address. */
export function parameterError(refusal: Refusal, language: Language): ProblemError {
  const [parameter, ...inside] = refusal.path;
  return { ...bodyError({ ...refusal, path: inside }, language), parameter: String(parameter ?? '') };
}

function detailOf(errors: readonly ProblemError[], language: Language): string {
  const first = errors[0]?.message ?? '';
  if (errors.length <= 1) return first;
  const count = { da: `${errors.length} fejl. Den første:`, en: `${errors.length} errors. The first:` };
  return `${count[language]} ${first}`;
}
