import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { post, scenario } from './built-app.ts';

const CSV = { accept: 'text/csv' };

/** Reads as Danish Excel does: decimal comma, and what looks like a number is one. */
function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { bom: true, delimiter: ';', recordDelimiter: '\r\n', columns: true });
}

function oreOf(cell: string | undefined): bigint {
  expect(cell).toMatch(/^-?\d+,\d{2}$/);
  return BigInt((cell ?? '').replace(',', ''));
}

describe('POST /v1/price as text/csv', () => {
  const body = { scenario: scenario() };

  it.each(['shares', 'municipalities', 'components', 'solutions', 'years'])(
    'the table "%s" sums to the agreement price of each year',
    async (table) => {
      const answer = await post(`/v1/price?table=${table}`, body, CSV);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8; header=present',
        vary: 'accept',
      });
      const priced = (await post('/v1/price', body)).json() as {
        years: { year: number; agreementPrice: string }[];
      };
      const amount = { solutions: 'price', years: 'agreementPrice' }[table] ?? 'amount';
      const rows = rowsOf(answer.text);
      for (const { year, agreementPrice } of priced.years) {
        const ofYear = rows.filter((row) => row.year === String(year));
        const sum = ofYear.reduce((total, row) => total + oreOf(row[amount]), 0n);
        expect(sum).toBe(BigInt(agreementPrice.replace('.', '')));
      }
    },
  );

  it('has one row for each year, municipality and solution, with the name of the municipality', async () => {
    const rows = rowsOf((await post('/v1/price', body, CSV)).text);
    expect(rows).toHaveLength(2 * 98 * 13);
    expect(rows[0]).toMatchObject({ year: '2026', municipality: '0101', name: 'København' });
  });

  it('is refused as JSON problems are', async () => {
    const answer = await post('/v1/price', {}, CSV);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});

describe('POST /v1/splits as text/csv', () => {
  it('has one row for each cell, and text that could be a formula does no harm', async () => {
    const column = { id: '=cmd()', amount: '-10.01', weights: { '-1': '1', b: '1' } };
    const { text } = await post('/v1/splits', { columns: [column] }, CSV);
    expect(rowsOf(text)).toEqual([
      { row: "'-1", column: "'=cmd()", amount: '-5,01' },
      { row: 'b', column: "'=cmd()", amount: '-5,00' },
    ]);
  });
});

describe('POST /v1/compare as text/csv', () => {
  const cheaper = scenario({ changes: [{ type: 'set-efficiency', year: 2026, rate: '0.02' }] });
  const body = { baseline: scenario(), scenarios: [cheaper] };

  it.each([
    ['municipalities', 98],
    ['solutions', 13 * 7],
    ['years', 7],
  ])(
    'the table "%s" has a row for each scenario, year and item, with amounts below zero as numbers',
    async (table, count) => {
      const rows = rowsOf((await post(`/v1/compare?table=${table}`, body, CSV)).text);
      expect(rows).toHaveLength(2 * count);
      expect(rows[0]).toMatchObject({ scenario: '/scenarios/0', year: '2026' });
      for (const { baseline, scenarioAmount, difference } of rows)
        expect(oreOf(difference)).toBe(oreOf(scenarioAmount) - oreOf(baseline));
      expect(rows.some(({ difference }) => difference?.startsWith('-'))).toBe(true);
    },
  );
});
