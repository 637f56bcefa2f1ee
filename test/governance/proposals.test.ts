import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../store/engines.ts';
import { governedApp } from './governed-app.ts';
import { clientOf, initiative, type ProposalAnswer, YEAR } from './proposals-over-http.ts';

const codesOf = ({ json }: { json: ProposalAnswer }) => json.errors?.map(({ code }) => code);
describeOnEachEngine('a proposal over HTTP', (engine) => {
  const governed = governedApp(engine);
  const client = () => clientOf(governed().app);
  const simulation = (id: string, cost: string) =>
    client().send<{
      proposals: { solutions: { solution: string; poolBefore: string; poolAfter: string }[] }[];
    }>('POST', '/v1/simulations', {
      scenario: { agreement: 'k98-example', years: { from: YEAR, to: YEAR }, changes: [] },
      year: YEAR,
      proposals: [
        {
          id,
          body: 'portfolio-council-children-and-schools',
          reason: 'prøve',
          initiatives: [initiative(id, cost)],
        },
      ],
    });
  const aulaBefore = async () => {
    const { json } = await simulation('look', '1.00');
    return json.proposals[0]?.solutions.find(({ solution }) => solution === 'aula')?.poolBefore;
  };

  it('goes from its council to the board, binds pool money, and is undone by contrary entries', async () => {
    const before = await aulaBefore();
    const recommended = await client().recommended('digital-lessons', [initiative('lessons', '250000.00')]);
    expect(recommended.json.stored).toMatchObject({ state: 'recommended', version: 3 });
    const approved = await client().act('digital-lessons', 3, {
      action: 'approve',
      body: 'board',
      reason: 'Møde 3',
    });
    expect(approved.json.stored).toMatchObject({ state: 'approved', version: 4, reason: 'Møde 3' });
    const decision = await client().send<{ moves: object[] }>('GET', '/v1/decisions/digital-lessons');
    expect(decision.json.moves).toEqual([
      { year: YEAR, solution: 'aula', recipient: 'initiative lessons', amount: '250000.00' },
    ]);
    // 3,912,746.67 less the 250,000.00 that are bound.
    expect([before, await aulaBefore()]).toEqual(['3912746.67', '3662746.67']);

    const superseded = await client().act('digital-lessons', 4, { action: 'supersede', body: 'board' });
    expect(superseded.json.stored.state).toBe('superseded');
    expect(await aulaBefore()).toBe(before);
    const versions = await client().send<{ items: { stored: { state: string } }[] }>(
      'GET',
      '/v1/decisions/digital-lessons/versions',
    );
    expect(versions.json.items.map(({ stored }) => stored.state)).toEqual(['approved', 'superseded']);
  });

  it('is approved with other moves than were proposed', async () => {
    await client().recommended('smaller', [initiative('smaller', '600000.00')]);
    const moves = [
      {
        year: YEAR,
        from: { account: 'pool', solution: 'aula' },
        to: { account: 'initiative', initiative: 'smaller' },
        amount: '100000.00',
      },
    ];
    const approved = await client().act('smaller', 3, {
      action: 'approve-with-changes',
      body: 'board',
      moves,
    });
    expect(approved.json.stored.state).toBe('approved-with-changes');
    const decision = await client().send<{ moves: object[] }>('GET', '/v1/decisions/smaller');
    expect(decision.json.moves).toMatchObject([{ amount: '100000.00' }]);
  });

  it('is rejected without binding anything', async () => {
    const before = await aulaBefore();
    await client().recommended('not-now', [initiative('not-now', '10000.00')]);
    expect((await client().act('not-now', 3, { action: 'reject', body: 'board' })).json.stored.state).toBe(
      'rejected',
    );
    expect(await aulaBefore()).toBe(before);
  });

  it.each([
    [
      'by nobody before it is recommended',
      1,
      { action: 'approve', body: 'board' },
      409,
      'state_does_not_allow',
    ],
    [
      'by a council of another area',
      2,
      { action: 'recommend', body: 'portfolio-council-employment-and-benefits' },
      403,
      'outside_area',
    ],
    ['by a body without the mandate', 2, { action: 'recommend', body: 'board' }, 403, 'body_lacks_mandate'],
    [
      'without a majority',
      2,
      {
        action: 'recommend',
        body: 'portfolio-council-children-and-schools',
        votes: { for: 2, against: 2, abstained: 1 },
      },
      422,
      'majority_missing',
    ],
  ])('is moved on %s', async (title, version, action, status, code) => {
    const id = `refused-${title.replaceAll(' ', '-')}`;
    await client().propose(id, [initiative(id, '1000.00')]);
    if (version === 2) await client().act(id, 1, { action: 'submit' });
    const answer = await client().act(id, version, action);
    expect([answer.status, codesOf(answer)]).toEqual([status, [code]]);
  });

  it('takes a step only from the version that was seen', async () => {
    await client().propose('seen', [initiative('seen', '1000.00')]);
    await client().act('seen', 1, { action: 'submit' });
    const late = await client().act('seen', 1, { action: 'withdraw' });
    expect([late.status, codesOf(late)]).toEqual([412, ['version_conflict']]);
  });

  it('is not edited once it is submitted', async () => {
    await client().propose('fixed', [initiative('fixed', '1000.00')]);
    await client().act('fixed', 1, { action: 'submit' });
    const { json } = await client().send<ProposalAnswer & { title: string }>('GET', '/v1/proposals/fixed');
    const { id: _, stored: __, ...content } = json;
    const edited = await client().send<ProposalAnswer>(
      'PUT',
      '/v1/proposals/fixed',
      { ...content, title: 'Nyt navn' },
      2,
    );
    expect([edited.status, codesOf(edited)]).toEqual([409, ['not_editable_now']]);
  });

  it('is never approved for more than the pool holds, however the board words it', async () => {
    await client().recommended('too-much', [initiative('too-much', '1000.00')]);
    const moves = [
      {
        year: YEAR,
        from: { account: 'pool', solution: 'aula' },
        to: { account: 'initiative', initiative: 'too-much' },
        amount: '90000000.00',
      },
    ];
    const answer = await client().act('too-much', 3, {
      action: 'approve-with-changes',
      body: 'board',
      moves,
    });
    expect([answer.status, codesOf(answer)]).toEqual([409, ['exceeds_prioritisation_pool']]);
    expect((await client().send('GET', '/v1/decisions/too-much')).status).toBe(404);
  });
});
