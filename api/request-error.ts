import type { Refusal, Result } from '../src/refusal.ts';
import { within } from '../src/refusal.ts';
import type { ProblemKind } from './problem.ts';
import { type RequestRefusalCode, requestRefusal } from './request-refusals.ts';

/**
 * Thrown by parsers, validators and handlers to end a request; the error handler turns it into the answer.
 */
export class RequestError extends Error {
  readonly kind: ProblemKind;
  readonly refusals: readonly Refusal[];

  constructor(kind: ProblemKind, ...refusals: readonly Refusal[]) {
    super(kind);
    this.kind = kind;
    this.refusals = refusals;
  }
}

/** What is there, but not for whoever asks: the answer is that of what is not there, the audit log knows better. */
export class HiddenResource extends RequestError {
  constructor(refusal: Refusal) {
    super('unknown-resource', refusal);
  }
}

/** The same for a parameter of the address: paths lead to parameters, not into the body. */
export class ParameterError extends RequestError {
  constructor(...refusals: readonly Refusal[]) {
    super('malformed-request', ...refusals);
  }
}

/** Nobody can tell who is asking, or what was shown for it is not good: the answer says how to show it (RFC 6750). */
export class Unauthenticated extends RequestError {
  readonly challenge: string;

  constructor(code: RequestRefusalCode) {
    super('unauthenticated', requestRefusal(code));
    this.challenge = code === 'identity_unknown' ? 'Bearer' : 'Bearer error="invalid_token"';
  }
}

/** Nothing is wrong with the request, it only comes at a bad time: the same request can succeed a little later. */
export class RetryLater extends RequestError {
  readonly retryAfterSeconds: number;

  constructor(
    kind: 'service-unavailable' | 'insufficient-storage' | 'busy' | 'too-many-requests',
    code: RequestRefusalCode,
    { cause, seconds = USUAL_WAIT_SECONDS }: { readonly cause?: unknown; readonly seconds?: number } = {},
  ) {
    super(kind, requestRefusal(code));
    this.cause = cause;
    this.retryAfterSeconds = seconds;
  }
}

const USUAL_WAIT_SECONDS = 5;

/** The version that was seen is not the newest any more: the answer carries the one that is. */
export class VersionConflict extends RequestError {
  readonly entityTag: string;
  readonly current: object;

  constructor(refusals: readonly Refusal[], entityTag: string, current: object) {
    super('version-conflict', ...refusals);
    this.entityTag = entityTag;
    this.current = current;
  }
}

/** Refusals that are not about what was sent but about what is there. */
const KIND_OF_CODE: Readonly<Record<string, ProblemKind>> = {
  not_found: 'unknown-resource',
  id_taken: 'conflict',
  idempotency_key_reused: 'conflict',
  vintage_published: 'conflict',
  not_editable_now: 'conflict',
  only_drafts_deleted: 'conflict',
  state_does_not_allow: 'conflict',
  approval_not_carried_out: 'conflict',
  ballot_not_open: 'conflict',
  ballot_not_closed: 'conflict',
  ballot_state_does_not_allow: 'conflict',
  closing_passed: 'conflict',
  paper_cast_already: 'version-missing',
  exceeds_prioritisation_pool: 'conflict',
  draft_outdated: 'conflict',
  version_conflict: 'version-conflict',
  run_not_draft: 'conflict',
  body_lacks_mandate: 'forbidden',
  not_author: 'forbidden',
  not_a_voter: 'forbidden',
  outside_area: 'forbidden',
};

/** The value, or the end of the request as the code of the first refusal says. For what is kept. */
export function keptOrRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RequestError(KIND_OF_CODE[result.refusals[0]?.code ?? ''] ?? 'refused', ...result.refusals);
}

/**
 * The value, or the end of the request as refused (422). `path` is where the object that the refusing
 * function was given sits in the body, so that pointers lead to the field that the client sent.
 */
export function valueOrRefuse<T>(result: Result<T>, ...path: (string | number)[]): T {
  if (result.ok) return result.value;
  throw new RequestError('refused', ...result.refusals.map((refusal) => within(path, refusal)));
}
