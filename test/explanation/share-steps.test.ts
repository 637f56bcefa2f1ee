import { describe, expect, it } from 'vitest';
import { fractionText } from '../../src/explanation/exact-text.ts';
import type { FigureAddress } from '../../src/explanation/figure.ts';
import { rateFromText, WHOLE } from '../../src/money/rate.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
} from '../agreement/build-agreement.ts';
import { amountsAmong, explained, outline, SMALL } from './small-agreement.ts';

const CHAIN = ['base-price: 120000', 'indexation: 122400', 'efficiency-rates: 121176', 'membership: 100980'];

describe('the derivation of what a municipality pays', () => {
  const year = 2026;
  const municipality = '0101';

  it.each<[string, FigureAddress, string[]]>([
    [
      'for a solution',
      { year, municipality, solution: 'aula', figure: 'amount' },
      [...CHAIN, 'apportionment: 100980', 'quota: 75735', 'two-way-split: 75735'],
    ],
    [
      'in all',
      { year, municipality, figure: 'amount' },
      [...CHAIN, 'rounding: 100980', 'quota: 75735', 'two-way-split: 75735'],
    ],
    [
      'per citizen: 75735 / 3',
      { year, municipality, figure: 'perCitizen' },
      [...CHAIN, 'rounding: 100980', 'quota: 75735', 'two-way-split: 75735', 'per-citizen: 25245'],
    ],
  ])('%s', (_, figure, steps) => {
    expect(outline(explained(SMALL, figure))).toEqual(steps);
  });

  it('names key, weight and sum of weights', () => {
    const { steps } = explained(SMALL, { year, municipality, solution: 'aula', figure: 'amount' });
    const quota = steps.find(({ step }) => step === 'quota');
    expect(quota?.sentence.da).toBe(
      'København vejer 3 ud af 4 i fordelingsnøglen (folketal), så andelen er 75.735 øre.',
    );
    expect(quota?.inputs.map(({ symbol }) => symbol)).toEqual([
      'key(aula)',
      'population(0101)',
      'weight(0101,aula)',
      'Σ weight(·,aula)',
    ]);
  });
});

describe('a mixed key', () => {
  /**
   * Half by population (3 of 4 for 0101), half equally (1 of 2): 0101 weighs ½ · ¾ + ½ · ½ = 5/8 out of 1, and pays
   * 500.00 of 800.00.
   */
  const agreement = buildAgreement({
    solutions: [
      buildSolution(
        'aula',
        { operations: '800.00' },
        {
          key: {
            kind: 'mix',
            parts: [
              { share: rateFromText('0.5'), key: { kind: 'population' } },
              { share: rateFromText('0.5'), key: { kind: 'equal' } },
            ],
          },
        },
      ),
    ],
    municipalities: [buildMunicipality('0101', 3n), buildMunicipality('0147', 1n)],
  });

  it('shows the weight in each part and in the whole', () => {
    const figure = { year: 2025, municipality: '0101', solution: 'aula', figure: 'amount' } as const;
    const explanation = explained(agreement, figure);
    expect(explanation.value).toBe(50_000n);
    const quota = explanation.steps.find(({ step }) => step === 'quota');
    const numbers = quota?.inputs.flatMap(({ symbol, value }) =>
      value.unit === 'number' ? [`${symbol}: ${fractionText(value.number)}`] : [],
    );
    expect(numbers).toEqual([
      'population(0101): 3',
      'weight(0101,aula, part 1): 3',
      'Σ weight(·,aula, part 1): 4',
      'weight(0101,aula, part 2): 1',
      'Σ weight(·,aula, part 2): 2',
      'weight(0101,aula): 5/8',
      'Σ weight(·,aula): 1',
    ]);
  });
});

describe('who got the extra øre', () => {
  /** 1.01 kr. in two equal parts: quotas of 50.5 øre, the øre left over goes to the lower code. */
  const halves = buildAgreement({
    solutions: [buildSolution('aula', { operations: '1.01' })],
    municipalities: [buildMunicipality('0101', 1n), buildMunicipality('0147', 1n)],
  });

  it.each([
    ['0101', 'extra: 1', 'beløbet er 0,51 kr. (én øre mere end kvotens hele øre).'],
    ['0147', 'extra: 0', 'beløbet er 0,50 kr. (kvotens hele øre).'],
  ])('%s: %s', (municipality, extra, ending) => {
    const figure = { year: 2025, municipality, solution: 'aula', figure: 'amount' } as const;
    const last = explained(halves, figure).steps.at(-1);
    expect(amountsAmong(last?.inputs ?? []).slice(0, 2)).toEqual(['quota: 101/2', extra]);
    expect(last?.sentence.da.endsWith(ending)).toBe(true);
  });

  /** 0147 has 3/7 of 7 øre, exactly 3; by each column's largest remainders it would get 1 + 1 + 1 + 2. */
  it('is told when the total of the municipality moved it', () => {
    const weights = { '0101': '65975', '0147': '188553', '0151': '59727', '0153': '125702' };
    const key = {
      kind: 'weights',
      weights: new Map(Object.entries(weights).map(([code, weight]) => [code, rateFromText(weight)])),
    } as const;
    const agreement = buildAgreement({
      solutions: ['0.01', '0.01', '0.01', '0.04'].map((operations, order) =>
        buildSolution(`s${order}`, { operations }, { key, order }),
      ),
      municipalities: Object.keys(weights).map((code) => buildMunicipality(code, 1n)),
    });
    const told = ['s0', 's1', 's2', 's3'].map((solution) => {
      const figure = { year: 2025, municipality: '0147', solution, figure: 'amount' } as const;
      return explained(agreement, figure).steps.at(-1)?.sentence.en ?? '';
    });
    expect(told.filter((sentence) => sentence.includes('would give one øre more'))).toHaveLength(2);
  });
});

describe("a key's limits", () => {
  /**
   * 9.00 kr. in equal parts, falling at most 10 %: 450 øre each in 2025. In 2026 a third member comes; its quota and
   * the others' would be 300, but the two stay at 405 and the newcomer carries the 90 that are left.
   */
  const agreement = buildAgreement({
    solutions: [
      buildSolution(
        'aula',
        { operations: '9.00' },
        { key: { kind: 'equal', limits: { fall: rateFromText('0.1') } } },
      ),
    ],
    index: [buildIndex(2026, { combined: '0' })],
    municipalities: [
      buildMunicipality('0101', 1n),
      buildMunicipality('0147', 1n),
      buildMunicipality('0461', 1n, { membership: [{ firstYear: 2026, fixedShare: WHOLE }] }),
    ],
  });
  const figure = { year: 2026, municipality: '0101', solution: 'aula', figure: 'amount' } as const;

  it.each([
    ['0101', 405],
    ['0461', 90],
  ])('stand between the quota and the amount of %s', (municipality, amount) => {
    const steps = outline(explained(agreement, { ...figure, municipality })).slice(-3);
    expect(steps).toEqual(['quota: 300', `limits: ${amount}`, `two-way-split: ${amount}`]);
  });

  it('lead to the amount of the year before when the answer has it', () => {
    const restsOn = (from: number) =>
      explained(agreement, figure, from).steps.find(({ step }) => step === 'limits')?.restsOn;
    expect(restsOn(2025)).toEqual([{ ...figure, year: 2025 }]);
    expect(restsOn(2026)).toEqual([]);
  });
});
