import { accepted, type Result, refused } from '../../refusal.ts';
import { ballotStateDoesNotAllow, closingPassed, notOpen } from './ballot-refusals.ts';
import type { BallotAction, BallotState } from './ballot-state.ts';

/** A ballot as far as its course goes; moments are ISO text in UTC, of one form, so that they sort as they follow. */
export interface BallotCourse {
  /** As it was last kept; a ballot that has a moment to close at closes by itself. */
  readonly kept: BallotState;
  readonly closesAt?: string;
}

/** Where a ballot stands at a moment; at the moment it closes it is closed. */
export function stateAt({ kept, closesAt }: BallotCourse, now: string): BallotState {
  return kept === 'open' && closesAt !== undefined && closesAt <= now ? 'closed' : kept;
}

/** The state after the secretary's act. Refused with `ballot_state_does_not_allow` or `closing_passed`. */
export function takeBallotAction(
  course: BallotCourse,
  action: BallotAction,
  now: string,
): Result<BallotState> {
  const state = stateAt(course, now);
  const [from, to] = action === 'open' ? (['draft', 'open'] as const) : (['open', 'closed'] as const);
  if (state !== from) return refused(ballotStateDoesNotAllow(state, action));
  const isOver = action === 'open' && course.closesAt !== undefined && course.closesAt <= now;
  return isOver ? refused(closingPassed(course.closesAt ?? '')) : accepted(to);
}

/** Whether papers are taken at a moment; refused with `ballot_not_open`. */
export function takesPapers(course: BallotCourse, now: string): Result<'open'> {
  const state = stateAt(course, now);
  return state === 'open' ? accepted(state) : refused(notOpen(state));
}
