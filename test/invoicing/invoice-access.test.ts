import { describe, expect, it } from 'vitest';
import { guardedApp } from '../api/guarded-app.ts';
import { runClient } from './run-client.ts';

const PEOPLE = {
  operator: { roles: ['operator'] },
  auditor: { roles: ['auditor'] },
  copenhagen: { roles: ['finance-officer'], municipality: '0101' },
  hillerod: { roles: ['finance-officer'], municipality: '0219' },
  reader: { roles: ['reader'] },
};

const { app, token } = await guardedApp(PEOPLE);

async function clientOf(person: keyof typeof PEOPLE) {
  return runClient(app, { authorization: `Bearer ${await token(person)}` });
}

const operator = await clientOf('operator');
await operator.issued('own', { scenario: 'baseline', year: 2026, instalment: 1, frequency: 'annual' });
const all = await operator.invoices();
const numberOf = (municipality: string) =>
  all.find((head) => head.municipality === municipality)?.number ?? '';

describe('invoices', () => {
  it.each(['operator', 'auditor'] as const)('of all municipalities are seen by an %s', async (person) => {
    const client = await clientOf(person);
    expect(new Set((await client.invoices()).map(({ municipality }) => municipality)).size).toBe(98);
    expect((await client.send('GET', `/v1/invoices/${numberOf('0219')}`)).status).toBe(200);
  });

  it.each([
    ['copenhagen', '0101', '0219'],
    ['hillerod', '0219', '0101'],
  ] as const)('of its own municipality are all that %s sees', async (person, own, other) => {
    const client = await clientOf(person);
    const seen = await client.invoices();
    expect(seen).toEqual(all.filter(({ municipality }) => municipality === own));
    expect(seen.length).toBeGreaterThan(0);
    expect((await client.send('GET', `/v1/invoices/${numberOf(own)}`)).status).toBe(200);
    const hidden = await client.send<{ errors: { code: string }[] }>(
      'GET',
      `/v1/invoices/${numberOf(other)}`,
    );
    expect([hidden.status, hidden.json.errors[0]?.code]).toEqual([404, 'invoice_unknown']);
    expect((await client.send('GET', '/v1/invoice-runs/own')).status).toBe(404);
  });

  it('are seen by every finance officer when their run is shared', async () => {
    await operator.issued('open', { scenario: 'baseline', year: 2027, instalment: 1, shared: true });
    const client = await clientOf('copenhagen');
    const seen = await client.invoices('run=open');
    expect(new Set(seen.map(({ municipality }) => municipality)).size).toBe(98);
    expect((await client.send('GET', '/v1/invoice-runs/open')).status).toBe(200);
  });

  it('are seen by nobody without the right, and issued by operators alone', async () => {
    expect((await (await clientOf('reader')).send('GET', '/v1/invoices')).status).toBe(403);
    const run = { scenario: 'baseline', year: 2028, instalment: 1 };
    for (const person of ['copenhagen', 'auditor', 'reader'] as const) {
      const client = await clientOf(person);
      expect((await client.draft('not-mine', run)).status).toBe(403);
      expect((await client.issue('open', 2)).status).toBe(403);
    }
  });
});

describe('a preview', () => {
  const ordinary = { scenario: 'baseline', year: 2029, instalment: 1 };
  const previewed = async (person: keyof typeof PEOPLE, query: string, body: object = ordinary) => {
    const client = await clientOf(person);
    return client.send<{
      summary: { municipality: string }[];
      drafts?: { payer: { municipality: string } }[];
    }>('POST', `/v1/invoice-runs/preview${query}`, body);
  };

  it('of its own municipality is what a finance officer gets, and of the others no recipient', async () => {
    const { status, json } = await previewed('copenhagen', '?municipality=0101');
    expect(status).toBe(200);
    expect(json.summary.length).toBeGreaterThan(0);
    const shown = [...json.summary, ...(json.drafts ?? []).map(({ payer }) => payer)];
    expect(new Set(shown.map(({ municipality }) => municipality))).toEqual(new Set(['0101']));
  });

  it.each([
    ['copenhagen', '?municipality=0219'],
    ['copenhagen', ''],
    ['auditor', '?municipality=0101'],
    ['reader', '?municipality=0101'],
  ] as const)('is not for %s with "%s"', async (person, query) => {
    expect((await previewed(person, query)).status).toBe(403);
  });

  it("of a reversal would tell what others have been sent, and is an operator's", async () => {
    const reversal = {
      ...{ purpose: 'reversal', scenario: 'baseline', year: 2026, note: 'Tilbage' },
      invoices: [numberOf('0219')],
    };
    expect((await previewed('copenhagen', '?municipality=0101', reversal)).status).toBe(403);
    expect((await previewed('operator', '?municipality=0101', reversal)).status).toBe(200);
  });

  it('of all is for an operator', async () => {
    const { json } = await previewed('operator', '');
    expect(new Set(json.summary.map(({ municipality }) => municipality)).size).toBe(98);
  });
});

describe('split plans', () => {
  it("are a municipality's own to read and to change", async () => {
    const copenhagen = await clientOf('copenhagen');
    const list = await copenhagen.send<{ items: { municipality: string; agreement: string }[] }>(
      'GET',
      '/v1/split-plans?limit=200',
    );
    expect(list.json.items.map(({ municipality }) => municipality)).toEqual(['0101']);
    const [plan] = list.json.items;
    const { id: _, stored: __, ...content } = { id: '', stored: {}, ...plan };
    const path = '/v1/split-plans/k98-example-0101-2025-01-01';
    const mine = await copenhagen.send(
      'PUT',
      path,
      { ...content, validTo: '2029-12-31' },
      { 'if-match': '"1"' },
    );
    expect(mine.status).toBe(200);
    const foreign = await copenhagen.send('POST', '/v1/split-plans', { ...content, municipality: '0219' });
    expect(foreign.status).toBe(403);
    const hillerod = await clientOf('hillerod');
    // Whoever may not read it is not told that it is there.
    expect((await hillerod.send('PUT', path, content, { 'if-match': '"2"' })).status).toBe(404);
  });
});
