import { describe, expect, it } from 'vitest';
import { compareAnswerSchema } from '../../api/answers/compare-schema.ts';
import type { PriceAnswer } from '../../api/answers/price-answer.ts';
import { post, scenario } from './built-app.ts';

const cheaper = scenario({ changes: [{ type: 'set-efficiency', year: 2026, rate: '0.02' }] });
const smaller = scenario({
  changes: [
    { type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: '0' },
    { type: 'remove-solution', solution: 'sygesikring', fromYear: 2027 },
  ],
});

const ore = (kroner: string | undefined) => BigInt((kroner ?? '').replace('.', ''));

describe('POST /v1/compare', () => {
  it('answers what the prices themselves say, with the hash of each', async () => {
    const asked = { baseline: scenario(), scenarios: [cheaper, 'test-base', smaller] };
    const answer = compareAnswerSchema.parse((await post('/v1/compare', asked)).json());
    expect(answer.years).toEqual([2026, 2027]);
    expect(answer.scenarios.map(({ scenario }) => scenario)).toEqual([
      '/scenarios/0',
      'test-base',
      '/scenarios/2',
    ]);
    const baseline = (await post('/v1/price', { scenario: scenario() })).json() as PriceAnswer;
    expect(answer.baseline).toEqual({ scenario: '/baseline', hash: baseline.hash });
    const priced = (await post('/v1/price', { scenario: cheaper })).json() as PriceAnswer;
    expect(answer.scenarios[0]?.hash).toBe(priced.hash);
    for (const [place, year] of (answer.scenarios[0]?.years ?? []).entries()) {
      const before = baseline.years[place];
      const after = priced.years[place];
      expect(year.agreementPrice).toMatchObject({
        baseline: before?.agreementPrice,
        scenario: after?.agreementPrice,
      });
      expect(year.municipalities.map(({ amount }) => amount.scenario)).toEqual(
        after?.municipalities.map(({ amount }) => amount),
      );
    }
  });

  it('every waterfall and every group of payers adds up to the difference in price', async () => {
    const asked = { baseline: scenario(), scenarios: [cheaper, smaller] };
    const { scenarios } = compareAnswerSchema.parse((await post('/v1/compare', asked)).json());
    for (const { agreementPrice, waterfall, winnersAndLosers } of scenarios.flatMap(({ years }) => years)) {
      const difference = ore(agreementPrice.difference);
      const { bands, leaving, entering } = winnersAndLosers;
      const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + ore(amount), 0n);
      expect(sum(waterfall.steps.map(({ amount }) => amount))).toBe(difference);
      expect(sum([...bands, leaving, entering].map((group) => group.difference))).toBe(difference);
    }
  });
});

describe('POST /v1/scenarios/rebase', () => {
  const own = scenario({
    basedOn: 'test-base',
    changes: [{ type: 'set-reserved-share', solution: 'ky', share: '0.3' }],
  });

  it('reports what the layers set differently, the rebased scenario without a name', async () => {
    const answer = await post('/v1/scenarios/rebase', { scenario: own, onto: 'test-upon-base' });
    expect(answer.json()).toEqual({
      scenario: { ...own, basedOn: 'test-upon-base' },
      conflicts: [
        {
          target: 'reservedShare/ky',
          settings: [
            { scenario: null, value: '0.3' },
            { scenario: 'test-base', value: '0.4' },
            { scenario: 'test-upon-base', value: '0.2' },
          ],
        },
      ],
    });
  });

  it('there and back again gives the same price, byte for byte', async () => {
    const away = (await post('/v1/scenarios/rebase', { scenario: own, onto: null })).json() as {
      scenario: object;
    };
    expect(away.scenario).not.toHaveProperty('basedOn');
    const back = (
      await post('/v1/scenarios/rebase', { scenario: away.scenario, onto: 'test-base' })
    ).json() as { scenario: object };
    const [first, again] = [
      await post('/v1/price', { scenario: own }),
      await post('/v1/price', { scenario: back.scenario }),
    ];
    expect(again.text).toBe(first.text);
  });
});
