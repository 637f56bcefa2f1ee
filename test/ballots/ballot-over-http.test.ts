import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { AUDIENCE, startProvider } from '../access/provider.ts';
import { appOptions } from '../api/app-options.ts';

const COUNCIL = 'portfolio-council-children-and-schools';
const provider = await startProvider({
  ada: { roles: ['council-member'], bodies: [COUNCIL] },
  bo: { roles: ['council-member'], bodies: [COUNCIL] },
  cai: { roles: ['council-member'], bodies: ['portfolio-council-social-and-health'] },
  dorte: { roles: ['finance-officer'], municipality: '0101' },
  erik: { roles: ['finance-officer'], municipality: '0101' },
  fie: { roles: ['finance-officer'], municipality: '0461' },
  otto: { roles: ['operator'] },
  ruth: { roles: ['reader'] },
  vera: { roles: ['auditor'] },
});
type Person = 'ada' | 'bo' | 'cai' | 'dorte' | 'erik' | 'fie' | 'otto' | 'ruth' | 'vera';

const claims = { roles: 'roles', municipality: 'municipality', bodies: 'bodies', roleNames: new Map() };
const access = { provider: { issuer: provider.issuer, audience: AUDIENCE, claims } };
let now = Temporal.Instant.from('2026-02-01T12:00:00Z');
const options = await appOptions(console.error, () => now);
const app = await buildApp(await loadData(), { ...options, access });
afterAll(async () => {
  await app.close();
  await options.remove();
  await provider.stop();
});

interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly codes: readonly string[];
  readonly text: string;
  readonly json: Told;
}

/** What the answers hold that these tests ask for. */
interface Told {
  readonly state: string;
  readonly cast: number;
  readonly items: readonly {
    readonly voter: string;
    readonly approvals: readonly string[];
    readonly action: string;
    readonly actor: string;
    readonly detail: object;
  }[];
  readonly stored: { readonly state: string };
  readonly current: { readonly approvals: readonly string[] };
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
  readonly municipalities: readonly { readonly municipality: string; readonly population: number }[];
  readonly totals: readonly { readonly points: string }[];
  readonly notCast: readonly string[];
  readonly selection: { readonly voters: readonly object[] };
  readonly selected: readonly string[];
}

async function ask(
  person: Person,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const authorization = `Bearer ${await provider.token(person)}`;
  const response = await app.inject({
    method,
    url,
    headers: { authorization, ...headers },
    ...(body && { payload: body }),
  });
  const json = response.json() as Told;
  return {
    status: response.statusCode,
    etag: response.headers.etag,
    codes: (json.errors ?? []).map(({ code }) => code),
    text: response.body,
    json,
  };
}

const INITIATIVES = [
  { id: 'a', cost: '60.00' },
  { id: 'b', cost: '50.00' },
  { id: 'c', cost: '40.00' },
];
const BALLOT = {
  title: 'Puljen for 2027',
  agreement: 'k98-example',
  electorate: { kind: 'body', body: COUNCIL },
  weights: 'equal',
  form: { kind: 'approval' },
  secrecy: 'secret',
  budget: '100.00',
  initiatives: INITIATIVES,
};

/** A ballot that is open; made by the secretary. */
async function opened(id: string, differently: object = {}): Promise<string> {
  const made = await ask('otto', 'POST', '/v1/ballots', { id, ...BALLOT, ...differently });
  expect(made.status).toBe(201);
  const open = await ask(
    'otto',
    'POST',
    `/v1/ballots/${id}/actions`,
    { action: 'open' },
    { 'if-match': '"1"' },
  );
  expect(open.json.stored.state).toBe('open');
  return `/v1/ballots/${id}`;
}

const close = (url: string, by: Person = 'otto') =>
  ask(by, 'POST', `${url}/actions`, { action: 'close' }, { 'if-match': '"2"' });

