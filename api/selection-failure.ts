import type { SelectionReply } from '../selection/workers.ts';
import { RequestError, RetryLater } from './request-error.ts';
import { requestRefusal } from './request-refusals.ts';

/** Why the workers gave no selection, as the error that ends the request. */
export function selectionFailure(
  reply: Exclude<SelectionReply, { readonly kind: 'answered' | 'cancelled' }>,
): RequestError {
  switch (reply.kind) {
    case 'unreadable':
      return new RequestError('malformed-request', requestRefusal(reply.fault.code, reply.fault.path));
    case 'malformed':
      return new RequestError('malformed-request', ...reply.refusals);
    case 'refused':
      return new RequestError('refused', ...reply.refusals);
    case 'too-large':
      return new RequestError('request-too-large', requestRefusal('selection_too_large'));
    case 'too-long':
      return new RequestError('refused', requestRefusal('selection_too_long'));
    case 'busy':
      return new RetryLater('busy', 'selections_busy');
  }
}
