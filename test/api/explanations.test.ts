import { describe, expect, it } from 'vitest';
import { explanationAnswerSchema } from '../../api/answers/explanation-schema.ts';
import type { PriceAnswer } from '../../api/answers/price-answer.ts';
import { post, scenario } from './built-app.ts';

const CHANGED = scenario({
  changes: [
    { type: 'set-efficiency', year: 2026, rate: '0.0100' },
    { type: 'set-efficiency', year: 2027, amount: '2500000.00', solutions: ['aula'] },
    { type: 'withdraw', municipality: '0151', lastYear: 2026, fixedShare: '0.25' },
  ],
});

describe('POST /v1/explanations', () => {
  it('ends at exactly the figure of the price answer, for every name a figure has', async () => {
    const priced = (await post('/v1/price', { scenario: CHANGED })).json() as PriceAnswer;
    const year = priced.years[1];
    const solution = year?.solutions[0];
    const municipality = year?.municipalities[0];
    const AT = { year: 2027 };
    const asked = [
      ...(
        [
          'basePriceSum',
          'indexation',
          'efficiency',
          'membership',
          'agreementPrice',
          'baseBudget',
          'pool',
        ] as const
      ).map((figure) => ({ figure: { ...AT, figure }, expected: year?.[figure] })),
      ...(
        ['basePrice', 'indexation', 'efficiency', 'membership', 'price', 'baseBudget', 'pool'] as const
      ).map((figure) => ({
        figure: { ...AT, figure, solution: solution?.solution },
        expected: solution?.[figure],
      })),
      {
        figure: {
          ...AT,
          figure: 'amount',
          solution: solution?.solution,
          component: solution?.components[0]?.component,
        },
        expected: solution?.components[0]?.amount,
      },
      ...(['amount', 'perCitizen'] as const).map((figure) => ({
        figure: { ...AT, figure, municipality: municipality?.municipality },
        expected: municipality?.[figure],
      })),
      {
        figure: {
          ...AT,
          figure: 'amount',
          municipality: municipality?.municipality,
          solution: municipality?.solutions[0]?.solution,
        },
        expected: municipality?.solutions[0]?.amount,
      },
    ];
    for (const { figure, expected } of asked) {
      const answer = explanationAnswerSchema.parse(
        (await post('/v1/explanations', { scenario: CHANGED, figure })).json(),
      );
      expect(answer).toMatchObject({ hash: priced.hash, figure, value: expected });
      const ends = answer.steps.map(({ valueOut }) => valueOut);
      expect(answer.steps.slice(1).map(({ valueIn }) => valueIn)).toEqual(ends.slice(0, -1));
      expect(ends.at(-1)?.ore).toBe(BigInt(String(expected).replace('.', '')).toString());
    }
  });
});
