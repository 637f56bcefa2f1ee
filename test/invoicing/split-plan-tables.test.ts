import { describe, expect, it } from 'vitest';
import { builtApp, post, problemIn } from '../api/built-app.ts';

const TABLE = '/v1/split-plans/table?agreement=k98-example';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function exported(accept: string) {
  const response = await builtApp.inject({ url: TABLE, headers: { accept } });
  expect(response.statusCode).toBe(200);
  return { bytes: response.rawPayload, etag: String(response.headers.etag) };
}

async function imported(bytes: string | Buffer, etag: string, type = 'text/csv') {
  const response = await builtApp.inject({
    method: 'PUT',
    url: TABLE,
    headers: { 'content-type': type, 'if-match': etag },
    payload: bytes,
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    json: () => response.json(),
  };
}

/** The plans of all municipalities as JSON. */
async function plans(): Promise<Record<string, unknown>[]> {
  return (await builtApp.inject({ url: TABLE })).json().plans;
}

describe('the split plans of all 98 as one table', () => {
  it.each([['text/csv'], [XLSX]])('come back unchanged as %s', async (type) => {
    const { bytes, etag } = await exported(type);
    const answer = await imported(bytes, etag, type);
    expect(answer.json()).toEqual({ created: 0, changed: 0, unchanged: 98, deleted: 0 });
    expect((await exported(type)).etag).toBe(etag);
  });

  it('are changed where the table says otherwise, with history, and only for those it names', async () => {
    const { etag } = await exported('text/csv');
    const before = await plans();
    const header = 'municipality;validFrom;validTo;solution;recipient;gln;department';
    const unit = ';oekonomi;5798009883735;Økonomi';
    const rows = [`0151;01-01-2025;31-12-2026;${unit}`, `0151;01-01-2027;;${unit}`];
    const answer = await imported([header, ...rows].join('\r\n'), etag);
    expect(answer.json()).toEqual({ created: 1, changed: 1, unchanged: 0, deleted: 0 });
    const after = await plans();
    const others = (all: Record<string, unknown>[]) =>
      all.filter(({ municipality }) => municipality !== '0151');
    expect(others(after)).toEqual(others(before));
    const id = 'k98-example-0151-2025-01-01';
    const history = (await builtApp.inject({ url: `/v1/split-plans/${id}/versions` })).json();
    expect(history.items.map(({ stored }: { stored: { action: string } }) => stored.action)).toEqual([
      'ship',
      'import',
    ]);

    const again = await imported([header, rows[1]].join('\n'), (await exported('text/csv')).etag);
    expect(again.json()).toEqual({ created: 0, changed: 0, unchanged: 1, deleted: 1 });
    const back = await imported([header, rows[0]].join('\n'), (await exported('text/csv')).etag);
    expect(back.json()).toEqual({ created: 1, changed: 0, unchanged: 0, deleted: 1 });
    expect((await plans()).filter(({ municipality }) => municipality === '0151')).toHaveLength(1);
  });

  it('are taken as a whole or not at all, each error with its row, its column and a remedy', async () => {
    const { bytes, etag } = await exported('text/csv');
    const lines = bytes.toString().split('\r\n');
    const place = lines.findIndex((line) => line.includes(';aula;') && line.includes('0,08'));
    const broken = lines
      .with(place, lines[place]?.replace('0,08', '0,07') ?? '')
      .with(1, lines[1]?.replace('9520101', '9520102') ?? '');
    const answer = await imported(broken.join('\r\n'), etag);
    expect(answer.status).toBe(422);
    const { errors } = problemIn(answer);
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/rows/2/gln gln_check_digit']);
    const mended = broken.with(1, lines[1] ?? '');
    const rest = problemIn(await imported(mended.join('\r\n'), etag)).errors;
    // The first of the line's parts stands two rows above the one that was changed.
    expect(rest.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      `/rows/${place - 1}/share shares_leave_rest`,
    ]);
    expect(rest[0]?.message).toContain('aula');
    expect(rest[0]?.message).toContain('0.99');
    expect((await exported('text/csv')).etag).toBe(etag);
  });

  it.each([
    ['another state than was seen', '"1"', 'text/csv', 412],
    ['a text that is no table', undefined, 'text/plain', 415],
    ['JSON', undefined, 'application/json', 400],
  ])('are refused for %s', async (_, stale, type, status) => {
    const { bytes, etag } = await exported('text/csv');
    expect((await imported(bytes, stale ?? etag, type)).status).toBe(status);
  });
});

