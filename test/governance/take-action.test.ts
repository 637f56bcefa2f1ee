import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Body } from '../../src/agreement/agreement.ts';
import type { Act, ProposalOnItsWay } from '../../src/governance/act.ts';
import { nextActs } from '../../src/governance/next-acts.ts';
import { PROPOSAL_STATES } from '../../src/governance/proposal-state.ts';
import { takeAction } from '../../src/governance/take-action.ts';
import { ACTIONS, TRANSITIONS } from '../../src/governance/transitions.ts';
import { runs } from '../settings/runs.ts';

const title = { da: 'organ', en: 'body' };
const council: Body = {
  body: 'c',
  kind: 'portfolio-council',
  title,
  areas: ['schools'],
  mandate: ['recommend'],
};
const otherCouncil: Body = { ...council, body: 'o', areas: ['benefits'] };
const committee: Body = {
  body: 'f',
  kind: 'professional-committee',
  title,
  areas: ['schools'],
  mandate: ['advise'],
};
const executive: Body = {
  body: 'e',
  kind: 'executive-management',
  title,
  areas: [],
  mandate: ['prioritise'],
};
const board: Body = { body: 'b', kind: 'board', title, areas: [], mandate: ['decide'] };

const proposal: ProposalOnItsWay = { state: 'draft', author: 'ada', leadArea: 'schools', areas: ['schools'] };
const crossing = { ...proposal, areas: ['benefits', 'schools'] };

const outcome = (from: ProposalOnItsWay, act: Act) => {
  const taken = takeAction(from, act);
  return taken.ok ? taken.value : taken.refusals.map(({ code }) => code).join();
};

/** Takes the acts one after the other and gives every state or refusal on the way. */
const walk = (start: ProposalOnItsWay, acts: readonly Act[]) => {
  let state = start.state;
  return acts.map((act) => {
    const taken = takeAction({ ...start, state }, act);
    if (taken.ok) state = taken.value;
    return taken.ok ? taken.value : taken.refusals[0]?.code;
  });
};

describe('the way of a proposal', () => {
  it('within an area goes from its council straight to the board', () => {
    const acts: Act[] = [
      { action: 'submit', actor: 'ada' },
      { action: 'recommend', actor: 'bo', body: council, votes: { for: 5, against: 4, abstained: 1 } },
      { action: 'approve', actor: 'cai', body: board },
      { action: 'put-in-force', actor: 'cai', body: board },
      { action: 'supersede', actor: 'cai', body: board },
    ];
    expect(walk(proposal, acts)).toEqual(['submitted', 'recommended', 'approved', 'in-force', 'superseded']);
  });

  it('across areas goes by way of the executive management', () => {
    const acts: Act[] = [
      { action: 'submit', actor: 'ada' },
      { action: 'recommend', actor: 'bo', body: council },
      { action: 'approve', actor: 'cai', body: board },
      { action: 'prioritise', actor: 'dan', body: executive },
      { action: 'approve-with-changes', actor: 'cai', body: board },
    ];
    const expected = [
      'submitted',
      'recommended',
      'crossing_needs_executive',
      'prioritised',
      'approved-with-changes',
    ];
    expect(walk(crossing, acts)).toEqual(expected);
  });

  it('comes back to its author when the council returns it', () => {
    const acts: Act[] = [
      { action: 'submit', actor: 'ada' },
      { action: 'return', actor: 'bo', body: council },
      { action: 'submit', actor: 'ada' },
    ];
    expect(walk(proposal, acts)).toEqual(['submitted', 'returned', 'submitted']);
  });
});

