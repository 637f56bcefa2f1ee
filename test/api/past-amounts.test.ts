import { describe, expect, it } from 'vitest';
import { XLSX } from '../../api/negotiation.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { builtApp, codesIn, get, post, problemIn } from './built-app.ts';

/** The example agreement published anew under an id of its own; its first version is "1.0". */
async function publishedAs(agreement: string): Promise<string> {
  const document = (await get('/v1/agreements/k98-example')).json() as AgreementDocument;
  expect((await post('/v1/agreements', { ...document, agreement, version: '1.0' })).status).toBe(201);
  return `/v1/agreements/${agreement}/past-amounts`;
}

async function put(
  url: string,
  query: Record<string, string>,
  payload: Buffer | string,
  { type = 'text/csv', seen = '"1"' } = {},
) {
  const parameters = new URLSearchParams({ year: '2025', source: 'Fakturaer 2025', ...query });
  const response = await builtApp.inject({
    method: 'PUT',
    url: `${url}?${parameters}`,
    payload,
    headers: { 'content-type': type, ...(seen !== '' && { 'if-match': seen }) },
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    json: () => response.json(),
  };
}

const table = (...rows: string[]) => ['municipality;solution;amount', ...rows].join('\r\n');
const TWO = table('101;aula;1.234.567,50', '0147;valg;0,00', '0101;valg;99,9 kr.');

describe('actual amounts as a file', () => {
  it('are published as a version of the agreement, with where they come from', async () => {
    const url = await publishedAs('past-published');
    const answer = await put(url, { version: '1.1', reason: 'Året er afsluttet' }, TWO);
    expect(answer.json()).toMatchObject({ agreement: 'past-published', version: '1.1', municipalities: 2 });
    const document = (await get('/v1/agreements/past-published')).json() as AgreementDocument;
    expect(document).toMatchObject({
      version: '1.1',
      pastAmounts: [
        {
          year: 2025,
          municipalities: [
            {
              municipality: '0101',
              solutions: [
                { solution: 'aula', amount: '1234567.50' },
                { solution: 'valg', amount: '99.90' },
              ],
            },
            { municipality: '0147', solutions: [{ solution: 'valg', amount: '0.00' }] },
          ],
          provenance: { kind: 'published', source: 'Fakturaer 2025' },
        },
      ],
    });
  });

  it.each([['text/csv'], [XLSX]])('%s: what is exported and sent back is the same', async (type) => {
    const url = await publishedAs(`past-again-${type === XLSX ? 'xlsx' : 'csv'}`);
    await put(url, { version: '1.1' }, TWO);
    const before = (await get(`${url}?year=2025`)).json();
    const exported = await builtApp.inject({
      method: 'GET',
      url: `${url}?year=2025`,
      headers: { accept: type },
    });
    expect(exported.headers.etag).toBe('"2"');
    const again = await put(url, { version: '1.2' }, exported.rawPayload, { type, seen: '"2"' });
    expect(again.status).toBe(200);
    expect((await get(`${url}?year=2025`)).json()).toEqual(before);
    // Without rows the year is not known any more.
    expect((await put(url, { version: '1.3' }, table(), { seen: '"3"' })).status).toBe(200);
    expect((await get(`${url}?year=2025`)).json()).toMatchObject({ municipalities: [] });
    expect((await get(url.replace('/past-amounts', ''))).json()).not.toHaveProperty('pastAmounts');
  });

  it('are the year before in the report of a municipality, which says so', async () => {
    const url = await publishedAs('past-reported');
    await put(url, { version: '1.1' }, TWO);
    const scenario = { agreement: 'past-reported', years: { from: 2026, to: 2026 }, changes: [] };
    const kept = await post('/v1/scenarios', {
      ...{ id: 'past-reported', title: 'Hvad ændrer sig fra 2025?', scenario },
    });
    expect(kept.status).toBe(201);
    const report = await get('/v1/reports/municipality?scenario=past-reported&municipality=0101');
    // 1,234,567.50 + 99.90
    expect(report.json()).toMatchObject({
      years: [{ year: 2026, sinceYearBefore: { basis: 'actual', before: '1234667.40' } }],
    });
  });

  it('are refused row by row, and then nothing is changed', async () => {
    const url = await publishedAs('past-refused');
    const rows = ['0999;aula;1,00', '0101;alua;1,00', '0101;valg;-1,00', '0101;flis;x'];
    const first = await put(url, { version: '1.1' }, table(...rows));
    expect(first.status).toBe(422);
    expect(problemIn(first).errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/rows/5/amount', 'cell_not_number'],
    ]);
    const second = await put(url, { version: '1.1' }, table(...rows.slice(0, 3)));
    expect(problemIn(second).errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/rows/4/amount', 'money_negative'],
    ]);
    const third = await put(url, { version: '1.1' }, table(...rows.slice(0, 2), '101;valg;1', '0101;valg;1'));
    expect(problemIn(third).errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/rows/2/municipality', 'unknown_municipality'],
      ['/rows/3/solution', 'unknown_solution'],
      ['/rows/5', 'row_repeated'],
    ]);
    expect((await get('/v1/agreements/past-refused')).json()).toMatchObject({ version: '1.0' });
  });

  it.each<[string, Record<string, string>, string, number, string]>([
    ['without the version that was seen', {}, '', 428, 'if_match_missing'],
    ['on a version that is not the newest', {}, '"7"', 412, 'version_conflict'],
    ['of a year that no price looks back at', { year: '2023' }, '"1"', 400, 'past_year_unused'],
    ['under the label of the version before', { version: '1.0' }, '"1"', 400, 'version_label_used'],
  ])('are refused %s', async (what, query, seen, status, code) => {
    const url = await publishedAs(`past-${what.replaceAll(' ', '-')}`);
    const answer = await put(url, { version: '1.1', ...query }, TWO, { seen });
    expect([answer.status, ...codesIn(answer)]).toEqual([status, code]);
  });
});
