import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type FailureReason, StoreFailure } from '../store/failure.ts';
import { languageOf } from './language.ts';
import {
  bodyError,
  PROBLEM_KINDS,
  PROBLEM_MEDIA_TYPE,
  type ProblemKind,
  parameterError,
  problemOf,
} from './problem.ts';
import {
  ParameterError,
  RequestError,
  RetryLater,
  Unauthenticated,
  VersionConflict,
} from './request-error.ts';
import { type RequestRefusalCode, requestRefusal } from './request-refusals.ts';

/**
 * Told of every failure that is ours or the store's, and in which request it happened, so that whoever runs the server learns
 * what the client is not told.
 */
export type FailureReport = (failure: unknown, request?: string) => void;

/**
 * The one place where errors become answers: malformed input 400, refusals of the domain 422, and everything
 * that is not known to be the client's doing a 500 that tells nothing of the inside.
 */
export function answerErrors(report: FailureReport) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const known = knownError(error);
    if (known === undefined || known.cause !== undefined) report(error, request.id);
    sendProblem(
      known ?? new RequestError('internal-error', requestRefusal('internal_error')),
      request,
      reply,
    );
  };
}

export function sendProblem(error: RequestError, request: FastifyRequest, reply: FastifyReply): void {
  const { kind, refusals } = error;
  const language = languageOf(request.headers);
  const described = error instanceof ParameterError ? parameterError : bodyError;
  const errors = refusals.map((refusal) => described(refusal, language));
  const problem = problemOf(kind, errors, language);
  if (error instanceof VersionConflict) reply.header('etag', error.entityTag);
  if (error instanceof Unauthenticated) reply.header('www-authenticate', error.challenge);
  if (error instanceof RetryLater) reply.header('retry-after', error.retryAfterSeconds);
  reply
    .code(PROBLEM_KINDS[kind].status)
    .headers({ 'content-type': PROBLEM_MEDIA_TYPE, 'content-language': language, vary: 'accept-language' })
    .serializer(JSON.stringify)
    .send(error instanceof VersionConflict ? { ...problem, current: error.current } : problem);
}

/** What the framework itself finds wrong with a request, by its own code. */
const FRAMEWORK_ERRORS: Readonly<Record<string, readonly [ProblemKind, RequestRefusalCode]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['request-too-large', 'body_too_large'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'media_type_unsupported'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['malformed-request', 'body_length_wrong'],
  FST_ERR_BAD_URL: ['malformed-request', 'url_malformed'],
  FST_ERR_MAX_PARAM_LENGTH: ['unknown-resource', 'route_unknown'],
};

const STORE_FAILURES: Readonly<Record<FailureReason, (cause: StoreFailure) => RetryLater>> = {
  unavailable: (cause) => new RetryLater('service-unavailable', 'store_unavailable', { cause }),
  full: (cause) => new RetryLater('insufficient-storage', 'store_full', { cause }),
};

function knownError(error: unknown): RequestError | undefined {
  if (error instanceof RequestError) return error;
  if (error instanceof StoreFailure) return STORE_FAILURES[error.reason](error);
  const code = (error as Partial<FastifyError> | undefined)?.code ?? '';
  if (code === 'FST_ERR_HANDLER_TIMEOUT') return new RetryLater('service-unavailable', 'answer_too_slow');
  const known = FRAMEWORK_ERRORS[code];
  return known === undefined ? undefined : new RequestError(known[0], requestRefusal(known[1]));
}
