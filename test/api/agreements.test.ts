import { describe, expect, it } from 'vitest';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { change, codesIn, get, post } from './built-app.ts';

const shipped = async (): Promise<AgreementDocument> =>
  (await get('/v1/agreements/k98-example')).json() as AgreementDocument;
const named = async (agreement: string, differently: object = {}) => ({
  ...(await shipped()),
  agreement,
  ...differently,
});
const priceOf = async (agreement: string) => {
  const scenario = { agreement, years: { from: 2026, to: 2026 }, changes: [] };
  return (await post('/v1/price', { scenario })).json() as {
    hash: string;
    years: { agreementPrice: string }[];
  };
};
const correct = (document: AgreementDocument, version: number) =>
  change('PUT', `/v1/agreements/${document.agreement}?reason=correction`, `"${version}"`, document);

describe('publishing an agreement', () => {
  it('lets scenarios be about it at once', async () => {
    expect((await post('/v1/agreements', await named('k98-signed'))).status).toBe(201);
    const prices = [await priceOf('k98-signed'), await priceOf('k98-example')];
    expect(prices[0]?.years[0]?.agreementPrice).toBe(prices[1]?.years[0]?.agreementPrice);
    expect(prices[0]?.hash).not.toBe(prices[1]?.hash);
  });

  it('is done once for each idempotency key', async () => {
    const document = await named('k98-once');
    const header = { 'idempotency-key': 'publish-once' };
    const first = await post('/v1/agreements', document, header);
    const again = await post('/v1/agreements', document, header);
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    const other = await post('/v1/agreements', { ...document, version: '2.0' }, header);
    expect([other.status, ...codesIn(other)]).toEqual([409, 'idempotency_key_reused']);
  });

  it('is corrected by a new version; what was published stays as it was', async () => {
    const first = await named('k98-corrected');
    await post('/v1/agreements', first);
    const before = await priceOf('k98-corrected');
    const newest = first.index.filter(({ year }) => year === 2026).at(-1);
    if (newest === undefined) throw new Error('2026 has an index');
    const index = [...first.index, { ...newest, vintage: '2026-11-30', combined: '0.0500' }];
    expect((await correct({ ...first, version: '1.1', index }, 1)).status).toBe(200);
    expect((await priceOf('k98-corrected')).years[0]?.agreementPrice).not.toBe(
      before.years[0]?.agreementPrice,
    );
    const late = await correct({ ...first, version: '1.2' }, 1);
    expect([late.status, ...codesIn(late)]).toEqual([412, 'version_conflict']);
  });

  it.each<[string, (first: AgreementDocument) => Partial<AgreementDocument>, string]>([
    [
      'a published index vintage',
      ({ index }) => ({ index: index.map((entry) => ({ ...entry, combined: '0.0500' })) }),
      'vintage_altered',
    ],
    [
      'a line of the register of accessions',
      ({ accessions }) => ({
        ...(accessions && { accessions: { ...accessions, entries: accessions.entries.slice(0, -1) } }),
      }),
      'register_altered',
    ],
    [
      'a body otherwise than it is kept',
      ({ bodies }) => ({ bodies: bodies.map((body) => ({ ...body, areas: [] })) }),
      'body_altered',
    ],
  ])('is not corrected by altering %s', async (_, alter, code) => {
    const first = await shipped();
    const answer = await correct({ ...first, version: '1.1', ...alter(first) }, 1);
    expect([answer.status, codesIn(answer)[0]]).toEqual([422, code]);
  });

  it.each([
    ['that is there already', 'k98-example', {}, 409, 'id_taken'],
    ['that contradicts itself', 'k98-broken', { areas: [] }, 422, 'unknown_area'],
  ])('%s is refused', async (_, id, differently, status, code) => {
    const answer = await post('/v1/agreements', await named(id, differently));
    expect(answer.status).toBe(status);
    expect(codesIn(answer)).toContain(code);
  });

  it('under the label of the version before is refused', async () => {
    const document = await shipped();
    const answer = await correct(document, 1);
    expect([answer.status, ...codesIn(answer)]).toEqual([422, 'version_label_used']);
  });
});
