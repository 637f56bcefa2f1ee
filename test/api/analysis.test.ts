import { describe, expect, it } from 'vitest';
import { goalSeekAnswerSchema } from '../../api/answers/goal-seek-answer.ts';
import type { PriceAnswer } from '../../api/answers/price-answer.ts';
import { sensitivityAnswerSchema } from '../../api/answers/sensitivity-answer.ts';
import { codesIn, post, problemIn, scenario } from './built-app.ts';

const efficiency = (rate: string) => scenario({ changes: [{ type: 'set-efficiency', year: 2027, rate }] });
const PARAMETER = { pointer: '/changes/0/rate', from: '0.0000', to: '0.0500', step: '0.0001' };
const PRICE = { year: 2027, figure: 'agreementPrice' };

async function priceOf(priced: object): Promise<PriceAnswer> {
  return (await post('/v1/price', { scenario: priced })).json() as PriceAnswer;
}

const seek = async (differently: object) =>
  post('/v1/goal-seek', {
    scenario: efficiency('0.0100'),
    parameter: PARAMETER,
    figure: PRICE,
    target: '1.00',
    ...differently,
  });

const found = async (differently: object) => goalSeekAnswerSchema.parse((await seek(differently)).json());

describe('POST /v1/goal-seek', () => {
  it('finds the rate that gives a price, to the øre', async () => {
    const target = (await priceOf(efficiency('0.0213'))).years[1]?.agreementPrice;
    const { solutions, values, complete } = await found({ target });
    const there = { value: '0.0213', figure: target };
    expect(solutions).toEqual([{ kind: 'met', first: there, last: there }]);
    expect([values, complete]).toEqual([501, false]);
  });

  it('brackets a target between two neighbouring rates, each with the price that it gives', async () => {
    const target = '760000000.00';
    const { solutions } = await found({ target });
    expect(solutions).toHaveLength(1);
    for (const { value, figure } of [solutions[0]?.first, solutions[0]?.last].filter(
      (end) => end !== undefined,
    )) {
      expect((await priceOf(efficiency(value))).years[1]?.agreementPrice).toBe(figure);
    }
    expect(Number(solutions[0]?.last.value) - Number(solutions[0]?.first.value)).toBeCloseTo(0.0001, 10);
  });

  it('says that there is none, and what the figure was at the least and at the most', async () => {
    const { solutions, least, most } = await found({ target: '1.00' });
    expect(solutions).toEqual([]);
    expect([least.value, most.value]).toEqual(['0.0500', '0.0000']);
  });

  it('finds where two scenarios break even for a municipality', async () => {
    const figure = { year: 2027, figure: 'amount', municipality: '0825' };
    const { solutions } = await found({ figure, target: { scenario: efficiency('0.0300') } });
    // So small a municipality may pay the same øre at neighbouring rates.
    expect(solutions).toHaveLength(1);
    expect(Number(solutions[0]?.first.value)).toBeLessThanOrEqual(0.03);
    expect(Number(solutions[0]?.last.value)).toBeGreaterThanOrEqual(0.03);
  });

  it('varies amounts by the øre and counts by the whole', async () => {
    const population = scenario({
      changes: [{ type: 'set-population', year: 2027, populations: { '0825': 2000 } }],
    });
    const answer = await found({
      scenario: population,
      parameter: { pointer: '/changes/0/populations/0825', from: '1000', to: '1010', step: '5' },
      figure: { year: 2027, figure: 'amount', municipality: '0825' },
    });
    expect([answer.values, answer.tried, answer.complete]).toEqual([3, 3, true]);
  });

  it('answers as rows for a spreadsheet', async () => {
    const csv = await post(
      '/v1/goal-seek',
      { scenario: efficiency('0.01'), parameter: PARAMETER, figure: PRICE, target: '760000000.00' },
      { accept: 'text/csv' },
    );
    expect(csv.text).toContain('kind;firstValue;firstFigure;lastValue;lastFigure');
    expect(csv.text).toContain('crossed;');
  });

  it.each([
    [
      'a pointer that leads to nothing',
      { parameter: { ...PARAMETER, pointer: '/changes/7/rate' } },
      'parameter_unknown',
    ],
    [
      'a pointer out of the changes',
      { parameter: { ...PARAMETER, pointer: '/years/from' } },
      'parameter_unknown',
    ],
    [
      'a pointer to a text',
      { parameter: { ...PARAMETER, pointer: '/changes/0/type' } },
      'parameter_not_a_number',
    ],
    [
      'a range that ends before it begins',
      { parameter: { ...PARAMETER, to: '-0.1' } },
      'parameter_range_empty',
    ],
    ['too fine a step', { parameter: { ...PARAMETER, step: '0.00000000001' } }, 'parameter_range_too_fine'],
    ['values that cannot stand there', { parameter: { ...PARAMETER, to: '1.5' } }, 'efficiency_rate_range'],
    ['a figure that is not there', { figure: { ...PRICE, year: 2031 } }, 'year_not_priced'],
    ['a step of nothing', { parameter: { ...PARAMETER, step: '0.000' } }, 'step_not_positive'],
  ])('refuses %s', async (_, differently, code) => {
    expect(codesIn(await seek(differently))).toContain(code);
  });
});

describe('POST /v1/sensitivity', () => {
  const asked = {
    scenario: scenario({
      changes: [
        { type: 'set-efficiency', year: 2027, rate: '0.0000' },
        { type: 'set-index', year: 2027, combined: '0.0290' },
        { type: 'set-base-price', solution: 'aula', component: 'operations', amount: '30000000.00' },
      ],
    }),
    parameters: [
      { pointer: '/changes/0/rate', step: '0.01' },
      { pointer: '/changes/1/combined', step: '0.01' },
      { pointer: '/changes/2/amount', step: '1000000.00' },
    ],
    figure: PRICE,
  };

  it('orders parameters by how far they move the figure, each as the price itself says', async () => {
    const answer = sensitivityAnswerSchema.parse((await post('/v1/sensitivity', asked)).json());
    const priced = await priceOf(asked.scenario);
    expect(answer.hash).toBe(priced.hash);
    expect(answer.figure).toBe(priced.years[1]?.agreementPrice);
    const spans = answer.parameters.map(({ span }) => BigInt(span.replace('.', '')));
    expect(spans).toEqual(spans.toSorted((first, second) => (first > second ? -1 : 1)));
    expect(answer.parameters.map(({ pointer }) => pointer).toSorted()).toEqual(
      asked.parameters.map(({ pointer }) => pointer),
    );
  });

  it('leaves out the side on which a value cannot stand, and an elasticity from zero', async () => {
    const answer = sensitivityAnswerSchema.parse((await post('/v1/sensitivity', asked)).json());
    const rate = answer.parameters.find(({ pointer }) => pointer === '/changes/0/rate');
    expect(rate).toMatchObject({ below: { value: '-0.0100' }, above: { value: '0.0100' } });
    expect([rate?.below.figure, rate?.elasticity]).toEqual([undefined, undefined]);
  });

  it('answers as rows for a spreadsheet', async () => {
    const csv = await post('/v1/sensitivity', asked, { accept: 'text/csv' });
    expect(csv.text.split('\r\n')).toHaveLength(5);
  });

  it('points to the parameter that leads nowhere', async () => {
    const wrong = { ...asked, parameters: [asked.parameters[0], { pointer: '/changes/9', step: '1' }] };
    const problem = problemIn(await post('/v1/sensitivity', wrong));
    expect(problem.errors).toMatchObject([{ pointer: '/parameters/1/pointer', code: 'parameter_unknown' }]);
  });
});
