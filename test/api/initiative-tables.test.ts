import { describe, expect, it } from 'vitest';
import { XLSX } from '../../api/negotiation.ts';
import { builtApp, codesIn, get, post, problemIn } from './built-app.ts';

const url = '/v1/agreements/k98-example/initiatives';

async function exported(accept: string): Promise<Buffer> {
  const response = await builtApp.inject({ method: 'GET', url, headers: { accept } });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toContain(accept);
  return response.rawPayload;
}

async function imported(payload: Buffer | string, type = 'text/csv') {
  const response = await builtApp.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    json: () => response.json(),
  };
}

const header = 'id;title;area;target;priceLevel;cost.2026;cost.2027;dependsOn;shared';
const row = (id: string, title: string, rest = '100000,00;;;ja') =>
  `${id};${title};children-and-schools;aula;2026;${rest}`;
const table = (...rows: string[]) => [header, ...rows].join('\r\n');
const titleOf = async (id: string) =>
  ((await get(`/v1/initiatives/${id}`)).json() as { title?: string }).title;

describe('initiatives as a file', () => {
  it.each(['text/csv', XLSX])('%s: what is exported and sent back changes nothing', async (type) => {
    const before = (await get(url)).json() as { items: { id: string }[] };
    const answer = await imported(await exported(type), type);
    expect(answer.json()).toEqual({
      created: [],
      changed: [],
      unchanged: before.items.map(({ id }) => id),
    });
    expect((await get(url)).json()).toEqual(before);
  });

  it('keeps new ones, and a new version of those that say something else', async () => {
    const first = await imported(
      table(row('import-a', 'Første'), row('import-b', 'Anden', '5,00;;import-a;ja')),
    );
    expect(first.json()).toEqual({ created: ['import-a', 'import-b'], changed: [], unchanged: [] });
    const second = await imported(
      table(row('import-a', 'Omdøbt'), row('import-b', 'Anden', '5,00;;import-a;ja')),
    );
    expect(second.json()).toEqual({ created: [], changed: ['import-a'], unchanged: ['import-b'] });
    expect((await get('/v1/initiatives/import-a')).json()).toMatchObject({
      title: 'Omdøbt',
      shared: true,
      costs: [{ year: 2026, amount: '100000.00' }],
      stored: { version: 2, action: 'import' },
    });
  });

  it('keeps all rows or none', async () => {
    const answer = await imported(
      table(row('import-c', 'God'), row('import-d', 'Dårlig', '1,00;;missing;ja')),
    );
    expect(answer.status).toBe(422);
    expect(problemIn(answer).errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/rows/3/dependsOn unknown_initiative',
    ]);
    expect((await get('/v1/initiatives/import-c')).status).toBe(404);
  });

  it.each([
    ['an id that stands twice', [row('import-e', 'A'), row('import-e', 'B')], '/rows/3/id duplicate_value'],
    [
      'an unknown area',
      [row('import-f', 'A').replace('children-and-schools', 'none')],
      '/rows/2/area unknown_area',
    ],
    ['an amount that is none', [row('import-g', 'A', 'hundrede;;;ja')], '/rows/2/cost.2026 cell_not_number'],
    [
      'dependencies in a circle',
      [row('import-h', 'A', '1,00;;import-h;ja')],
      '/rows/2/dependsOn depends_in_circle',
    ],
    ['what is shipped', [row('shared-ai-assistant', 'Mit eget')], '/rows/2/id right_missing'],
  ])('is refused for %s, with row, column and remedy', async (_, rows, place) => {
    const answer = await imported(table(...rows));
    expect(problemIn(answer).errors.map(({ pointer, code }) => `${pointer} ${code}`)).toContain(place);
  });

  it('speaks Danish, and English where it is asked to', async () => {
    const send = (language: string) =>
      builtApp.inject({
        method: 'POST',
        url,
        payload: table(row('import-g', 'A', 'hundrede;;;ja')),
        headers: { 'content-type': 'text/csv', 'accept-language': language },
      });
    const [da, en] = await Promise.all([send('da'), send('en')]);
    expect(da.json().errors[0].message).toBe(
      '"hundrede" er ikke et tal. Skriv tallet som 1234,50 eller 1.234,50.',
    );
    expect(en.json().errors[0].message).toContain('"hundrede" is not a number.');
  });

  it.each([
    ['an empty file', '', 'text/csv', 422],
    ['a broken spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), XLSX, 422],
    ['JSON', '{}', 'application/json', 400],
    ['another type', 'x', 'application/pdf', 415],
  ])('is refused for %s', async (_, payload, type, status) => {
    expect((await imported(payload, type)).status).toBe(status);
  });

  it('is not found for an agreement that is not there', async () => {
    const answer = await get('/v1/agreements/none/initiatives');
    expect([answer.status, codesIn(answer)]).toEqual([404, ['agreement_unknown']]);
    expect(await titleOf('shared-ai-assistant')).toBe('Fælles AI-assistent til sagsbehandlere');
    expect((await post('/v1/agreements/none/initiatives', {})).status).toBe(404);
  });
});
