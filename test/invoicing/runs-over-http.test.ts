import { describe, expect, it } from 'vitest';
import { verify } from '../../verify/verify.ts';
import { builtApp } from '../api/built-app.ts';
import { oreSum, runClient } from './run-client.ts';

const client = runClient(builtApp);

/** The price of the year as the scenario has it, in øre. */
async function priceOf(scenarioId: string, year: number): Promise<bigint> {
  const { json } = await client.send<{ years: { year: number; agreementPrice: string }[] }>(
    'POST',
    '/v1/price',
    { scenarioId },
  );
  return oreSum(json.years.filter((one) => one.year === year).map(({ agreementPrice }) => agreementPrice));
}

/** A scenario over 2026 and 2027 in which wages rise faster than the agreement has it. */
async function keepHighWages(id: string, combined: string): Promise<void> {
  const scenario = {
    agreement: 'k98-example',
    years: { from: 2026, to: 2027 },
    changes: [{ type: 'set-index', year: 2026, combined, wage: combined }],
  };
  await client.send('POST', '/v1/scenarios', { id, title: 'Nyt skøn', scenario });
}

const WHOLE_YEAR = { scenario: 'baseline', year: 2026, instalment: 1, frequency: 'annual' };

describe('a year of invoices', () => {
  it('from its first instalment to its correction and reversal comes to what is now computed, to the øre', async () => {
    const drafted = await client.draft('first', WHOLE_YEAR);
    expect(drafted.status).toBe(201);
    expect(drafted.json).toMatchObject({ computed: { invoices: 292 }, stored: { state: 'draft' } });
    for (const { expected, found } of drafted.json.computed.checks) expect(found).toBe(expected);
    // Nothing has been invoiced before, so there is nothing that a difference could be to.
    expect(drafted.json.computed).not.toHaveProperty('comparedWith');

    const first = await client.issue('first', 1);
    expect(first.json).toMatchObject({
      stored: { state: 'issued', version: 2 },
      issued: { first: '2026000001', last: '2026000292', issueDate: '2026-01-01', dueDate: '2026-02-02' },
    });
    expect(oreSum((await client.invoices()).map(({ net }) => net))).toBe(await priceOf('baseline', 2026));

    await keepHighWages('high-wages', '0.0500');
    const correction = {
      purpose: 'correction',
      scenario: 'high-wages',
      year: 2026,
      note: 'Nyt skøn for lønnen',
    };
    const corrected = await client.issued('corrected', correction);
    expect(corrected.issued?.first).toBe('2026000293');
    const issued = await client.invoices();
    expect(oreSum(issued.map(({ net }) => net))).toBe(await priceOf('high-wages', 2026));
    const deltas = issued.filter(({ run }) => run === 'corrected');
    expect(deltas.length).toBeGreaterThan(250);
    for (const { corrects, municipality } of deltas)
      expect(issued.find(({ number }) => number === corrects)?.municipality).toBe(municipality);

    const again = await client.draft('again', correction);
    expect([again.status, again.json.errors?.[0]?.code]).toEqual([422, 'run_empty']);

    const numbers = issued.slice(0, 3).map(({ number }) => number);
    const reversal = {
      purpose: 'reversal',
      agreement: 'k98-example',
      year: 2026,
      invoices: numbers,
      note: 'Sendt til en forkert modtager',
    };
    await client.issued('reversed', reversal);
    const taken = (await client.invoices('run=reversed')).map(({ net, corrects, kind }) => [
      net,
      corrects,
      kind,
    ]);
    expect(taken).toEqual(issued.slice(0, 3).map(({ net, number }) => [`-${net}`, number, 'credit-note']));
    const twice = await client.draft('twice', reversal);
    expect(twice.json.errors?.map(({ code, pointer }) => `${pointer} ${code}`)).toEqual(
      [0, 1, 2].map((place) => `/invoices/${place} invoice_reversed_already`),
    );
    // What was taken back is missing from what is computed, so a correction asks for it anew.
    await client.issued('asked-anew', correction);
    expect(oreSum((await client.invoices()).map(({ net }) => net))).toBe(await priceOf('high-wages', 2026));
  });

  it.each(['first', 'corrected', 'reversed', 'asked-anew'])(
    'is accepted by the independent checker: the run %s',
    async (run) => {
      const evidence = await client.send('GET', `/v1/invoice-runs/${run}/evidence`);
      expect(evidence.status).toBe(200);
      const report = verify(evidence.json);
      expect(report.findings).toEqual([]);
      expect(report.figuresChecked).toBeGreaterThan(1000);
    },
  );

  it('has numbers without a gap, in the order of issue', async () => {
    const numbers = (await client.invoices()).map(({ number }) => Number(number));
    expect(numbers).toEqual(numbers.map((_, place) => 2026000001 + place));
  });
});
