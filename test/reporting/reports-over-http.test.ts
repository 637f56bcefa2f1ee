import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { municipalityReportAnswerSchema } from '../../api/answers/municipality-report-schema.ts';
import { poolAnswerSchema } from '../../api/answers/pool-schema.ts';
import { priceListAnswerSchema } from '../../api/answers/price-list-schema.ts';
import { MUNICIPALITY_TABLES } from '../../api/csv/municipality-tables.ts';
import { POOL_TABLES } from '../../api/csv/pool-tables.ts';
import { PRICE_LIST_TABLES } from '../../api/csv/price-list-tables.ts';
import { builtApp, get, post, problemIn } from '../api/built-app.ts';
import { clientOf, initiative } from '../governance/proposals-over-http.ts';

const CSV = { accept: 'text/csv' };
const PRICE_LIST = '/v1/reports/price-list?scenario=baseline';
const POOL = '/v1/reports/pool?scenario=baseline';

async function rowsOf(url: string): Promise<Record<string, string>[]> {
  const { status, text } = await get(url, CSV);
  expect(status).toBe(200);
  return parse(text, { bom: true, delimiter: ';', recordDelimiter: '\r\n', columns: true });
}

/** The whole øre of kroner, as JSON or as a Danish spreadsheet writes them. */
function ore(kroner: string | undefined): bigint {
  expect(kroner).toMatch(/^-?\d+[.,]\d{2}$/);
  return BigInt((kroner ?? '').replace(/[.,]/, ''));
}

function sum(amounts: readonly (string | undefined)[]): bigint {
  return amounts.reduce((total, amount) => total + ore(amount), 0n);
}

async function priceList(span = '') {
  return priceListAnswerSchema.parse((await get(`${PRICE_LIST}${span}`)).json());
}

async function pool(span = '') {
  return poolAnswerSchema.parse((await get(`${POOL}${span}`)).json());
}

describe('GET /v1/reports/municipality', () => {
  const LAESOE = '/v1/reports/municipality?scenario=baseline&municipality=0825';

  it('is what POST /v1/price says of the municipality, and begins with the change since the year before', async () => {
    const { years } = municipalityReportAnswerSchema.parse((await get(`${LAESOE}&to=2027`)).json());
    const list = await priceList('&from=2025&to=2027');
    const paid = list.years.map(({ municipalities }) =>
      municipalities.find(({ municipality }) => municipality === '0825'),
    );
    expect(years.map(({ year, amount }) => [year, amount])).toEqual([
      [2026, paid[1]?.amount],
      [2027, paid[2]?.amount],
    ]);
    expect(years.map(({ sinceYearBefore }) => sinceYearBefore?.before)).toEqual([
      paid[0]?.amount,
      paid[1]?.amount,
    ]);
  });

  it('sums over its solutions to its amount, the year before and the difference too', async () => {
    const { years } = municipalityReportAnswerSchema.parse((await get(LAESOE)).json());
    expect(years).toHaveLength(4);
    for (const { amount, sinceYearBefore, solutions } of years) {
      expect(sum(solutions.map((line) => line.amount))).toBe(ore(amount));
      expect(sum(solutions.map((line) => line.sinceYearBefore?.before))).toBe(ore(sinceYearBefore?.before));
      expect(sum(solutions.map((line) => line.sinceYearBefore?.difference))).toBe(
        ore(sinceYearBefore?.difference),
      );
    }
  });

  it('has no year before the base year', async () => {
    const { years } = municipalityReportAnswerSchema.parse((await get(`${LAESOE}&from=2025&to=2025`)).json());
    expect(years.map(({ year, sinceYearBefore }) => [year, sinceYearBefore])).toEqual([[2025, undefined]]);
  });

  it.each(MUNICIPALITY_TABLES)('the table "%s" sums to what it pays', async (table) => {
    const rows = await rowsOf(`${LAESOE}&to=2026&table=${table}`);
    const { years } = municipalityReportAnswerSchema.parse((await get(`${LAESOE}&to=2026`)).json());
    expect(sum(rows.map(({ amount }) => amount))).toBe(ore(years[0]?.amount));
    expect(rows[0]).toMatchObject({ year: '2026', municipality: '0825', name: 'Læsø' });
  });

  it.each([
    ['municipality=9999', 404, 'municipality_unknown'],
    ['municipality=laesoe', 400, 'municipality_code_form'],
    ['', 400, 'field_missing'],
  ])('refuses "%s"', async (query, status, code) => {
    const answer = await get(`/v1/reports/municipality?scenario=baseline&${query}`);
    expect(problemIn(answer)).toMatchObject({ status, errors: [{ code }] });
  });
});

