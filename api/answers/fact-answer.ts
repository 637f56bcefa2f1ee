import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import type { SeenCondition } from '../../src/prioritisation/verdict.ts';

type FactAnswer = string | number | boolean | (string | number)[];

/** A fact's value as JSON carries it: money as kroner and rates as decimals in text, all else as it is. */
export function factAnswer(value: SeenCondition['comparedWith']): FactAnswer {
  if (typeof value === 'bigint') return kronerFromOre(value);
  if (typeof value !== 'object') return value;
  return isList(value) ? [...value] : rateText(value);
}

function isList<Value extends SeenCondition['comparedWith']>(
  value: Value,
): value is Extract<Value, readonly (string | number)[]> {
  return Array.isArray(value);
}
