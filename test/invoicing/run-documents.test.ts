import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_FORMATS } from '../../documents/formats.ts';
import { oreSum } from './run-client.ts';
import { app, client } from './small-service.ts';

const { computed } = await client.issued('first', { agreement: 'small', year: 2026, instalment: 1 });
const heads = await client.invoices();

async function documents(accept: string, query = '') {
  const response = await app.inject({ url: `/v1/invoice-runs/first/documents${query}`, headers: { accept } });
  expect(response.statusCode).toBe(200);
  return response;
}

describe('the documents of an issued run', () => {
  it('come as a zip: for each invoice the bytes of every format, in folders', async () => {
    const { rawPayload, headers } = await documents('application/zip');
    expect(headers['content-disposition']).toBe('attachment; filename="first.zip"');
    const files = unzipSync(rawPayload);
    const expected = heads.flatMap(({ number }) => [
      `json/${number}.json`,
      ...DOCUMENT_FORMATS.map(({ format, fileEnding }) => `${format}/${number}.${fileEnding}`),
    ]);
    expect(Object.keys(files)).toEqual(expected);
    for (const { number } of heads) {
      expect(Buffer.from(files[`json/${number}.json`] ?? '')).toEqual(
        await client.document(number, 'application/json'),
      );
      for (const { format, fileEnding, mediaType } of DOCUMENT_FORMATS)
        expect(Buffer.from(files[`${format}/${number}.${fileEnding}`] ?? '')).toEqual(
          await client.document(number, mediaType, `?format=${format}`),
        );
    }
  });

  it('may be asked for in one format', async () => {
    const files = unzipSync((await documents('application/zip', '?format=pdf')).rawPayload);
    expect(new Set(Object.keys(files).map((name) => name.split('/')[0]))).toEqual(new Set(['json', 'pdf']));
  });

  it('come as JSON, and as tables that sum to the run', async () => {
    const json = (await documents('application/json')).json<{ invoices: { number: string }[] }>();
    expect(json.invoices.map(({ number }) => number)).toEqual(heads.map(({ number }) => number));
    const csv = await documents('text/csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    const amounts = csv.body
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(';').at(-1)?.replace(',', '.') ?? '');
    expect(oreSum(amounts)).toBe(oreSum([computed.totals.net]));
    const xlsx = await documents('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(Object.keys(unzipSync(xlsx.rawPayload))).toContain('xl/worksheets/sheet2.xml');
  });

  it('are not there before it is issued', async () => {
    await client.draft('second', { agreement: 'small', year: 2026, instalment: 2 });
    const answer = await client.send<{ errors: { code: string }[] }>(
      'GET',
      '/v1/invoice-runs/second/documents',
    );
    expect([answer.status, answer.json.errors[0]?.code]).toEqual([409, 'run_not_issued']);
  });
});
