import type { PaperDocument, PaperRequest } from '../../data/schema/ballot.ts';
import type { Identity } from '../../src/access/identity.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { takesPapers } from '../../src/prioritisation/ballot/course.ts';
import { votingMunicipalities } from '../../src/prioritisation/ballot/electorate.ts';
import { pointsOf } from '../../src/prioritisation/ballot/points.ts';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import { type ResourceVersion, readResource, readVersion } from '../../store/resource-versions.ts';
import { createResource, updateResource } from '../../store/resources.ts';
import { type Store, type WriteUnderWay, type Written, write } from '../../store/write.ts';
import { withCurrent } from '../stored/operations.ts';
import { courseOf, type KeptBallot } from './ballot-kind.ts';
import { paperDocument, paperFrom, paperKey } from './papers.ts';
import { questionOf } from './question.ts';
import { voterFor } from './voter.ts';
import { paperCastAlready } from './voter-refusals.ts';

/** What casting a paper needs beside the paper. */
export interface CastSetting {
  readonly store: Store;
  readonly identity: Identity;
  readonly agreement: Agreement;
}

/**
 * Keeps what a voter votes: the first paper, or a new version of the one there is, if it is still the one that was seen. The same paper
 * sent again is kept once. The audit log says that somebody voted, and nothing of what.
 *
 * @param seen the version of the paper that is changed; undefined for the first one
 * @returns refused as `voterFor`, `takesPapers` and `pointsOf` do, or with `paper_cast_already` or `version_conflict`
 */
export async function castPaper(
  { store, identity, agreement }: CastSetting,
  ballot: ResourceVersion,
  seen: bigint | undefined,
  request: PaperRequest,
): Promise<Result<ResourceVersion>> {
  const kept = ballot.body as KeptBallot;
  const municipalities = votingMunicipalities(kept.electorate, agreement);
  const voter = voterFor(identity, kept.electorate, municipalities, request.voter);
  if (!voter.ok) return voter;
  const paper = paperDocument(voter.value, request);
  const act = { actor: identity.subject, action: 'ballots.vote', target: `ballots/${ballot.id}`, detail: {} };
  const unit = municipalities === undefined ? undefined : voter.value;
  const done = await write(store, act, (under) =>
    keepPaper(under, ballot, { paper, seen, ...(unit !== undefined && { unit }) }),
  );
  return withCurrent(store, paperKey(ballot.id, voter.value), done);
}

interface Casting {
  readonly paper: PaperDocument;
  readonly seen: bigint | undefined;
  /** The municipality that votes: its paper is everybody's who works for it. */
  readonly unit?: string;
}

/** Inside the write, where nobody can close the ballot or vote in between. */
async function keepPaper(
  under: WriteUnderWay,
  found: ResourceVersion,
  { paper, seen, unit }: Casting,
): Promise<Result<Written<ResourceVersion>>> {
  const { kind, id } = found;
  // A draft may have been deleted meanwhile: it takes papers as little as before.
  const ballot = (await readResource(under.transaction, { kind, id })) ?? found;
  const taken = takesPapers(courseOf(ballot), under.at);
  if (!taken.ok) return taken;
  const points = pointsOf(questionOf(ballot.body as KeptBallot), paperFrom(paper));
  if (!points.ok) return points;
  const key = paperKey(id, paper.voter);
  const before = await readResource(under.transaction, key);
  if (before?.bodyHash === hashOf(paper)) return accepted({ value: before, isRepeat: true });
  if (before !== undefined && seen === undefined) return refused(paperCastAlready());
  const version = {
    body: paper,
    state: 'cast',
    action: seen === undefined ? 'cast' : 'change',
    reason: '',
  };
  const owner = { owner: under.actor, ...(unit !== undefined && { unit }) };
  const number =
    seen === undefined
      ? await createResource(under, { ...key, ...owner }, version)
      : await updateResource(under, key, seen, version);
  if (!number.ok) return number;
  return accepted({ value: await readVersion(under.transaction, key, number.value) });
}
