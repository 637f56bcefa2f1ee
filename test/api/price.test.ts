import { describe, expect, it } from 'vitest';
import { priceAnswerSchema } from '../../api/answers/price-schema.ts';
import { catalogueOf } from '../../api/calculation/catalogue.ts';
import { pricedAnswers } from '../../api/calculation/priced-answers.ts';
import { loadData } from '../../api/load-data.ts';
import { hashOf } from '../../src/result-hash.ts';
import { verify } from '../../verify/verify.ts';
import { get, post, scenario } from './built-app.ts';

const agreement = (await get('/v1/agreements/k98-example')).json();

const CHANGED = scenario({
  years: { from: 2026, to: 2028 },
  changes: [
    { type: 'set-efficiency', year: 2026, rate: '0.0100' },
    {
      type: 'set-efficiency',
      year: 2027,
      amount: '2500000.00',
      solutions: ['aula'],
      components: ['operations'],
    },
    { type: 'set-reserved-share', share: '0.3000', solution: 'ky' },
    { type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: '0.5' },
    { type: 'add-solution', solution: 'flis', fromYear: 2028 },
    { type: 'set-key', solution: 'valg', key: { kind: 'equal' } },
  ],
});

describe('POST /v1/price', () => {
  it.each([
    ['without changes', scenario()],
    ['with changes of many kinds', CHANGED],
  ])(
    'answers a scenario %s as the contract says, and the independent checker accepts it',
    async (_what, priced) => {
      const answer = await post('/v1/price', { scenario: priced });
      expect(answer.status).toBe(200);
      const result = priceAnswerSchema.parse(answer.json());
      const report = verify({ agreement, scenario: priced, result });
      expect(report.findings).toEqual([]);
      expect(report.figuresChecked).toBeGreaterThan(1000);
    },
  );

  it('seals the answer: the hash of its canonical JSON without the seal', async () => {
    const { seal, ...rest } = priceAnswerSchema.parse(
      (await post('/v1/price', { scenario: CHANGED })).json(),
    );
    expect(seal).toBe(hashOf(rest));
  });

  it('gives the same bytes for the same hash, whether computed or remembered, in any language', async () => {
    const first = await post('/v1/price', { scenario: CHANGED }, { 'accept-language': 'en' });
    const again = await post('/v1/price', { scenario: CHANGED }, { 'accept-language': 'da' });
    const fresh = pricedAnswers()(CHANGED as never, catalogueOf(await loadData()));
    expect(again.text).toBe(first.text);
    expect(fresh.ok && fresh.value.bytes.toString()).toBe(first.text);
  });

  it('says that it rests on example figures and on estimates', async () => {
    const { restsOnExampleFigures, notes } = priceAnswerSchema.parse(
      (await post('/v1/price', { scenario: scenario() })).json(),
    );
    expect(restsOnExampleFigures).toBe(true);
    expect(notes.map(({ code }) => code)).toEqual(['example_figures', 'index_estimates']);
  });

  it('carries sums that are larger than any amount that may be sent, as flat rows too', async () => {
    const dear = {
      scenario: scenario({ changes: [{ type: 'set-base-price', amount: '9999999999999.99' }] }),
    };
    const answer = await post('/v1/price', dear);
    expect(priceAnswerSchema.parse(answer.json()).years[0]?.agreementPrice).toMatch(/^\d{14,}\.\d{2}$/);
    expect((await post('/v1/price?table=years', dear, { accept: 'text/csv' })).status).toBe(200);
  });
});
