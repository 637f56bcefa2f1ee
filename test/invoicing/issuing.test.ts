import { beforeAll, describe, expect, it } from 'vitest';
import { app, client } from './small-service.ts';

const FIRST = { agreement: 'small', year: 2026, instalment: 1 };

describe('issuing', () => {
  beforeAll(() => client.issued('begun', { agreement: 'small', year: 2027, instalment: 1 }));
  const run = { agreement: 'small', year: 2028, instalment: 1, frequency: 'quarterly' };

  it('once more with the same key gives the same answer and issues nothing', async () => {
    const { json } = await client.draft('repeated', run);
    const acknowledgements = json.computed.differences.map(({ municipality }) => ({
      municipality,
      reason: 'Kvartal',
    }));
    const once = await client.issue('repeated', 1, { acknowledgements }, 'a-key');
    const again = await client.issue('repeated', 1, { acknowledgements }, 'a-key');
    expect([once.status, again.status, again.text]).toEqual([200, 200, once.text]);
    expect(await client.invoices('year=2028')).toHaveLength(once.json.computed.invoices);
    const otherwise = await client.issue('repeated', 1, {}, 'a-key');
    expect([otherwise.status, otherwise.json.errors?.[0]?.code]).toEqual([409, 'idempotency_key_reused']);
    const another = await client.issue('repeated', 2, { acknowledgements }, 'another-key');
    expect([another.status, another.json.errors?.[0]?.code]).toEqual([409, 'run_not_draft']);
  });

  it('stops at large differences to the last run until each is acknowledged with a reason', async () => {
    // The last run was a quarter of 2028; half of 2029 is twice as much.
    const { json } = await client.draft('doubled', { agreement: 'small', year: 2029, instalment: 1 });
    expect(json.computed.comparedWith).toBe('invoice-runs/repeated');
    const stopped = json.computed.differences
      .filter(({ stops }) => stops)
      .map(({ municipality }) => municipality);
    expect(stopped).toEqual(['0101', '0851']);
    const refused = await client.issue('doubled', 1);
    expect(refused.status).toBe(422);
    expect(refused.json.errors?.map(({ code }) => code)).toEqual(
      stopped.map(() => 'difference_not_acknowledged'),
    );
    const acknowledgements = stopped.map((municipality) => ({
      municipality,
      reason: municipality === '0101' ? '' : 'Halvt år',
    }));
    const wordless = await client.issue('doubled', 1, { acknowledgements });
    expect(wordless.json.errors).toMatchObject([
      { code: 'acknowledgement_without_reason', pointer: '/acknowledgements/0/reason' },
    ]);
    const reasons = stopped.map((municipality) => ({
      municipality,
      reason: 'Halvt år i stedet for kvartal',
    }));
    const issued = await client.issue('doubled', 1, { acknowledgements: reasons });
    expect(issued.json.issued?.acknowledgements).toEqual(reasons);
  });

  it('is refused for a draft that others have overtaken, until it is kept again', async () => {
    const request = { agreement: 'small', year: 2028, instalment: 2, frequency: 'quarterly' };
    await client.draft('overtaken', request);
    await client.issued('faster', { ...request, instalment: 3 });
    const late = await client.issue('overtaken', 1, {}, 'late');
    expect([late.status, late.json.errors?.[0]?.code]).toEqual([409, 'draft_outdated']);
    const kept = await client.send('PUT', '/v1/invoice-runs/overtaken', request, { 'if-match': '"1"' });
    expect(kept.status).toBe(200);
    expect((await client.issue('overtaken', 2)).status).toBe(200);
  });

  it('ties a year to one frequency, and happens once for each instalment', async () => {
    const again = await client.draft('once-more', { agreement: 'small', year: 2027, instalment: 1 });
    expect(again.json.errors).toMatchObject([{ pointer: '/instalment', code: 'instalment_already_issued' }]);
    const monthly = await client.draft('monthly', {
      agreement: 'small',
      year: 2027,
      frequency: 'monthly',
      instalment: 3,
    });
    expect(monthly.json.errors).toMatchObject([{ pointer: '/frequency', code: 'frequency_differs' }]);
  });

  it('needs the version that was seen, and leaves the run as it was when it is refused', async () => {
    await client.draft('versioned', { ...run, instalment: 4 });
    const blind = await client.send('POST', '/v1/invoice-runs/versioned/issue', {});
    expect(blind.status).toBe(428);
    expect((await client.issue('versioned', 7)).status).toBe(412);
    const { json } = await client.send<{ stored: object }>('GET', '/v1/invoice-runs/versioned');
    expect(json.stored).toMatchObject({ state: 'draft', version: 1 });
    const removed = await app.inject({
      method: 'DELETE',
      url: '/v1/invoice-runs/versioned',
      headers: { 'if-match': '"1"' },
    });
    expect(removed.statusCode).toBe(204);
  });

  it('numbers from 1 in a series of its own when one is asked for', async () => {
    await client.issued('own-series', { agreement: 'small', year: 2027, instalment: 2, series: '77' });
    const numbers = (await client.invoices('run=own-series')).map(({ number }) => number);
    expect(numbers).toEqual(['77000001', '77000002']);
  });
});

