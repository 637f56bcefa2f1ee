import { compareRates, type Rate, rateFromText, WHOLE, ZERO_RATE } from '../../money/rate.ts';
import { accepted, type Refusal, type Result, refused } from '../../refusal.ts';
import type { Paper, Question } from './ballot.ts';
import { givenTwice, notUpForVote, otherForm, outsideScale } from './ballot-refusals.ts';

/** What a paper gives each initiative: above 0; what is not named gets nothing. */
export type Points = ReadonlyMap<string, Rate>;

/**
 * Reads a paper. An approval is 1 point. Points count as they are given. A ranked list is counted as Borda first did: of m initiatives up for
 * the vote the one at place r gets m − r + 1 points, so the first m, the last of a full list 1, and what is not ranked 0.
 *
 * @returns refused with `paper_form_other`, `initiative_not_up_for_vote`, `duplicate_value` or `points_outside_scale`
 */
export function pointsOf({ initiatives, form }: Question, paper: Paper): Result<Points> {
  if (paper.kind !== form.kind) return refused(otherForm(FIELDS[paper.kind], FIELDS[form.kind]));
  const refusals = refusalsOf(new Set(initiatives), form, paper);
  return refusals.length > 0 ? refused(...refusals) : accepted(counted(paper, initiatives.length));
}

const FIELDS = { approval: 'approvals', score: 'scores', ranking: 'ranking' } as const;

function refusalsOf(known: ReadonlySet<string>, form: Question['form'], paper: Paper): Refusal[] {
  switch (paper.kind) {
    case 'approval':
      return refusalsOfList('approvals', paper.approvals, known);
    case 'ranking':
      return refusalsOfList('ranking', paper.ranking, known);
    case 'score':
      return [...paper.scores].flatMap(([initiative, points]) => {
        const path = ['scores', initiative];
        if (!known.has(initiative)) return [notUpForVote(path, initiative)];
        return form.kind === 'score' && !isOnScale(points, form.most) ? [outsideScale(path, form.most)] : [];
      });
  }
}

function refusalsOfList(field: string, list: readonly string[], known: ReadonlySet<string>): Refusal[] {
  return list.flatMap((initiative, place) => {
    const path = [field, place];
    if (!known.has(initiative)) return [notUpForVote(path, initiative)];
    return list.indexOf(initiative) < place ? [givenTwice(path, initiative)] : [];
  });
}

function isOnScale(points: Rate, most: Rate): boolean {
  return compareRates(points, ZERO_RATE) >= 0 && compareRates(points, most) <= 0;
}

function counted(paper: Paper, initiatives: number): Points {
  switch (paper.kind) {
    case 'approval':
      return new Map(paper.approvals.map((initiative) => [initiative, WHOLE]));
    case 'ranking':
      return new Map(
        paper.ranking.map((initiative, place) => [initiative, rateFromText(String(initiatives - place))]),
      );
    case 'score':
      return new Map([...paper.scores].filter(([, points]) => compareRates(points, ZERO_RATE) > 0));
  }
}
