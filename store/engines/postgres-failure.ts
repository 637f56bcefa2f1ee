import { DatabaseError } from 'pg';
import { StoreFailure } from '../failure.ts';

/** The one SQLSTATE that says it is the disk. */
const DISK_FULL = '53100';

/**
 * What can pass by itself (SQLSTATE): connection (08), resources (53), cancelled, as by the statement timeout, or shutting down and starting (57),
 * the system below (58), deadlock and the like (40), a lock that is not had (55P03), a server that has become a standby (25006).
 */
const PASSING = /^(08|53|57|58|40|55P03$|25006$)/;

/** The failure that an error of the driver means; the error itself when the statement was wrong. */
export function postgresFailure(error: unknown): unknown {
  // What the server did not say itself is about the way to it: refused, reset, timed out.
  if (!(error instanceof DatabaseError)) return new StoreFailure('unavailable', error);
  if (error.code === DISK_FULL) return new StoreFailure('full', error);
  return PASSING.test(error.code ?? '') ? new StoreFailure('unavailable', error) : error;
}