describe('GET /v1/reports/price-list', () => {
  it('is of the same prices as POST /v1/price, under the same hash', async () => {
    const { hash, years } = await priceList('&from=2026&to=2027');
    const scenario = { agreement: 'k98-example', years: { from: 2026, to: 2027 }, changes: [] };
    const price = (await post('/v1/price', { scenario })).json() as {
      hash: string;
      years: { agreementPrice: string; municipalities: { amount: string; perCitizen: string }[] }[];
    };
    expect(hash).toBe(price.hash);
    expect(years.map((year) => year.price)).toEqual(price.years.map(({ agreementPrice }) => agreementPrice));
    expect(
      years.map(({ municipalities }) => municipalities.map(({ amount, perCitizen }) => [amount, perCitizen])),
    ).toEqual(
      price.years.map(({ municipalities }) =>
        municipalities.map(({ amount, perCitizen }) => [amount, perCitizen]),
      ),
    );
  });

  it.each([
    ['', [2026, 2027, 2028, 2029]],
    ['&from=2028', [2028, 2029]],
    ['&to=2026', [2026]],
    ['&from=2030', [2030]],
    ['&to=2025', [2025]],
  ])('covers the years asked for, and else those of the scenario: "%s"', async (span, years) => {
    expect((await priceList(span)).years.map(({ year }) => year)).toEqual(years);
  });

  it.each(['solutions', 'charges', 'municipalities', 'shares'])(
    'the table "%s" sums to the price of each year',
    async (table) => {
      const rows = await rowsOf(`${PRICE_LIST}&table=${table}`);
      for (const { year, price } of (await priceList()).years) {
        const ofYear = rows.filter((row) => row.year === String(year));
        expect(sum(ofYear.map((row) => row.amount ?? row.price))).toBe(ore(price));
      }
    },
  );

  it('tells how many units each municipality is counted with, with a decimal comma', async () => {
    const rows = await rowsOf(`${PRICE_LIST}&to=2026&table=units`);
    const pupils = rows.filter(({ solution, unit }) => solution === 'aula' && unit === 'pupils');
    expect(pupils).toHaveLength(98);
    expect(pupils[0]).toMatchObject({ municipality: '0101', name: 'København' });
    expect(pupils.reduce((total, { count }) => total + Number(count), 0)).toBe(531_300);
  });

  it.each(PRICE_LIST_TABLES)('has a table "%s"', async (table) => {
    expect((await rowsOf(`${PRICE_LIST}&to=2026&table=${table}`)).length).toBeGreaterThan(12);
  });
});

