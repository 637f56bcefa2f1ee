import { checkForm } from '../data/schema/describe-issues.ts';
import { type SelectionRequest, selectionRequestSchema } from '../data/schema/selection.ts';
import type { SelectionAnswer } from '../data/schema/selection-answer.ts';
import { oreFromKroner } from '../src/money/ore.ts';
import { WHOLE } from '../src/money/rate.ts';
import { smallestConflict } from '../src/prioritisation/selection/conflict.ts';
import type { Means } from '../src/prioritisation/selection/means.ts';
import type { Solver } from '../src/prioritisation/selection/optimum/program.ts';
import { type Prepared, prepare } from '../src/prioritisation/selection/prepared.ts';
import type { SelectionProblem } from '../src/prioritisation/selection/problem.ts';
import { type Selection, select } from '../src/prioritisation/selection/select.ts';
import { flipsOf } from '../src/prioritisation/selection/sensitivity/flips.ts';
import { frontierOf } from '../src/prioritisation/selection/sensitivity/frontier.ts';
import type { Refusal } from '../src/refusal.ts';
import { answerDocument } from './answer/answer-document.ts';
import { flipDocument, frontierDocument } from './answer/sensitivity-documents.ts';
import { checkRequest } from './request/check-request.ts';
import { conflictRefusals } from './request/conflict-refusals.ts';
import { problemFromRequest } from './request/problem-from-request.ts';
import { outOfTime } from './request/refusals.ts';

/** `malformed`: not the form of a request; `refused`: of the right form, but it cannot be answered. */
export type SelectionReply =
  | { readonly kind: 'answered'; readonly answer: SelectionAnswer }
  | { readonly kind: 'malformed'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Answers a request from its document to its document.
 *
 * @param now milliseconds of a clock that never goes back, for the request's time limit
 * @param allows is told the time limit in seconds, before the work begins
 */
export function answerRequest(
  document: unknown,
  solver: Solver,
  now: () => number,
  allows: (seconds: number) => void = () => undefined,
): SelectionReply {
  const started = now();
  const checked = checkForm(selectionRequestSchema, document);
  if (!checked.ok) return { kind: 'malformed', refusals: checked.refusals };
  const request = checked.value;
  allows(request.timeLimitSeconds);
  const refusals = checkRequest(request);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const means: Means = {
    solver,
    secondsLeft: () => request.timeLimitSeconds - (now() - started) / 1_000,
  };
  const prepared = prepare(problemFromRequest(request), settingsOf(request));
  const outcome = select(prepared, means);
  switch (outcome.kind) {
    case 'selected':
      return { kind: 'answered', answer: explained(request, prepared, outcome.selection, means) };
    case 'out-of-time':
      return { kind: 'refused', refusals: [outOfTime(request.timeLimitSeconds)] };
    case 'impossible':
      return { kind: 'refused', refusals: whyImpossible(request, prepared, means) };
  }
}

function settingsOf({ method, utility, completion, add1Step, tieBreak }: SelectionRequest) {
  return { method, utility, completion, add1Step: oreFromKroner(add1Step), tieBreak };
}

function explained(
  request: SelectionRequest,
  prepared: Prepared,
  selection: Selection,
  means: Means,
): SelectionAnswer {
  const { flips, frontier } = request.explain;
  const chosen = new Set(selection.grants.map(({ place }) => place));
  const placeOf = new Map(prepared.problem.candidates.map(({ initiative }, place) => [initiative, place]));
  const asked = (flips ?? []).map((id) => placeOf.get(id) ?? 0);
  return {
    ...answerDocument(request, prepared, selection),
    ...(flips && {
      flips: flipsOf(prepared, chosen, asked, means).map((flip) => flipDocument(prepared, flip)),
    }),
    ...(frontier && { frontier: frontierDocument(prepared, frontierOf(prepared, means)) }),
  };
}

function whyImpossible(
  request: SelectionRequest,
  { problem, constraints }: Prepared,
  means: Means,
): Refusal[] {
  const conflict = smallestConflict(asChosen(problem, request.method), constraints, means);
  if (conflict === undefined) return [outOfTime(request.timeLimitSeconds)];
  return conflictRefusals(conflict, request, problem);
}

/** Only the optimum funds in part. */
function asChosen(problem: SelectionProblem, method: SelectionRequest['method']): SelectionProblem {
  if (method === 'optimum') return problem;
  return {
    ...problem,
    candidates: problem.candidates.map((candidate) => ({ ...candidate, minShare: WHOLE })),
  };
}
