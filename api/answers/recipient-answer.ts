import type { z } from 'zod';
import type { Recipient } from '../../src/prioritisation/account.ts';
import type { recipientSchema } from './simulation-schema.ts';

/** What pool money goes to. */
export function recipientAnswer(recipient: Recipient): z.infer<typeof recipientSchema> {
  return recipient.kind === 'initiative'
    ? { account: recipient.kind, initiative: recipient.initiative }
    : { account: recipient.kind, solution: recipient.solution };
}
