import type { Identity } from '../../src/access/identity.ts';
import { sitsIn } from '../../src/access/identity.ts';
import type { Electorate } from '../../src/prioritisation/ballot/electorate.ts';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import { notAVoter } from './voter-refusals.ts';

/**
 * For whom somebody votes: a member of a body for themselves, somebody who works for a municipality for it. The local user of a server
 * without access control votes for whoever is named. Refused with `not_a_voter`.
 *
 * @param municipalities those that may vote, where municipalities do
 */
export function voterFor(
  identity: Identity,
  electorate: Electorate,
  municipalities: ReadonlyMap<string, unknown> | undefined,
  named: string | undefined,
): Result<string> {
  const own = municipalities === undefined ? identity.subject : identity.municipality;
  const voter = named ?? own ?? '';
  const isOwn = voter === own || identity.bodies === 'all';
  const mayVote =
    electorate.kind === 'body' ? sitsIn(identity, electorate.body) : municipalities?.has(voter) === true;
  return isOwn && mayVote ? accepted(voter) : refused(notAVoter(voter));
}
