import { describe, expect, it } from 'vitest';
import { oreSum } from './run-client.ts';
import { smallAgreement } from './small-app.ts';
import { client } from './small-service.ts';

interface Row {
  readonly annual: string;
  readonly issued: string;
  readonly corrected: string;
  readonly remaining: string;
}
interface StatementAnswer {
  readonly agreementPrice: string;
  readonly price: string;
  readonly solutions: readonly (Row & { solution: string })[];
  readonly total: Row;
  readonly payable: string;
  readonly due: readonly { readonly payable: string }[];
  readonly invoices: readonly { readonly number: string; readonly payable: string }[];
}

interface LineLineage {
  readonly amount: string;
  readonly price: readonly { readonly amount: string }[];
  readonly use: readonly { readonly amount: string }[];
}

async function statement(municipality: string): Promise<StatementAnswer> {
  const url = `/v1/statements?agreement=small&year=2026&municipality=${municipality}`;
  return (await client.send<StatementAnswer>('GET', url)).json;
}

/** 0101 and 0851 pay all of the agreement. */
const MUNICIPALITIES = ['0101', '0851'];

function tied({ annual, issued, corrected, remaining }: Row): void {
  expect(oreSum([issued, corrected, remaining])).toBe(oreSum([annual]));
}

describe('the statement of a municipality', () => {
  it('ties what is issued, corrected and still to come to the price of the agreement, to the øre', async () => {
    await client.issued('first', { agreement: 'small', year: 2026, instalment: 1 });
    const corrected = smallAgreement();
    const solutions = corrected.solutions.map((one) => ({ ...one, key: { kind: 'equal' as const } }));
    await client.send(
      'PUT',
      '/v1/agreements/small',
      { ...corrected, version: '2', solutions },
      { 'if-match': '"1"' },
    );
    await client.issued('corrected', {
      purpose: 'correction',
      agreement: 'small',
      year: 2026,
      note: 'Ny nøgle',
    });

    const statements = await Promise.all(MUNICIPALITIES.map(statement));
    for (const { total, solutions: rows, payable, due, invoices } of statements) {
      for (const row of [total, ...rows]) tied(row);
      for (const part of ['annual', 'issued', 'corrected', 'remaining'] as const)
        expect(oreSum(rows.map((row) => row[part]))).toBe(oreSum([total[part]]));
      expect(total.corrected).not.toBe('0.00');
      expect(oreSum(invoices.map((invoice) => invoice.payable))).toBe(oreSum([payable]));
      expect(oreSum(due.map((day) => day.payable))).toBe(oreSum([payable]));
    }
    expect(oreSum(statements.map(({ total }) => total.annual))).toBe(
      oreSum(statements.slice(0, 1).map(({ agreementPrice }) => agreementPrice)),
    );

    await client.issued('second', { agreement: 'small', year: 2026, instalment: 2 });
    for (const municipality of MUNICIPALITIES)
      expect((await statement(municipality)).total.remaining).toBe('0.00');
  });

  it.each([
    ['of an unknown municipality', '/v1/statements?agreement=small&year=2026&municipality=0147', 404],
    ['of an unknown agreement', '/v1/statements?agreement=nix&year=2026&municipality=0101', 422],
    ['without an agreement', '/v1/statements?year=2026&municipality=0101', 400],
    ['of a year that cannot be priced', '/v1/statements?agreement=small&year=2040&municipality=0101', 422],
  ])('%s is refused', async (_, url, status) => {
    expect((await client.send('GET', url)).status).toBe(status);
  });
});

describe('the lineage of an issued invoice', () => {
  it('sums to its lines and names the vintages, also of a correction', async () => {
    const heads = await client.invoices();
    for (const { number, net } of heads) {
      const { json } = await client.send<{ lines: LineLineage[] }>('GET', `/v1/invoices/${number}/lineage`);
      expect(oreSum(json.lines.map(({ amount }) => amount))).toBe(oreSum([net]));
      for (const line of json.lines) {
        expect(oreSum(line.price.map(({ amount }) => amount))).toBe(oreSum([line.amount]));
        expect(oreSum(line.use.map(({ amount }) => amount))).toBe(oreSum([line.amount]));
      }
      expect(JSON.stringify(json)).toContain('"vintage":"2026-06-30"');
    }
  });
});
