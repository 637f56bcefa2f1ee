import type { StoredBody } from '../stored/stored-kind.ts';
import type { ComputedRun, IssuedPart, RunRequest } from './run-schema.ts';

/** The kind of invoice runs in the store. */
export const INVOICE_RUNS = 'invoice-runs';

/** A kept run: what was asked for, what it comes to, and once issued its numbers. */
export interface KeptRun extends StoredBody, RunRequest {
  readonly computed: ComputedRun;
  readonly issued?: IssuedPart;
}