describe('GET /v1/reports/pool', () => {
  it('ties: came from = the pool of the year = committed + decided + free', async () => {
    for (const year of (await pool()).years) {
      expect(sum(year.origin.solutions.map(({ amount }) => amount))).toBe(ore(year.contributed));
      expect(sum(year.origin.municipalities.map(({ amount }) => amount))).toBe(ore(year.contributed));
      expect(ore(year.committed) + ore(year.decided) + ore(year.free)).toBe(ore(year.pool));
    }
  });

  it('shows what the board has decided, and that it is free again when the decision is superseded', async () => {
    const client = clientOf(builtApp);
    const beneficiaries = { kind: 'equal' };
    const benefit = { perYear: '500000.00' };
    await client.recommended('messages', [
      initiative('fewer-messages', '300000.00', { beneficiaries, benefit }),
    ]);
    const before = (await pool('&from=2027&to=2027')).years[0];
    await client.act('messages', 3, { action: 'approve', body: 'board' });
    const decided = await pool('&from=2027&to=2027');
    const [year] = decided.years;
    expect(year?.use.recipients).toEqual([
      {
        recipient: { account: 'initiative', initiative: 'fewer-messages' },
        title: 'Initiativet fewer-messages',
        area: 'children-and-schools',
        target: 'aula',
        amount: '300000.00',
        benefit: '500000.00',
        decisions: ['messages'],
      },
    ]);
    expect(ore(before?.free) - ore(year?.free)).toBe(30_000_000n);
    // 300,000.00 in 98 equal parts is 3,061.22 and 44 øre, 500,000.00 is 5,102.04 and 8 øre: Ringkøbing-Skjern's are among the floors.
    expect(year?.municipalities.find(({ municipality }) => municipality === '0760')).toMatchObject({
      received: '3061.22',
      benefit: '5102.04',
    });
    expect(sum((year?.municipalities ?? []).map(({ benefit: part }) => part))).toBe(50_000_000n);
    expect(year?.unattributed).toBe('0.00');

    await client.act('messages', 4, { action: 'supersede', body: 'board' });
    const after = await pool('&from=2027&to=2027');
    expect(after.years[0]?.free).toBe(before?.free);
    expect(new Set([decided.hash, after.hash, (await priceList('&from=2027&to=2027')).hash]).size).toBe(3);
  });

  it.each([
    ['years', 'contributed', (year: { contributed: string }) => year.contributed],
    ['solutions', 'free', (year: { free: string }) => year.free],
    ['contributors', 'amount', (year: { contributed: string }) => year.contributed],
    ['contributions', 'amount', (year: { contributed: string }) => year.contributed],
    ['municipalities', 'contributed', (year: { contributed: string }) => year.contributed],
    ['recipients', 'amount', (year: { decided: string }) => year.decided],
    ['areas', 'amount', (year: { decided: string }) => year.decided],
  ] as const)('the table "%s" sums in "%s" to what the year says', async (table, column, total) => {
    const rows = await rowsOf(`${POOL}&table=${table}`);
    for (const year of (await pool()).years) {
      const ofYear = rows.filter((row) => row.year === String(year.year));
      expect(sum(ofYear.map((row) => row[column]))).toBe(ore(total(year as never)));
    }
  });

  it('has a case above for each of its tables', () => {
    expect(POOL_TABLES).toEqual([
      'years',
      'solutions',
      'municipalities',
      'contributors',
      'contributions',
      'recipients',
      'areas',
    ]);
  });
});

describe.each(['price-list', 'pool'])('GET /v1/reports/%s', (report) => {
  it.each([
    ['', 400, 'field_missing', 'scenario'],
    ['scenario=Baseline', 400, 'id_form', 'scenario'],
    ['scenario=baseline&from=1999', 400, 'year_form', 'from'],
    ['scenario=baseline&from=2027&to=2026', 400, 'years_reversed', 'to'],
    ['scenario=baseline&to=2056', 400, 'years_too_many', 'to'],
    ['scenario=baseline&table=nothing', 400, 'value_not_allowed', 'table'],
    ['scenario=baseline&agreement=other', 400, 'field_unknown', 'agreement'],
    ['scenario=unheard-of', 404, 'scenario_unknown', undefined],
    ['scenario=baseline&from=2099', 422, 'index_missing', undefined],
    ['scenario=test-circle-one', 422, 'based_on_cycle', undefined],
  ])('with "?%s" is refused', async (query, status, code, parameter) => {
    const answer = await get(`/v1/reports/${report}?${query}`);
    expect(answer.status).toBe(status);
    expect(problemIn(answer).errors[0]).toMatchObject({ code, pointer: '', ...(parameter && { parameter }) });
  });
});
