import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { rateFromText, rateText } from '../../src/money/rate.ts';
import { pointerTo } from '../../src/pointer.ts';
import type { BallotForm, Paper } from '../../src/prioritisation/ballot/ballot.ts';
import {
  type BallotCourse,
  stateAt,
  takeBallotAction,
  takesPapers,
} from '../../src/prioritisation/ballot/course.ts';
import { pointsOf } from '../../src/prioritisation/ballot/points.ts';
import { totalsOf } from '../../src/prioritisation/ballot/totals.ts';
import type { Result } from '../../src/refusal.ts';

const INITIATIVES = ['a', 'b', 'c', 'd'];
const TEN: BallotForm = { kind: 'score', most: rateFromText('10') };

function given(form: BallotForm, paper: Paper): Record<string, string> {
  const points = pointsOf({ initiatives: INITIATIVES, form }, paper);
  if (!points.ok) throw new Error(points.refusals.map(({ code }) => code).join());
  return Object.fromEntries([...points.value].map(([id, rate]) => [id, rateText(rate)]));
}

function codesOf(result: Result<unknown>): string[] {
  return result.ok ? [] : result.refusals.map(({ path, code }) => `${pointerTo(path)} ${code}`);
}

const scores = (points: Record<string, string>): Paper => ({
  kind: 'score',
  scores: new Map(Object.entries(points).map(([id, text]) => [id, rateFromText(text)])),
});

describe('a ballot paper', () => {
  it('gives a point to each initiative it approves of', () => {
    expect(given({ kind: 'approval' }, { kind: 'approval', approvals: ['c', 'a'] })).toEqual({
      c: '1',
      a: '1',
    });
    expect(given({ kind: 'approval' }, { kind: 'approval', approvals: [] })).toEqual({});
  });

  it('gives the points that it states; none is no support', () => {
    expect(given(TEN, scores({ a: '10', b: '0.5', c: '0' }))).toEqual({ a: '10', b: '0.5' });
  });

  it('counts a ranked list as Borda first did: of four the first gets 4, the second 3, who is not ranked nothing', () => {
    const form: BallotForm = { kind: 'ranking', rule: 'borda' };
    expect(given(form, { kind: 'ranking', ranking: ['d', 'a'] })).toEqual({ d: '4', a: '3' });
    expect(given(form, { kind: 'ranking', ranking: ['d', 'c', 'b', 'a'] })).toEqual({
      d: '4',
      c: '3',
      b: '2',
      a: '1',
    });
  });

  it.each<[string, BallotForm, Paper, string[]]>([
    ['of another form', TEN, { kind: 'approval', approvals: ['a'] }, ['/approvals paper_form_other']],
    [
      'for what is not up for the vote',
      { kind: 'approval' },
      { kind: 'approval', approvals: ['a', 'x'] },
      ['/approvals/1 initiative_not_up_for_vote'],
    ],
    [
      'that names something twice',
      { kind: 'ranking', rule: 'borda' },
      { kind: 'ranking', ranking: ['a', 'b', 'a'] },
      ['/ranking/2 duplicate_value'],
    ],
    [
      'with more points than there are',
      TEN,
      scores({ a: '10.01', b: '-1', x: '1' }),
      [
        '/scores/a points_outside_scale',
        '/scores/b points_outside_scale',
        '/scores/x initiative_not_up_for_vote',
      ],
    ],
  ])('%s is refused', (_, form, paper, expected) => {
    expect(codesOf(pointsOf({ initiatives: INITIATIVES, form }, paper))).toEqual(expected);
  });
});

describe('totals', () => {
  it('weigh votes and points by the voter', () => {
    const paper = (voter: string, weight: string, points: Record<string, string>) => ({
      voter,
      weight: rateFromText(weight),
      points: new Map(Object.entries(points).map(([id, text]) => [id, rateFromText(text)])),
    });
    // a: 2 + 0.5 votes, 2 · 3 + 0.5 · 4 = 8 points.
    const totals = totalsOf(['a', 'b'], [paper('v', '2', { a: '3' }), paper('w', '0.5', { a: '4', b: '1' })]);
    expect(
      totals.map(({ initiative, votes, points }) => [initiative, rateText(votes), rateText(points)]),
    ).toEqual([
      ['a', '2.5', '8'],
      ['b', '0.5', '0.5'],
    ]);
  });

  it.prop([fc.array(fc.uniqueArray(fc.constantFrom(...INITIATIVES)), { maxLength: 6 })])(
    'of ranked lists are what counting place by place gives, whoever votes first',
    (rankings) => {
      const papers = rankings.map((ranking, place) => {
        const points = pointsOf(
          { initiatives: INITIATIVES, form: { kind: 'ranking', rule: 'borda' } },
          { kind: 'ranking', ranking },
        );
        if (!points.ok) throw new Error('a list of different initiatives is a paper');
        return { voter: `v${place}`, weight: rateFromText('1'), points: points.value };
      });
      const counted = INITIATIVES.map((id) =>
        rankings.reduce(
          (sum, ranking) => sum + (ranking.includes(id) ? INITIATIVES.length - ranking.indexOf(id) : 0),
          0,
        ),
      );
      for (const order of [papers, papers.toReversed()])
        expect(totalsOf(INITIATIVES, order).map(({ points }) => rateText(points))).toEqual(
          counted.map(String),
        );
    },
  );
});

describe('the course of a ballot', () => {
  const NOW = '2026-03-01T12:00:00.000Z';
  const [BEFORE, AFTER] = ['2026-03-01T11:59:59.999Z', '2026-03-01T12:00:00.001Z'];

  it.each<[string, BallotCourse, string, string[], string[], string[]]>([
    [
      'a draft',
      { kept: 'draft' },
      'draft',
      [],
      ['/action ballot_state_does_not_allow'],
      [' ballot_not_open'],
    ],
    [
      'a draft whose moment has passed',
      { kept: 'draft', closesAt: NOW },
      'draft',
      ['/action closing_passed'],
      ['/action ballot_state_does_not_allow'],
      [' ballot_not_open'],
    ],
    ['an open one', { kept: 'open' }, 'open', ['/action ballot_state_does_not_allow'], [], []],
    [
      'an open one before its moment',
      { kept: 'open', closesAt: AFTER },
      'open',
      ['/action ballot_state_does_not_allow'],
      [],
      [],
    ],
    [
      'one at its moment',
      { kept: 'open', closesAt: NOW },
      'closed',
      ['/action ballot_state_does_not_allow'],
      ['/action ballot_state_does_not_allow'],
      [' ballot_not_open'],
    ],
    [
      'one after its moment',
      { kept: 'open', closesAt: BEFORE },
      'closed',
      ['/action ballot_state_does_not_allow'],
      ['/action ballot_state_does_not_allow'],
      [' ballot_not_open'],
    ],
    [
      'a closed one',
      { kept: 'closed', closesAt: AFTER },
      'closed',
      ['/action ballot_state_does_not_allow'],
      ['/action ballot_state_does_not_allow'],
      [' ballot_not_open'],
    ],
  ])('%s', (_, course, state, opening, closing, voting) => {
    expect(stateAt(course, NOW)).toBe(state);
    expect(codesOf(takeBallotAction(course, 'open', NOW))).toEqual(opening);
    expect(codesOf(takeBallotAction(course, 'close', NOW))).toEqual(closing);
    expect(codesOf(takesPapers(course, NOW))).toEqual(voting);
  });
});
