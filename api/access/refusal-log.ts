import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuditedAct } from '../../store/audit.ts';
import type { Clock } from '../../store/clock.ts';
import { log, type Store } from '../../store/write.ts';
import type { FailureReport } from '../error-handler.ts';
import { HiddenResource, RequestError } from '../request-error.ts';
import { isRequestRefusal } from '../request-refusals.ts';

/** The log is kept for ever, so what strangers can have written to it has to have an end. */
const MOST_BY_STRANGERS_A_MINUTE = 60;

const LONGEST_TARGET = 200;

/**
 * Keeps in the audit log who was refused what for want of a right (403, or 404 where they are not to know that it is
 * there), and credentials that were not good (401). A request that shows none is not logged: nobody claimed anything.
 */
export function logRefusals(app: FastifyInstance, store: Store, report: FailureReport): void {
  const isWithinLimit = limitedTo(MOST_BY_STRANGERS_A_MINUTE, store.clock);
  app.addHook('onError', async (request, _reply, error) => {
    const act = refusedAct(request, error);
    if (act === undefined || (request.caller === null && !isWithinLimit())) return;
    // The refusal stands whether it can be logged or not.
    await log(store, act).catch(report);
  });
}

function refusedAct(request: FastifyRequest, error: Error): AuditedAct | undefined {
  const codes = refusedFor(error);
  if (codes === undefined) return undefined;
  const path = request.url.split('?')[0] ?? '';
  return {
    actor: request.caller?.identity.subject ?? 'unknown',
    action: 'request.refused',
    target: `${request.method} ${path}`.slice(0, LONGEST_TARGET),
    detail: { codes },
  };
}

/** The codes of a refusal that access control made; what the core refuses has been logged with its write. */
function refusedFor(error: Error): string[] | undefined {
  if (error instanceof HiddenResource) return ['not_shown'];
  if (!(error instanceof RequestError)) return undefined;
  if (error.kind !== 'forbidden' && error.kind !== 'unauthenticated') return undefined;
  const codes = error.refusals.map(({ code }) => code);
  return codes.every(isRequestRefusal) && !codes.includes('identity_unknown') ? codes : undefined;
}

function limitedTo(most: number, clock: Clock): () => boolean {
  let minute = 0;
  let count = 0;
  return () => {
    const now = Math.floor(clock().epochMilliseconds / 60_000);
    count = now === minute ? count + 1 : 1;
    minute = now;
    return count <= most;
  };
}
