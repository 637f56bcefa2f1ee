import { decimalText, fractionText } from '../../src/explanation/exact-text.ts';
import type { Explanation, Input, InputValue, Step } from '../../src/explanation/explanation.ts';
import { divide, type Exact, exactFromInteger } from '../../src/money/exact.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import type { ExplanationAnswer } from './explanation-schema.ts';

type StepAnswer = ExplanationAnswer['steps'][number];
type InputAnswer = StepAnswer['inputs'][number];

/** The answer of `POST /v1/explanations`: both languages side by side. */
export function explanationAnswer({ figure, value, steps }: Explanation, hash: string): ExplanationAnswer {
  return { hash, figure, value: kronerFromOre(value), steps: steps.map(stepAnswer) };
}

function stepAnswer({ inputs, valueIn, valueOut, restsOn, ...step }: Step): StepAnswer {
  return {
    ...step,
    inputs: inputs.map(inputAnswer),
    ...(valueIn && { valueIn: amountAnswer(valueIn) }),
    valueOut: amountAnswer(valueOut),
    restsOn: [...restsOn],
  };
}

function inputAnswer({ value, ...input }: Input): InputAnswer {
  return { ...input, value: valueAnswer(value) };
}

function valueAnswer(value: InputValue): InputAnswer['value'] {
  switch (value.unit) {
    case 'ore':
      return { unit: value.unit, amount: amountAnswer(value.amount) };
    case 'rate':
      return { unit: value.unit, rate: rateText(value.rate) };
    case 'number':
      return { unit: value.unit, number: fractionText(value.number) };
    case 'name':
      return value;
  }
}

const ORE_PER_KRONE = exactFromInteger(100n);

function amountAnswer(ore: Exact): StepAnswer['valueOut'] {
  return { ore: fractionText(ore), kroner: decimalText(divide(ore, ORE_PER_KRONE), 6) };
}
