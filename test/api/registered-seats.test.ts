import { afterAll, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import type { WayAnswer } from '../../api/governance/way-schema.ts';
import { loadData } from '../../api/load-data.ts';
import { AUDIENCE, startProvider } from '../access/provider.ts';
import { initiative } from '../governance/proposals-over-http.ts';
import { appOptions } from './app-options.ts';

const COUNCIL = 'portfolio-council-children-and-schools';
/** The day on which the tests' clock stands is 1 January 2026. */
const PEOPLE = {
  operator: { roles: ['operator'] },
  author: { roles: ['finance-officer'], municipality: '0101' },
  seated: { roles: ['council-member'] },
  former: { roles: ['council-member'], bodies: [COUNCIL] },
  outsider: { roles: ['reader'] },
};

const provider = await startProvider(PEOPLE);
const claims = { roles: 'roles', municipality: 'municipality', bodies: 'bodies', roleNames: new Map() };
const options = await appOptions(console.error);
const app = await buildApp(await loadData(), {
  ...options,
  access: { provider: { issuer: provider.issuer, audience: AUDIENCE, claims } },
});
afterAll(async () => {
  await app.close();
  await options.remove();
  await provider.stop();
});

async function send(
  person: keyof typeof PEOPLE,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  seen?: number,
) {
  const response = await app.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${await provider.token(person)}`,
      ...(seen !== undefined && { 'if-match': `"${seen}"` }),
    },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, json: response.json() };
}

it('whom the register of members seats acts for the body, and whose term is over does not', async () => {
  const { json: council } = await send('operator', 'GET', `/v1/bodies/${COUNCIL}`);
  const { id: _, stored: __, ...content } = council;
  const members = [
    { subject: 'user:seated', office: 'chair', from: '2026-01-01' },
    { subject: 'user:former', office: 'member', from: '2024-01-01', until: '2025-12-31' },
    { subject: 'user:outsider', office: 'member', from: '2026-01-01' },
  ];
  const seated = await send('operator', 'PUT', `/v1/bodies/${COUNCIL}`, { ...content, members }, 1);
  expect(seated.status).toBe(200);

  const proposal = {
    id: 'lessons',
    body: COUNCIL,
    reason: 'Gavn',
    initiatives: [initiative('lessons', '1.00')],
  };
  const kept = { id: 'lessons', title: 'Læremidler', agreement: 'k98-example', years: [2027], proposal };
  await send('author', 'POST', '/v1/proposals', kept);
  await send('author', 'POST', '/v1/proposals/lessons/actions', { action: 'submit' }, 1);
  const way = async (person: keyof typeof PEOPLE) => {
    const { next }: WayAnswer = (await send(person, 'GET', '/v1/proposals/lessons/way')).json;
    return next.find(({ action }) => action === 'recommend');
  };
  expect(await way('seated')).toMatchObject({ yours: [COUNCIL], allowed: true });
  expect(await way('former')).toMatchObject({ yours: [], allowed: false });
  // A seat is no office: that is for the identity provider to give.
  expect(await way('outsider')).toMatchObject({ yours: [], allowed: false });

  const recommend = { action: 'recommend', body: COUNCIL };
  const late = await send('former', 'POST', '/v1/proposals/lessons/actions', recommend, 2);
  expect([late.status, late.json.errors[0].code]).toEqual([403, 'body_lacks_mandate']);
  const outside = await send('outsider', 'POST', '/v1/proposals/lessons/actions', recommend, 2);
  expect([outside.status, outside.json.errors[0].code]).toEqual([403, 'right_missing']);
  const done = await send('seated', 'POST', '/v1/proposals/lessons/actions', recommend, 2);
  expect(done.json.stored.state).toBe('recommended');
});
