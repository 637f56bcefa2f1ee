import { decimalRange, inCommonUnits } from '../src/analysis/decimal-range.ts';
import { normalFraction } from './correlated-draws.ts';
import type { ParameterValues } from './sweep.ts';

/** The values of one parameter by their place, and the place that a draw gives. */
export interface ValuesInReach {
  readonly count: number;
  readonly textAt: (place: number) => string;
  /** The value as a whole number of its last decimal: exact below 2^53. */
  readonly unitsAt: (place: number) => number;
  /** How many decimals all values have. */
  readonly decimals: number;
  readonly placeOf: (normalDraw: number) => number;
}

/** Draws are doubles, as likelihoods are; the values they choose between are exact decimals. */
export function valuesInReach(values: ParameterValues): ValuesInReach {
  if (values.kind === 'list') {
    const { length } = values.values;
    const { units, decimals } = inCommonUnits(values.values);
    const numbers = Float64Array.from(units, Number);
    return {
      count: length,
      unitsAt: (place) => numbers[place] ?? Number.NaN,
      decimals,
      textAt: (place) => values.values[place] ?? '',
      placeOf: (draw) => within(Math.floor(normalFraction(draw) * length), length),
    };
  }
  const range = decimalRange(values.from, values.to, values.step, values.decimals);
  const { count, textAt, decimals } = range;
  const [start, width] = [Number(range.start), Number(range.width)];
  const [from, step] = [Number(values.from), Number(values.step)];
  return {
    count,
    textAt,
    unitsAt: (place) => start + place * width,
    decimals,
    placeOf: placesOf(values, count, (value) => within(Math.round((value - from) / step), count)),
  };
}

/** The place that a draw gives in a range, as it is distributed over it. */
function placesOf(
  values: Exclude<ParameterValues, { kind: 'list' }>,
  count: number,
  nearest: (value: number) => number,
): (normalDraw: number) => number {
  if (values.kind === 'normal') {
    const [mean, deviation] = [Number(values.mean), Number(values.deviation)];
    return (draw) => nearest(mean + deviation * draw);
  }
  if (values.kind === 'triangular') {
    const [from, mode, to] = [Number(values.from), Number(values.mode), Number(values.to)];
    return (draw) => nearest(triangular(from, mode, to, normalFraction(draw)));
  }
  return (draw) => within(Math.floor(normalFraction(draw) * count), count);
}

/** What is drawn beyond an end counts at the end. */
function within(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, place));
}

/** The value of a triangular distribution below which a fraction of it lies. */
function triangular(least: number, mode: number, most: number, fraction: number): number {
  const span = most - least;
  if (span === 0) return least;
  const rising = (mode - least) / span;
  return fraction < rising
    ? least + Math.sqrt(fraction * span * (mode - least))
    : most - Math.sqrt((1 - fraction) * span * (most - mode));
}