describe("one municipality's split plans as a table", () => {
  const own = `${TABLE}&municipality=0151`;
  const read = () => builtApp.inject({ url: own, headers: { accept: 'text/csv' } });
  const send = (payload: string, etag: string) =>
    builtApp.inject({
      method: 'PUT',
      url: own,
      payload,
      headers: { 'content-type': 'text/csv', 'if-match': etag },
    });

  it('are only its own, under a tag that changes with its own alone', async () => {
    const before = await read();
    const lines = before.body.trimEnd().split('\r\n');
    expect(lines.slice(1).map((line) => line.slice(0, 4))).toEqual(lines.slice(1).map(() => '0151'));
    const others = (await exported('text/csv')).etag;
    const other = await post('/v1/split-plans', {
      ...{ agreement: 'k98-example', municipality: '0155', validFrom: '2020-01-01', validTo: '2020-12-31' },
      ...{ defaultRecipient: 'finance', lines: [] },
      recipients: [{ recipient: 'finance', gln: '5798009883735', department: 'Økonomi' }],
    });
    expect(other.status).toBe(201);
    expect((await read()).headers.etag).toBe(before.headers.etag);
    expect((await exported('text/csv')).etag).not.toBe(others);
    const again = await send(before.body, String(before.headers.etag));
    expect(again.json()).toEqual({ created: 0, changed: 0, unchanged: 1, deleted: 0 });
  });

  it("take no other municipality's rows: each is refused, beside what else is wrong", async () => {
    const { body, headers } = await read();
    const [heading = '', first = ''] = body.trimEnd().split('\r\n');
    const stranger = first.replace('0151', '0153').replace(/\d{13}/, '9520000000000');
    const answer = await send([heading, first, stranger].join('\r\n'), String(headers.etag));
    expect(answer.statusCode).toBe(422);
    const { errors } = answer.json() as { errors: { pointer: string; code: string }[] };
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/rows/3/municipality row_of_another',
      '/rows/3/gln gln_check_digit',
    ]);
  });
});

describe('a split plan', () => {
  const recipient = { recipient: 'finance', gln: '5798009883735', department: 'Økonomi' };
  const plan = {
    agreement: 'k98-example',
    municipality: '0153',
    validFrom: '2026-07-01',
    defaultRecipient: 'finance',
    recipients: [recipient],
    lines: [],
  };

  it.each([
    ['that holds beside another of the municipality', {}, '/validFrom plans_overlap'],
    ['of an unknown agreement', { agreement: 'nowhere' }, '/agreement agreement_unknown'],
    ['of an unknown municipality', { municipality: '9999' }, '/municipality municipality_unknown'],
    [
      'that pays a line twice',
      {
        lines: [
          { solution: 'aula', recipient: 'finance' },
          { solution: 'aula', recipient: 'finance' },
        ],
      },
      '/lines/1 line_repeated',
    ],
    [
      'that leaves a part of a line to nobody',
      { lines: [{ solution: 'aula', parts: [{ part: 'skole', share: '0.9', recipient: 'finance' }] }] },
      '/lines/0/parts shares_leave_rest',
    ],
  ])('%s is refused', async (_, differently, place) => {
    const { errors } = problemIn(await post('/v1/split-plans', { ...plan, ...differently }));
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([place]);
  });
});
