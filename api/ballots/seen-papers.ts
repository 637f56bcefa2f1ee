import type { z } from 'zod';
import type { Identity } from '../../src/access/identity.ts';
import { stateAt } from '../../src/prioritisation/ballot/course.ts';
import { timestamp } from '../../store/clock.ts';
import { type ResourceVersion, readHistory } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { storedAnswer } from '../stored/stored-answer.ts';
import { courseOf, type KeptBallot } from './ballot-kind.ts';
import type { papersAnswerSchema } from './paper-answers.ts';
import { papersOf } from './papers.ts';

/** What is asked for: the papers as known at a moment, or all their versions. */
export interface PapersAsked {
  readonly asOf?: string;
  readonly withHistory: boolean;
}

/**
 * The papers of a ballot that somebody may see, and how many there are. Of a secret ballot that is not closed yet everybody sees their own
 * paper only, of whatever moment; its hash would give away what is in it, so that goes for the whole of it.
 */
export async function seenPapers(
  { database, clock }: Store,
  identity: Identity,
  ballot: ResourceVersion,
  { asOf, withHistory }: PapersAsked,
): Promise<z.infer<typeof papersAnswerSchema>> {
  const papers = await papersOf(database.query, ballot.id, asOf);
  const state = stateAt(courseOf(ballot), timestamp(clock()));
  const isHidden = (ballot.body as KeptBallot).secrecy === 'secret' && state !== 'closed';
  const seen = isHidden ? papers.filter((paper) => isOwn(paper, identity)) : papers;
  const versions = withHistory ? await Promise.all(seen.map(({ kind, id }) => historyOf(kind, id))) : [seen];
  return { ballot: ballot.id, state, cast: papers.length, items: versions.flat().map(paperAnswer) };

  async function historyOf(kind: string, id: string): Promise<ResourceVersion[]> {
    const history = await readHistory(database.query, { kind, id });
    return history.filter(({ at }) => asOf === undefined || at <= asOf);
  }
}

function isOwn({ owner, unit }: ResourceVersion, { subject, municipality }: Identity): boolean {
  return unit === undefined ? owner === subject : unit === municipality || owner === subject;
}

/** A paper has no id of its own: it is its voter's in the ballot. */
export function paperAnswer(paper: ResourceVersion) {
  const { id: _, ...answer } = storedAnswer(paper);
  return answer as z.infer<typeof papersAnswerSchema>['items'][number];
}
