import { describe, expect, it } from 'vitest';
import type { AllocationKey } from '../../src/agreement/allocation-key.ts';
import { solutionWeights } from '../../src/agreement/key-weights.ts';
import { terms } from '../../src/money/exact.ts';
import { buildMunicipality, buildSolution } from './build-agreement.ts';
import { mixKey, tieredKey, weightsKey } from './build-key.ts';

const MUNICIPALITIES = [
  buildMunicipality('0101', 200_000n),
  buildMunicipality('0147', 150_000n),
  buildMunicipality('0151', 150_001n),
  buildMunicipality('0153', 50_000n),
];

/** The weights of the four municipalities, as whole numbers or fractions. */
function weightsOf(key: AllocationKey, participants?: readonly string[]): string[] {
  const solution = buildSolution('aula', {}, participants === undefined ? { key } : { key, participants });
  return solutionWeights(solution, MUNICIPALITIES).map((weight) => {
    const { numerator, denominator } = terms(weight);
    return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
  });
}

describe('the weights of a key', () => {
  it.each<[string, AllocationKey, string[]]>([
    ['population', { kind: 'population' }, ['200000', '150000', '150001', '50000']],
    ['equal', { kind: 'equal' }, ['1', '1', '1', '1']],
    // 150000 + 0.5 · 50000; at the threshold all count; one citizen above it counts half; below it all count
    ['half weight above 150,000', tieredKey(150_000n, '0.5'), ['175000', '150000', '300001/2', '50000']],
    ['no weight above 150,000', tieredKey(150_000n, '0'), ['150000', '150000', '150000', '50000']],
    ['a tenth for everybody', tieredKey(0n, '0.1'), ['20000', '15000', '150001/10', '5000']],
    [
      'explicit weights, those not named weighing nothing',
      weightsKey({ '0147': '12.5', '0153': '0' }),
      ['0', '25/2', '0', '0'],
    ],
    [
      'units of use',
      { ...weightsKey({ '0101': '70000' }), unit: 'pupils' } as AllocationKey,
      ['70000', '0', '0', '0'],
    ],
    // Each part is divided by its own total first: 1/4 each, and 3 : 1 of the first two as 3/4 and 1/4.
    // 0.4 · 1/4 + 0.6 · 3/4 = 0.55; 0.4 · 1/4 + 0.6 · 1/4 = 0.25; 0.4 · 1/4 = 0.1
    [
      'a mix by share',
      mixKey(['0.4', { kind: 'equal' }], ['0.6', weightsKey({ '0101': '3', '0147': '1' })]),
      ['11/20', '1/4', '1/10', '1/10'],
    ],
    // The part that nobody has weight in is left out; 0.3 · 1/4 for all keeps the proportions of an equal split.
    [
      'a mix with an empty part',
      mixKey(['0.3', { kind: 'equal' }], ['0.7', weightsKey({})]),
      ['3/40', '3/40', '3/40', '3/40'],
    ],
    ['a mix of empty parts only', mixKey(['1', weightsKey({})]), ['0', '0', '0', '0']],
  ])('%s', (_, key, expected) => {
    expect(weightsOf(key)).toEqual(expected);
  });
});

describe('participants', () => {
  it('are the only ones that weigh', () => {
    expect(weightsOf({ kind: 'equal' }, ['0153', '0101'])).toEqual(['1', '0', '0', '1']);
  });

  // Among the two that take part: population 4/5 and 1/5, equal 1/2 each; half of each part.
  it('are the only ones that a part of a mix is divided by', () => {
    const key = mixKey(['0.5', { kind: 'population' }], ['0.5', { kind: 'equal' }]);
    expect(weightsOf(key, ['0101', '0153'])).toEqual(['13/20', '0', '0', '7/20']);
  });

  it('may be none, or have left: a code that is not among the municipalities weighs nothing', () => {
    expect(weightsOf({ kind: 'equal' }, [])).toEqual(['0', '0', '0', '0']);
    expect(weightsOf({ kind: 'equal' }, ['0999'])).toEqual(['0', '0', '0', '0']);
  });
});
