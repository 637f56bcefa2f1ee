import { type BallotDocument, ballotFields } from '../../data/schema/ballot.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import type { BallotState } from '../../src/prioritisation/ballot/ballot-state.ts';
import type { BallotCourse } from '../../src/prioritisation/ballot/course.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import type { ResourceVersion } from '../../store/resource-versions.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { unknownId } from '../request-refusals.ts';
import type { StoredBody, StoredKind } from '../stored/stored-kind.ts';
import { momentOf, storedSchemas } from '../stored/stored-schema.ts';
import { givenTwiceInBallot, populationOfMembers } from './voter-refusals.ts';

/** A kept ballot: what is voted on, by whom, and how. */
export interface KeptBallot extends StoredBody, BallotDocument {}

const SCHEMAS = storedSchemas(['KeptBallot', 'KeptBallots'], ballotFields);

/** Ballots; the secretary makes, opens and closes them, and everybody may read what is voted on. */
export function ballotKind(published: PublishedAgreements): StoredKind<KeptBallot> {
  return {
    kind: 'ballots',
    noun: 'ballot',
    name: ['Ballot', 'Ballots'],
    tag: 'prioritisation',
    read: 'ballot.read',
    write: 'ballot.manage',
    schemas: SCHEMAS,
    editableIn: ['draft'],
    check: async (ballot) => {
      const agreements = await published();
      const loaded = agreements.get(ballot.agreement);
      if (loaded === undefined)
        return refused(unknownId('agreement', ballot.agreement, [...agreements.keys()], ['agreement']));
      return checkBallot(ballot, loaded.agreement);
    },
  };
}

function checkBallot(
  { electorate, weights, initiatives }: KeptBallot,
  agreement: Agreement,
): Result<unknown> {
  const bodies = agreement.bodies.map(({ body }) => body);
  const refusals: Refusal[] = [];
  if (electorate.kind === 'body') {
    if (!bodies.includes(electorate.body))
      refusals.push(unknownId('body', electorate.body, bodies, ['electorate', 'body']));
    if (weights === 'population') refusals.push(populationOfMembers());
  }
  const ids = initiatives.map(({ id }) => id);
  ids.forEach((id, place) => {
    if (ids.indexOf(id) < place) refusals.push(givenTwiceInBallot(place, id));
  });
  return refusals.length > 0 ? refused(...refusals) : accepted(undefined);
}

/** How a kept ballot stands, with its moment of closing in the form of the store's. */
export function courseOf({ state, body }: Pick<ResourceVersion, 'state' | 'body'>): BallotCourse {
  const closesAt = momentOf((body as KeptBallot).closesAt);
  return { kept: state as BallotState, ...(closesAt !== undefined && { closesAt }) };
}
