import { expect, it } from 'vitest';
import type { WayAnswer } from '../../api/governance/way-schema.ts';
import { describeOnEachEngine } from '../store/engines.ts';
import { governedApp } from './governed-app.ts';
import { clientOf, initiative, YEAR } from './proposals-over-http.ts';

const COUNCIL = 'portfolio-council-children-and-schools';

/** Money for an initiative of another area's solution: the proposal crosses areas. */
const CROSSING = initiative('crossing', '200000.00', { area: 'employment-and-benefits', target: 'ky' });

describeOnEachEngine('the way of a proposal over HTTP', (engine) => {
  const governed = governedApp(engine);
  const client = () => clientOf(governed().app);
  const wayOf = async (id: string) => (await client().send<WayAnswer>('GET', `/v1/proposals/${id}/way`)).json;
  const actionsIn = ({ next }: WayAnswer) => next.map(({ action }) => action);
  const codeOf = ({ json }: { json: { errors?: readonly { code: string }[] } }) => json.errors?.[0]?.code;
  const movesTo = (id: string, amount: string, solution = 'aula') => [
    {
      year: YEAR,
      from: { account: 'pool', solution },
      to: { account: 'initiative', initiative: id },
      amount,
    },
  ];

  it('tells who did what, when, with which votes and why, and what can be done next', async () => {
    await client().propose('told', [initiative('told', '1000.00')]);
    expect(await wayOf('told')).toMatchObject({
      state: 'draft',
      leadArea: 'children-and-schools',
      areas: ['children-and-schools'],
      steps: [{ version: 1, actor: 'local', action: 'create', state: 'draft' }],
      next: [
        { action: 'submit', state: 'submitted', by: 'author', allowed: true },
        { action: 'withdraw', state: 'withdrawn', by: 'author', allowed: true },
      ],
      hindrances: [],
    });
    await client().act('told', 1, { action: 'submit' });
    await client().act('told', 2, {
      action: 'recommend',
      body: COUNCIL,
      votes: { for: 5, against: 2, abstained: 1 },
      reason: 'Størst gavn',
    });
    const way = await wayOf('told');
    expect(way.steps.at(-1)).toMatchObject({
      version: 3,
      action: 'recommend',
      body: COUNCIL,
      votes: { for: 5, against: 2, abstained: 1 },
      reason: 'Størst gavn',
      state: 'recommended',
    });
    expect(way.next.find(({ action }) => action === 'approve')).toEqual({
      action: 'approve',
      state: 'approved',
      by: 'body',
      bodies: ['board'],
      yours: ['board'],
      allowed: true,
    });
  });

  it('across areas goes by the executive management, returned and submitted again on the way', async () => {
    await client().propose('across', [CROSSING]);
    await client().act('across', 1, { action: 'submit' });
    expect(actionsIn(await wayOf('across'))).toEqual(['withdraw', 'recommend', 'return']);
    await client().act('across', 2, { action: 'return', body: COUNCIL, reason: 'Uklar gevinst' });
    expect(actionsIn(await wayOf('across'))).toEqual(['submit', 'withdraw']);
    await client().act('across', 3, { action: 'submit' });
    await client().act('across', 4, { action: 'recommend', body: COUNCIL });
    const recommended = await wayOf('across');
    expect(recommended.areas).toContain('employment-and-benefits');
    expect(actionsIn(recommended)).toEqual(['withdraw', 'prioritise']);
    expect(codeOf(await client().act('across', 5, { action: 'approve', body: 'board' }))).toBe(
      'crossing_needs_executive',
    );
    await client().act('across', 5, { action: 'prioritise', body: 'executive-management' });
    expect(actionsIn(await wayOf('across'))).toEqual([
      'withdraw',
      'approve',
      'approve-with-changes',
      'reject',
    ]);
    await client().act('across', 6, { action: 'reject', body: 'board' });
    expect(await wayOf('across')).toMatchObject({ state: 'rejected', next: [], hindrances: [] });
  });

  it('says what would hinder an approval before the board tries', async () => {
    await client().recommended('greedy', [initiative('greedy', '90000000.00')]);
    const { hindrances } = await wayOf('greedy');
    const refused = await client().act('greedy', 3, { action: 'approve', body: 'board' });
    expect(hindrances.map(({ code }) => code)).toEqual(refused.json.errors?.map(({ code }) => code));
    expect(hindrances).not.toEqual([]);
  });

  it('can be left by its author until it is decided', async () => {
    await client().recommended('left', [initiative('left', '1000.00')]);
    expect((await client().act('left', 3, { action: 'withdraw' })).json.stored.state).toBe('withdrawn');
    expect((await wayOf('left')).next).toEqual([]);
  });

  it('ends in force, and is undone only by a later decision of the board, with contrary moves', async () => {
    await client().recommended('first', [initiative('first', '50000.00')]);
    await client().act('first', 3, { action: 'approve', body: 'board' });
    await client().act('first', 4, { action: 'put-in-force', body: 'board' });
    const early = await client().act('first', 5, {
      action: 'supersede',
      body: 'board',
      supersededBy: 'instead',
    });
    expect([early.status, codeOf(early)]).toEqual([422, 'later_decision_unknown']);
    await client().recommended('instead', [initiative('instead', '60000.00')]);
    await client().act('instead', 3, { action: 'approve', body: 'board' });
    await client().act('first', 5, { action: 'supersede', body: 'board', supersededBy: 'instead' });
    const { json } = await client().send<object>('GET', '/v1/decisions/first');
    const move = { year: YEAR, solution: 'aula', recipient: 'initiative first' };
    expect(json).toMatchObject({
      moves: [{ ...move, amount: '50000.00' }],
      contraryMoves: [{ ...move, amount: '-50000.00' }],
      supersededBy: 'instead',
      stored: { state: 'superseded' },
    });
    const backwards = { action: 'supersede', body: 'board', supersededBy: 'first' };
    expect(codeOf(await client().act('instead', 4, backwards))).toBe('later_decision_unknown');
  });

  it.each([
    ['to an initiative that was not proposed', movesTo('stranger', '10.00'), 422, 'initiative_not_proposed'],
    [
      'from the contribution of another area, which the executive management has not seen',
      movesTo('changed', '10.00', 'ky'),
      422,
      'crossing_needs_executive',
    ],
  ])('is not approved with moves %s', async (_, moves, status, code) => {
    await client().recommended('changed', [initiative('changed', '1000.00')]);
    const answer = await client().act('changed', 3, { action: 'approve-with-changes', body: 'board', moves });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });
});
