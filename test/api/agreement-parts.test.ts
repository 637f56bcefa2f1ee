import { expect, it } from 'vitest';
import type { AccessionAnswer } from '../../api/accession/accession-schema.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { governedApp } from '../governance/governed-app.ts';
import { clientOf, initiative } from '../governance/proposals-over-http.ts';
import { describeOnEachEngine } from '../store/engines.ts';

interface Problem {
  readonly errors?: readonly { readonly code: string; readonly pointer: string }[];
}

const COUNCIL = 'portfolio-council-children-and-schools';
const errorOf = ({ status, json }: { status: number; json: Problem }) => [
  status,
  json.errors?.[0]?.code,
  json.errors?.[0]?.pointer,
];

describeOnEachEngine('what is kept beside an agreement', (engine) => {
  const governed = governedApp(engine);
  const client = () => clientOf(governed().app);
  const agreement = async (asOf = '') =>
    (await client().send<AgreementDocument>('GET', `/v1/agreements/k98-example${asOf}`)).json;
  const priceOf = async (changes: object[] = []) => {
    const scenario = { agreement: 'k98-example', years: { from: 2027, to: 2027 }, changes };
    const { json } = await client().send<{
      years: { agreementPrice: string; municipalities: { municipality: string }[] }[];
    }>('POST', '/v1/price', { scenario });
    return json.years[0];
  };

  it('starts from its document, and is the same agreement', async () => {
    const { bodies, index } = await agreement();
    const kept = await client().send<{ items: { id: string }[] }>(
      'GET',
      '/v1/bodies?agreement=k98-example&limit=200',
    );
    expect(kept.json.items.map(({ id }) => id)).toEqual(bodies.map(({ body }) => body));
    const vintages = await client().send<{ items: { vintage: string }[] }>('GET', '/v1/index-vintages');
    expect(vintages.json.items.map(({ vintage }) => vintage)).toEqual([
      ...new Set(index.map(({ vintage }) => vintage).toSorted()),
    ]);
  });

  it('takes a new index vintage, which a scenario can use or leave out, and never changes one', async () => {
    const before = (await priceOf())?.agreementPrice;
    const newest = (await agreement()).index.findLast(({ year }) => year === 2027);
    const { vintage: _, ...entry } = { ...newest, combined: '0.0900', status: 'final' };
    const publication = { agreement: 'k98-example', vintage: '2026-11-20', entries: [entry] };
    const published = await client().send<object>('POST', '/v1/index-vintages', publication);
    expect(published).toMatchObject({
      status: 201,
      json: { id: 'k98-example-2026-11-20', stored: { version: 1, state: 'published' } },
    });
    expect((await priceOf())?.agreementPrice).not.toBe(before);
    const earlier = { type: 'set-index-vintage', asOf: '2026-11-19' };
    expect((await priceOf([earlier]))?.agreementPrice).toBe(before);
    const again = await client().send<Problem>('POST', '/v1/index-vintages', publication);
    expect(errorOf(again)).toEqual([409, 'vintage_published', '/vintage']);
    const wrong = { ...publication, vintage: '2026-11-21', entries: [{ ...entry, combined: '-1' }] };
    expect(errorOf(await client().send<Problem>('POST', '/v1/index-vintages', wrong))[0]).toBe(400);
  });

  it('takes a new body, which governs at once, and keeps its history with who sits in it', async () => {
    const body = {
      id: 'joint-council',
      agreement: 'k98-example',
      kind: 'portfolio-council',
      title: { da: 'Fællesrådet', en: 'The joint council' },
      areas: ['children-and-schools'],
      mandate: ['recommend'],
      members: [],
    };
    expect((await client().send('POST', '/v1/bodies', body)).status).toBe(201);
    await client().propose('by-council', [initiative('by-council', '1000.00')]);
    await client().act('by-council', 1, { action: 'submit' });
    const members = [
      { subject: 'user:ada', name: 'Ada', office: 'chair', from: '2026-01-01', until: '2029-12-31' },
      { subject: 'user:bo', office: 'secretary', from: '2026-01-01' },
    ];
    await client().send('PUT', '/v1/bodies/joint-council', { ...body, members, reason: 'Konstitueret' }, 1);
    const versions = await client().send<{ items: { members: object[]; stored: { reason: string } }[] }>(
      'GET',
      '/v1/bodies/joint-council/versions',
    );
    expect(versions.json.items.map((one) => [one.members.length, one.stored.reason])).toEqual([
      [0, ''],
      [2, 'Konstitueret'],
    ]);
    const recommend = (votes: number) => ({
      action: 'recommend',
      body: 'joint-council',
      votes: { for: votes, against: 0, abstained: 0 },
    });
    expect(errorOf(await client().act('by-council', 2, recommend(2)))[1]).toBe('votes_exceed_seats');
    expect((await client().act('by-council', 2, recommend(1))).json.stored.state).toBe('recommended');
  });

  it.each([
    ['an unknown area', { areas: ['space'] }, 'unknown_area', '/areas/0'],
    ['an unknown agreement', { agreement: 'nix' }, 'agreement_unknown', '/agreement'],
    [
      'a seat that ends before it begins',
      { members: [{ subject: 'a', office: 'member', from: '2026-02-01', until: '2026-01-01' }] },
      'term_reversed',
      '/members/0/until',
    ],
  ])('refuses a body with %s', async (_, differently, code, pointer) => {
    const { json } = await client().send<Record<string, unknown>>('GET', `/v1/bodies/${COUNCIL}`);
    const { id: __, stored: ___, ...content } = json;
    const answer = await client().send<Problem>(
      'PUT',
      `/v1/bodies/${COUNCIL}`,
      { ...content, ...differently },
      1,
    );
    expect(errorOf(answer)).toEqual([422, code, pointer]);
  });

  it('is known as it was at any moment', async () => {
    const before = await agreement('?asOf=2026-01-01T00:00:00Z').catch(() => undefined);
    expect(before).toMatchObject({ status: 404 });
    const moment = new Date('2027-01-01T00:00:00Z').toISOString();
    expect(await agreement(`?asOf=${moment}`)).toEqual(await agreement());
  });
});

