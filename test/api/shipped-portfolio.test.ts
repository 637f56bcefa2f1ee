import { describe, expect, it } from 'vitest';
import { codesIn, get, post } from './built-app.ts';

describe('the example portfolio over HTTP', () => {
  it('is among the initiatives, marked as shipped and as an example', async () => {
    const answer = await get('/v1/initiatives/shared-ai-assistant');
    expect(answer.json()).toMatchObject({
      agreement: 'k98-example',
      dependsOn: ['fine-grained-access'],
      provenance: { kind: 'example' },
      stored: { state: 'shipped', owner: 'k98-model' },
    });
  });

  it('is among the proposals, with its initiatives in full', async () => {
    const answer = await get('/v1/proposals?limit=50&state=shipped');
    const { items } = answer.json() as { items: { proposal: { initiatives: { title: string }[] } }[] };
    expect(items.map(({ proposal }) => proposal.initiatives.length)).toEqual([10, 6, 6, 8]);
  });

  it('cannot be taken a step: nobody decides an example', async () => {
    const body = { action: 'submit', reason: 'try' };
    const answer = await post('/v1/proposals/benefits-automated-first/actions', body, { 'if-match': '"1"' });
    expect([answer.status, codesIn(answer)]).toEqual([409, ['state_does_not_allow']]);
  });

  it('meets the rules: each proposal can be simulated as it stands', async () => {
    const { items } = (await get('/v1/proposals?state=shipped')).json() as { items: { proposal: object }[] };
    const answer = await post('/v1/simulations', {
      scenarioId: 'baseline',
      year: 2026,
      proposals: items.map(({ proposal }) => proposal),
    });
    const { proposals } = answer.json() as { proposals: { outcomes: { outcome: string }[] }[] };
    const kinds = new Set(proposals.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome)));
    expect(kinds).toEqual(new Set(['funded', 'reduced', 'deferred', 'referred']));
  });
});
