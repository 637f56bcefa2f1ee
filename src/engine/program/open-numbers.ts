import type { Agreement } from '../../agreement/agreement.ts';
import { digitsAt, type Scaled } from '../scaled.ts';
import { type PriceInputs, priceInputs, shapeName } from './price-inputs.ts';

/** A number of the inputs that a parameter sets. */
export interface OpenNumber {
  readonly place: number;
  readonly parameter: number;
}

/** Inputs of which parameters set some numbers and nothing else. */
export interface OpenInputs {
  readonly inputs: PriceInputs;
  readonly open: readonly OpenNumber[];
}

/** A parameter whose values are decimals. */
export interface DecimalParameter {
  /** A first value, and at least one that differs from it if there is one. */
  readonly tried: readonly [Scaled, ...Scaled[]];
}

/**
 * Which numbers each parameter sets, found by trying: every parameter is moved alone, and what moves with it must be numbers that take just its
 * value.
 *
 * @param agreementAt the agreement where each parameter has the value of that place among those tried
 * @returns undefined where a parameter does more than set numbers of the inputs
 */
export function openInputs(
  parameters: readonly DecimalParameter[],
  years: { readonly from: number; readonly to: number },
  agreementAt: (places: readonly number[]) => Agreement | undefined,
): OpenInputs | undefined {
  const inputsAt = (places: readonly number[]) => {
    const agreement = agreementAt(places);
    return agreement && priceInputs(agreement, years);
  };
  const first = parameters.map(() => 0);
  const inputs = inputsAt(first);
  if (inputs === undefined) return undefined;
  const open = new Map<number, number>();
  for (const [parameter, { tried }] of parameters.entries()) {
    for (const [place, value] of tried.entries()) {
      if (place === 0) continue;
      const moved = inputsAt(first.with(parameter, place));
      const followed = moved && numbersThatFollow(inputs, moved, tried[0], value);
      if (followed === undefined) return undefined;
      for (const number of followed) open.set(number, parameter);
    }
  }
  return { inputs, open: [...open].map(([place, parameter]) => ({ place, parameter })) };
}

/** The numbers that differ; undefined when one of them is not the parameter's value, or more than numbers differs. */
function numbersThatFollow(
  before: PriceInputs,
  after: PriceInputs,
  first: Scaled,
  other: Scaled,
): number[] | undefined {
  if (shapeName(before) !== shapeName(after)) return undefined;
  const followed: number[] = [];
  for (const [place, number] of before.numbers.entries()) {
    const moved = after.numbers[place];
    if (isEqual(number, moved)) continue;
    if (!isEqual(number, first) || !isEqual(moved, other)) return undefined;
    followed.push(place);
  }
  return followed;
}

function isEqual(first: Scaled | undefined, second: Scaled | undefined): boolean {
  if (first === undefined || second === undefined) return first === second;
  const scale = Math.max(first.scale, second.scale);
  return digitsAt(first, scale) === digitsAt(second, scale);
}
