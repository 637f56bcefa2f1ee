import { compare, type Exact, exactFromRate } from '../money/exact.ts';
import { type Rate, rateFromText } from '../money/rate.ts';
import { invariant } from '../refusal.ts';

export type BandName =
  | 'falls-5-or-more'
  | 'falls-1-to-5'
  | 'falls-below-1'
  | 'unchanged'
  | 'rises-below-1'
  | 'rises-1-to-5'
  | 'rises-5-or-more';

/** One end of a band: a fractional change, and whether the band includes it. */
export interface BandEnd {
  readonly rate: Rate;
  readonly included: boolean;
}

/** A range of change that municipalities are counted in; an end that is left out is open. */
export interface Band {
  readonly band: BandName;
  readonly from?: BandEnd;
  readonly to?: BandEnd;
}

const including = (rate: string): BandEnd => ({ rate: rateFromText(rate), included: true });
const excluding = (rate: string): BandEnd => ({ rate: rateFromText(rate), included: false });

/** The bands from the largest fall to the largest rise; every change lies in exactly one. */
export const BANDS: readonly Band[] = [
  { band: 'falls-5-or-more', to: including('-0.05') },
  { band: 'falls-1-to-5', from: excluding('-0.05'), to: including('-0.01') },
  { band: 'falls-below-1', from: excluding('-0.01'), to: excluding('0') },
  { band: 'unchanged', from: including('0'), to: including('0') },
  { band: 'rises-below-1', from: excluding('0'), to: excluding('0.01') },
  { band: 'rises-1-to-5', from: including('0.01'), to: excluding('0.05') },
  { band: 'rises-5-or-more', from: including('0.05') },
];

/** The band that a fractional change lies in, compared exactly. */
export function bandOf(change: Exact): BandName {
  const found = BANDS.find((band) => reaches(change, band.from) && reaches(change, band.to, -1));
  invariant(found !== undefined, 'the bands cover every change');
  return found.band;
}

/** Whether the change lies on the right side of the end: above it, or below it when `side` is −1. */
function reaches(change: Exact, end: BandEnd | undefined, side: 1 | -1 = 1): boolean {
  if (end === undefined) return true;
  const distance = side * compare(change, exactFromRate(end.rate));
  return distance > 0 || (end.included && distance === 0);
}
