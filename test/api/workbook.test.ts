import { describe, expect, it } from 'vitest';
import { recomputed } from '../documents/recomputed.ts';
import { builtApp, post } from './built-app.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('GET /v1/scenarios/{id}/workbook', () => {
  it('is an XLSX file whose formulas give what POST /v1/price answers', async () => {
    const answer = await builtApp.inject('/v1/scenarios/baseline/workbook');
    expect(answer.headers).toMatchObject({
      'content-type': XLSX,
      'content-disposition': 'attachment; filename="baseline.xlsx"',
    });
    const { years } = (await post('/v1/price', { scenarioId: 'baseline' })).json() as {
      years: {
        year: number;
        agreementPrice: string;
        municipalities: { municipality: string; amount: string }[];
      }[];
    };
    const book = recomputed(answer.rawPayload);
    for (const { year, agreementPrice, municipalities } of years) {
      const price = book.values(`Priser ${year}`).find(([title]) => title === 'Aftalens pris')?.[1];
      expect(Number(price).toFixed(2)).toBe(agreementPrice);
      const paid = new Map(
        book.values(`Fordeling ${year}`).map((row) => [row[0], Number(row[3]).toFixed(2)]),
      );
      expect(municipalities.map(({ municipality }) => paid.get(municipality))).toEqual(
        municipalities.map(({ amount }) => amount),
      );
    }
  });

  it('is not there for a scenario that is not', async () => {
    const answer = await builtApp.inject('/v1/scenarios/nowhere/workbook');
    expect([answer.statusCode, answer.json().errors[0].code]).toEqual([404, 'scenario_unknown']);
  });
});