describe('refusals, in their order', () => {
  const submitted: ProposalOnItsWay = { ...proposal, state: 'submitted' };
  const recommended: ProposalOnItsWay = { ...proposal, state: 'recommended' };
  it.each<[string, ProposalOnItsWay, Act]>([
    ['state_does_not_allow', proposal, { action: 'approve', actor: 'cai', body: board }],
    ['state_does_not_allow', { ...proposal, state: 'rejected' }, { action: 'submit', actor: 'ada' }],
    ['not_crossing_areas', recommended, { action: 'prioritise', actor: 'dan', body: executive }],
    [
      'crossing_needs_executive',
      { ...crossing, state: 'recommended' },
      { action: 'reject', actor: 'cai', body: board },
    ],
    ['not_author', proposal, { action: 'submit', actor: 'bo' }],
    ['body_lacks_mandate', submitted, { action: 'recommend', actor: 'ada' }],
    ['body_lacks_mandate', submitted, { action: 'recommend', actor: 'bo', body: committee }],
    [
      'body_lacks_mandate',
      submitted,
      { action: 'recommend', actor: 'bo', body: { ...council, mandate: ['advise'] } },
    ],
    ['body_lacks_mandate', recommended, { action: 'approve', actor: 'bo', body: council }],
    ['outside_area', submitted, { action: 'recommend', actor: 'bo', body: otherCouncil }],
    ['outside_area', submitted, { action: 'return', actor: 'bo', body: otherCouncil }],
    [
      'votes_exceed_seats',
      submitted,
      {
        action: 'recommend',
        actor: 'bo',
        body: council,
        seats: 9,
        votes: { for: 5, against: 4, abstained: 1 },
      },
    ],
    [
      'majority_missing',
      submitted,
      { action: 'recommend', actor: 'bo', body: council, votes: { for: 4, against: 4, abstained: 0 } },
    ],
    [
      'majority_missing',
      recommended,
      { action: 'approve', actor: 'cai', body: board, votes: { for: 0, against: 1, abstained: 9 } },
    ],
  ])('%s', (code, from, act) => {
    expect(outcome(from, act)).toBe(code);
  });
});

const actArb = fc.record({
  action: fc.constantFrom(...ACTIONS),
  actor: fc.constantFrom('ada', 'bo'),
  body: fc.constantFrom(council, otherCouncil, committee, executive, board),
});

describe('laws of the way', () => {
  it('only the board makes a proposal binding, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.constantFrom(proposal, crossing), fc.array(actArb, { maxLength: 30 }), (start, acts) => {
        let current: ProposalOnItsWay = start;
        for (const act of acts) {
          const taken = takeAction(current, act);
          if (!taken.ok) continue;
          const isBinding = ['approved', 'approved-with-changes', 'in-force'].includes(taken.value);
          if (isBinding) expect(act.body.kind).toBe('board');
          current = { ...current, state: taken.value };
        }
      }),
      runs(300, 10_000),
    );
  });

  it('what is offered next is exactly what is accepted', () => {
    const bodies = [council, otherCouncil, committee, executive, board];
    for (const start of [proposal, crossing])
      for (const state of PROPOSAL_STATES) {
        const here = { ...start, state };
        const offered = nextActs(here, bodies).flatMap((next) =>
          (next.bodies ?? ['ada']).map((who) => `${next.action} by ${who} leads to ${next.state}`),
        );
        const acts = ACTIONS.flatMap((action): [who: string, Act][] => [
          ['ada', { action, actor: 'ada' }],
          ...bodies.map((body): [string, Act] => [body.body, { action, actor: 'bo', body }]),
        ]);
        const taken = acts.flatMap(([who, act]) => {
          const result = takeAction(here, act);
          return result.ok ? [`${act.action} by ${who} leads to ${result.value}`] : [];
        });
        expect(offered.toSorted()).toEqual(taken.toSorted());
      }
  });

  it('every state but the first can be reached, and the ends lead nowhere', () => {
    const reached = new Set(TRANSITIONS.map(({ to }) => to));
    const left = new Set(TRANSITIONS.flatMap(({ from }) => from));
    expect(PROPOSAL_STATES.filter((state) => !reached.has(state))).toEqual(['draft']);
    expect(PROPOSAL_STATES.filter((state) => !left.has(state))).toEqual([
      'rejected',
      'withdrawn',
      'superseded',
    ]);
  });
});