describe('a run is refused', () => {
  it.each([
    ['without agreement and scenario', { year: 2026, instalment: 1 }, ' agreement_or_scenario'],
    ['with both', { ...FIRST, scenario: 'any' }, ' agreement_or_scenario'],
    ['without its instalment', { agreement: 'small', year: 2026 }, '/instalment field_missing'],
    ['with a note that no document would show', { ...FIRST, note: 'Hej' }, '/note field_of_other_purpose'],
    [
      'as a correction without a note',
      { purpose: 'correction', agreement: 'small', year: 2026 },
      '/note field_missing',
    ],
    [
      'of an unknown scenario',
      { scenario: 'nowhere', year: 2026, instalment: 1 },
      '/scenario scenario_unknown',
    ],
    [
      'of an unknown agreement',
      { agreement: 'nowhere', year: 2026, instalment: 1 },
      '/agreement agreement_unknown',
    ],
    ['of a year without an index', { ...FIRST, year: 2031 }, '/year index_missing'],
    ['of a third half of a year', { ...FIRST, year: 2027, instalment: 3 }, '/instalment instalment_unknown'],
    [
      'for an unknown invoice',
      { purpose: 'reversal', agreement: 'small', year: 2026, invoices: ['1'], note: 'Fejl' },
      '/invoices/0 invoice_not_in_year',
    ],
    ['with a series that is not digits', { ...FIRST, series: 'A' }, '/series series_form'],
  ])('%s', async (_, request, place) => {
    const { json } = await client.send<{ errors: { pointer: string; code: string }[] }>(
      'POST',
      '/v1/invoice-runs/preview',
      request,
    );
    expect(json.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([place]);
  });

  it('that would be due before it is issued', async () => {
    const { json } = await client.send<{ errors: object[] }>('POST', '/v1/invoice-runs/preview', {
      agreement: 'small',
      year: 2026,
      instalment: 1,
      dueDate: '2025-12-31',
    });
    expect(json.errors).toMatchObject([{ pointer: '/dueDate', code: 'due_before_issue' }]);
  });
});

describe('a preview', () => {
  it('keeps nothing, and shows the invoices of a municipality in full', async () => {
    const before = await client.invoices();
    const { json } = await client.send<{ summary: object[]; drafts: { payer: object }[]; dueDate: string }>(
      'POST',
      '/v1/invoice-runs/preview?municipality=0851',
      { agreement: 'small', year: 2029, instalment: 2, dueDate: '2027-05-15' },
    );
    // Saturday 15 May 2027; Monday is Whit Monday.
    expect(json.dueDate).toBe('2027-05-18');
    expect(json.drafts).toHaveLength(2);
    for (const { payer } of json.drafts) expect(payer).toMatchObject({ municipality: '0851' });
    expect(await client.invoices()).toEqual(before);
    const runs = await client.send<{ items: object[] }>('GET', '/v1/invoice-runs?state=draft');
    expect(runs.json.items).toEqual([]);
  });
});
