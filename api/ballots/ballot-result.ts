import type { BallotDocument, PaperDocument } from '../../data/schema/ballot.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { rateText } from '../../src/money/rate.ts';
import { votingMunicipalities, weightOf } from '../../src/prioritisation/ballot/electorate.ts';
import { pointsOf } from '../../src/prioritisation/ballot/points.ts';
import { type CastPaper, totalsOf } from '../../src/prioritisation/ballot/totals.ts';
import { invariant } from '../../src/refusal.ts';
import type { ResultAnswer } from './paper-answers.ts';
import { paperFrom } from './papers.ts';
import { questionOf } from './question.ts';

/**
 * The result of a closed ballot: what each initiative got, and the request by which a method can choose by it. Approvals are chosen by as votes,
 * points as points. Who has not voted is no voter.
 *
 * @param papers the newest of every voter
 */
export function ballotResult(
  id: string,
  ballot: BallotDocument,
  papers: readonly PaperDocument[],
  agreement: Agreement,
): ResultAnswer {
  const municipalities = votingMunicipalities(ballot.electorate, agreement);
  const question = questionOf(ballot);
  const cast = papers.map((paper): CastPaper => {
    const points = pointsOf(question, paperFrom(paper));
    invariant(points.ok, 'papers are checked when they are cast');
    const weight = weightOf(paper.voter, ballot.weights, municipalities);
    return { voter: paper.voter, weight, points: points.value };
  });
  const voted = new Set(cast.map(({ voter }) => voter));
  return {
    ballot: id,
    cast: cast.length,
    ...(municipalities && { notCast: [...municipalities.keys()].filter((code) => !voted.has(code)) }),
    totals: totalsOf(question.initiatives, cast).map(({ initiative, votes, points }) => ({
      initiative,
      votes: rateText(votes),
      points: rateText(points),
    })),
    selection: {
      budget: ballot.budget,
      utility: ballot.form.kind === 'approval' ? 'cost' : 'score',
      initiatives: ballot.initiatives.map(({ title: _, ...initiative }) => initiative),
      voters: cast.map(({ voter, weight, points }) => ({
        id: voter,
        weight: rateText(weight),
        approvals: Object.fromEntries(
          [...points].map(([initiative, given]) => [initiative, rateText(given)]),
        ),
      })),
    },
  };
}