describe('a secret ballot', () => {
  const MARK = 'b';
  let url = '';
  beforeAll(async () => {
    url = await opened('secret', {
      initiatives: [...INITIATIVES, { id: 'a-very-telling-id', cost: '1.00' }],
    });
    const first = await ask('ada', 'PUT', `${url}/paper`, { approvals: ['a-very-telling-id'] });
    expect([first.status, first.etag]).toEqual([200, '"1"']);
    const second = await ask('ada', 'PUT', `${url}/paper`, { approvals: ['a', MARK] }, { 'if-match': '"1"' });
    expect([second.status, second.etag]).toEqual([200, '"2"']);
    await ask('bo', 'PUT', `${url}/paper`, { approvals: [] });
  });

  it('shows voters their own paper with its history, and that others have voted', async () => {
    const { json } = await ask('ada', 'GET', `${url}/papers?versions=all`);
    expect(json).toMatchObject({ state: 'open', cast: 2 });
    expect(json.items.map((item) => item.approvals)).toEqual([['a-very-telling-id'], ['a', 'b']]);
  });

  it.each<Person>(['bo', 'cai', 'dorte', 'otto', 'ruth', 'vera'])(
    'shows %s nothing of what ada voted: not now, not as of then, not in histories, result or log',
    async (person) => {
      const mine = await ask(person, 'GET', `${url}/papers?versions=all`);
      expect(mine.json.cast).toBe(2);
      expect(mine.json.items.filter(({ voter }) => voter !== `user:${person}`)).toEqual([]);
      const hiding = [`${url}/papers`, `${url}/papers?asOf=${now}`, `${url}/result`];
      for (const address of hiding)
        expect((await ask(person, 'GET', address)).text).not.toContain('a-very-telling-id');
      // These name the initiatives, and are to hold no paper.
      for (const address of [url, `${url}/versions`, '/v1/ballots', '/v1/audit?limit=200'])
        expect((await ask(person, 'GET', address)).text).not.toContain('"approvals"');
    },
  );

  it('leaves in the log that somebody voted, and not what', async () => {
    const { json } = await ask('vera', 'GET', '/v1/audit?target=ballots/secret&limit=200');
    const votes = json.items.filter(({ action }) => action.startsWith('ballots.vote'));
    expect(votes.map(({ actor, detail }) => [actor, detail])).toEqual([
      ['user:ada', {}],
      ['user:ada', {}],
      ['user:bo', {}],
    ]);
  });

  it('shows all papers and the result once it is closed', async () => {
    expect((await ask('ruth', 'GET', `${url}/result`)).codes).toEqual(['ballot_not_closed']);
    expect((await close(url, 'ada')).codes).toEqual(['right_missing']);
    expect((await close(url)).json.stored.state).toBe('closed');
    const { json } = await ask('ruth', 'GET', `${url}/papers`);
    expect(json.items.map(({ voter, approvals }) => [voter, approvals])).toEqual([
      ['user:ada', ['a', 'b']],
      ['user:bo', []],
    ]);
    const late = await ask('bo', 'PUT', `${url}/paper`, { approvals: ['a'] }, { 'if-match': '"1"' });
    expect([late.status, late.codes]).toEqual([409, ['ballot_not_open']]);
  });
});

describe('one valid paper for each voter', () => {
  it('is the newest; changing it takes the version that was seen, and sending it twice changes nothing', async () => {
    const url = await opened('one-each', { secrecy: 'open' });
    const vote = (approvals: string[], seen?: string) =>
      ask('ada', 'PUT', `${url}/paper`, { approvals }, seen === undefined ? {} : { 'if-match': seen });
    expect((await vote(['a'])).etag).toBe('"1"');
    expect((await vote(['a'])).etag).toBe('"1"');
    const unseen = await vote(['b']);
    expect([unseen.status, unseen.codes]).toEqual([428, ['paper_cast_already']]);
    expect((await vote(['b'], '"1"')).etag).toBe('"2"');
    const stale = await vote(['c'], '"1"');
    expect([stale.status, stale.codes, stale.json.current.approvals]).toEqual([
      412,
      ['version_conflict'],
      ['b'],
    ]);
    const { json } = await ask('ruth', 'GET', `${url}/papers`);
    expect(json).toMatchObject({ cast: 1, items: [{ voter: 'user:ada', approvals: ['b'] }] });
  });

  it("is a municipality's, whoever of its officers sends it", async () => {
    const electorate = { kind: 'municipalities', year: 2027 };
    const url = await opened('by-municipality', {
      electorate,
      weights: 'population',
      form: { kind: 'score', most: '10' },
    });
    await ask('dorte', 'PUT', `${url}/paper`, { scores: { a: '10', b: '4' } });
    expect((await ask('erik', 'PUT', `${url}/paper`, { scores: { c: '10' } })).codes).toEqual([
      'paper_cast_already',
    ]);
    expect((await ask('erik', 'GET', `${url}/papers`)).json.items).toHaveLength(1);
    expect((await ask('fie', 'GET', `${url}/papers`)).json).toMatchObject({ cast: 1, items: [] });
    await ask('fie', 'PUT', `${url}/paper`, { scores: { c: '5' } });
    await close(url);
    const { json } = await ask('ruth', 'GET', `${url}/result`);
    const { municipalities } = (await ask('ruth', 'GET', '/v1/agreements/k98-example')).json;
    const population = (code: string) =>
      municipalities.find(({ municipality }) => municipality === code)?.population ?? 0;
    expect(json.selection.voters).toEqual([
      { id: '0101', weight: String(population('0101')), approvals: { a: '10', b: '4' } },
      { id: '0461', weight: String(population('0461')), approvals: { c: '5' } },
    ]);
    expect(json.notCast).toHaveLength(96);
    expect(json.totals[0]?.points).toBe(String(population('0101') * 10));
  });

  it.each<[string, Person, object, object, number, string]>([
    ['who sits in another council', 'cai', {}, { approvals: [] }, 403, 'not_a_voter'],
    ['for somebody else', 'ada', {}, { voter: 'user:bo', approvals: [] }, 403, 'not_a_voter'],
    [
      'for another municipality',
      'dorte',
      { electorate: { kind: 'municipalities', year: 2027 } },
      { voter: '0461', approvals: [] },
      403,
      'not_a_voter',
    ],
    ['without the right', 'otto', {}, { approvals: [] }, 403, 'right_missing'],
    ['with a paper of another form', 'ada', {}, { ranking: ['a'] }, 422, 'paper_form_other'],
    ['for what is not up for the vote', 'ada', {}, { approvals: ['x'] }, 422, 'initiative_not_up_for_vote'],
    ['with two papers in one', 'ada', {}, { approvals: [], ranking: [] }, 400, 'paper_one_field'],
  ])('is not taken from one %s', async (_, person, differently, paper, status, code) => {
    const id = `refused-${code.replaceAll('_', '-')}-${person}-${status}-${Object.keys(paper).join('-')}`;
    const url = await opened(id, differently);
    const refused = await ask(person, 'PUT', `${url}/paper`, paper);
    expect([refused.status, refused.codes]).toEqual([status, [code]]);
  });
});

