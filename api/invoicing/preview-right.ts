import type { Identity } from '../../src/access/identity.ts';
import { permits } from '../../src/access/permissions.ts';
import { RequestError } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';
import type { RunRequest } from './run-schema.ts';

/** Whether somebody may see beforehand what a municipality will be sent; without one: all of them. */
export function mayPreview(identity: Identity, municipality?: string): boolean {
  const unit = municipality === undefined ? {} : { unit: municipality };
  return permits(identity, 'invoice.preview', { owner: '', isShared: false, ...unit });
}

/**
 * Ends the request of who may not preview the run. What an ordinary run comes to for each municipality follows from the price, which
 * everybody knows; what corrections and reversals come to tells how others have been invoiced.
 */
export function requirePreview(
  identity: Identity,
  { purpose }: Pick<RunRequest, 'purpose'>,
  municipality: string | undefined,
): void {
  if (mayPreview(identity)) return;
  if (purpose === 'ordinary' && mayPreview(identity, municipality)) return;
  throw new RequestError('forbidden', requestRefusal('right_missing'));
}