describeOnEachEngine('the register of accessions over HTTP', (engine) => {
  const governed = governedApp(engine);
  const client = () => clientOf(governed().app);
  const PATH = '/v1/accessions/k98-example';
  const standings = async (day: string) =>
    (await client().send<AccessionAnswer>('GET', `${PATH}?day=${day}`)).json;
  const record = (entry: object) =>
    client().send<Problem & { entry: number; recorded: string }>('POST', `${PATH}/entries`, entry);
  const payersOn = async (asOf: string) => {
    const scenario = {
      agreement: 'k98-example',
      years: { from: 2027, to: 2027 },
      changes: [{ type: 'only-signed', asOf }],
    };
    const { json } = await client().send<{ years: { municipalities: { municipality: string }[] }[] }>(
      'POST',
      '/v1/price',
      { scenario },
    );
    return json.years[0]?.municipalities.map(({ municipality }) => municipality) ?? [];
  };

  it('tells who had come how far on a day, with the texts that had been sent out', async () => {
    const early = await standings('2025-07-01');
    expect(early.versions.map(({ version, status }) => [version, status])).toEqual([
      ['0.7', 'draft'],
      ['0.8', 'draft'],
    ]);
    expect(early.counts).toMatchObject({ 'not-invited': 98, signed: 0 });
    const later = await standings('2026-06-30');
    const total = Object.values(later.counts).reduce((sum, count) => sum + count, 0);
    expect([total, later.counts.leaving]).toEqual([98, 1]);
  });

  it('records what happens, numbered and dated by itself, and prices those who have signed by then', async () => {
    const day = '2026-06-17';
    const invited = (await standings(day)).municipalities.find(({ status }) => status === 'invited');
    const code = invited?.municipality ?? '';
    const signed = await record({ type: 'signed', municipality: code, date: day, version: '1.0' });
    expect(signed).toMatchObject({ status: 201, json: { entry: 175, recorded: day, municipality: code } });
    expect(await payersOn('2026-06-16')).not.toContain(code);
    expect(await payersOn(day)).toContain(code);
    const reason = 'Underskriften gjaldt en anden kommune';
    await record({ type: 'correction', municipality: code, corrects: 175, reason });
    expect(await payersOn(day)).not.toContain(code);
    const { json } = await client().send<{ items: { entry: number }[] }>(
      'GET',
      `${PATH}/entries?municipality=${code}`,
    );
    expect(json.items.map(({ entry }) => entry).slice(-2)).toEqual([175, 176]);
  });

  it('refuses what cannot be so, and says at which field', async () => {
    const notice = { type: 'notice', municipality: '0741', date: '2026-06-17', lastYear: 2030 };
    expect(errorOf(await record(notice))).toEqual([422, 'notice_already_given', '/type']);
    const unknown = { type: 'invited', municipality: '9999', date: '2026-06-17' };
    expect(errorOf(await record(unknown))).toEqual([422, 'municipality_unknown', '/municipality']);
  });

  it('keeps the texts of the agreement, each label once', async () => {
    const version = { version: '1.1', date: '2026-06-17', status: 'final', changes: [] };
    expect((await client().send('POST', `${PATH}/versions`, version)).status).toBe(201);
    const again = await client().send<Problem>('POST', `${PATH}/versions`, version);
    expect(errorOf(again)).toEqual([422, 'version_label_used', '/version']);
    expect((await standings('2026-06-17')).versions.at(-1)?.version).toBe('1.1');
  });

  it('records once for each idempotency key', async () => {
    const send = (lastYear: number) =>
      governed().app.inject({
        method: 'POST',
        url: `${PATH}/entries`,
        headers: { 'idempotency-key': 'notice-of-0101' },
        payload: { type: 'notice', municipality: '0101', date: '2026-06-17', lastYear },
      });
    const first = await send(2028);
    const again = await send(2028);
    expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body]);
    expect((await send(2029)).statusCode).toBe(409);
  });
});