describe('a ballot', () => {
  it('closes by itself at its moment', async () => {
    const url = await opened('by-itself', { closesAt: '2026-02-01T13:00:00Z' });
    now = Temporal.Instant.from('2026-02-01T12:59:59.999Z');
    expect((await ask('ada', 'PUT', `${url}/paper`, { approvals: ['a'] })).status).toBe(200);
    expect((await ask('ruth', 'GET', `${url}/result`)).status).toBe(409);
    now = Temporal.Instant.from('2026-02-01T13:00:00Z');
    expect((await ask('bo', 'PUT', `${url}/paper`, { approvals: ['a'] })).codes).toEqual(['ballot_not_open']);
    expect((await close(url)).codes).toEqual(['ballot_state_does_not_allow']);
    expect((await ask('ruth', 'GET', `${url}/result`)).json).toMatchObject({
      cast: 1,
      totals: [{ votes: '1' }, { votes: '0' }, { votes: '0' }],
    });
  });

  it('is what it was when it was opened: only a draft can be changed', async () => {
    const url = await opened('fixed');
    const changed = await ask('otto', 'PUT', url, BALLOT, { 'if-match': '"2"' });
    expect([changed.status, changed.codes]).toEqual([409, ['not_editable_now']]);
  });

  it.each<[object, string, string]>([
    [{ agreement: 'unknown' }, '/agreement', 'agreement_unknown'],
    [{ electorate: { kind: 'body', body: 'nobody' } }, '/electorate/body', 'body_unknown'],
    [{ weights: 'population' }, '/weights', 'weights_need_municipalities'],
    [{ initiatives: [INITIATIVES[0], INITIATIVES[0]] }, '/initiatives/1/id', 'duplicate_value'],
    [{ initiatives: [] }, '/initiatives', 'list_empty'],
    [{ form: { kind: 'score', most: '0' } }, '/form/most', 'weight_not_positive'],
    [{ closesAt: 'tomorrow' }, '/closesAt', 'moment_form'],
  ])('with %j is refused', async (differently, pointer, code) => {
    const { json } = await ask('otto', 'POST', '/v1/ballots', { ...BALLOT, ...differently });
    expect(json.errors?.map((error) => [error.pointer, error.code])).toEqual([[pointer, code]]);
  });

  it('feeds Equal Shares and greedy: its result is a request but for the method', async () => {
    const url = await opened('feeds', { secrecy: 'open' });
    await ask('ada', 'PUT', `${url}/paper`, { approvals: ['a', 'b'] });
    await ask('bo', 'PUT', `${url}/paper`, { approvals: ['b', 'c'] });
    await close(url);
    const { selection } = (await ask('ada', 'GET', `${url}/result`)).json;
    const choose = async (method: string) =>
      (await ask('ada', 'POST', '/v1/selections', { ...selection, method })).json.selected;
    // Votes: b 2, a 1, c 1. Greedy takes b and, of the cheaper, c. Equal Shares: 50 each, b for 25 of both, then neither can pay 40.
    expect(await choose('greedy')).toEqual(['b', 'c']);
    expect(await choose('equal-shares')).toEqual(['b']);
  });
});
