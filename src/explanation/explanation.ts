import type { Provenance } from '../agreement/agreement.ts';
import type { YearRates } from '../agreement/index-data.ts';
import type { Exact } from '../money/exact.ts';
import type { Ore } from '../money/ore.ts';
import type { Rate } from '../money/rate.ts';
import type { Bilingual } from '../refusal.ts';
import type { FigureAddress } from './figure.ts';

/** The derivation (*udledning*) of one figure: what was done, in order, from base prices to exactly this value. */
export interface Explanation {
  readonly figure: FigureAddress;
  readonly value: Ore;
  /** At least one; each starts from the value that the one before it ended with. */
  readonly steps: readonly Step[];
}

export interface Step {
  readonly step: StepName;
  /** One plain sentence; money is shown to the øre, exact values stand in `valueIn` and `valueOut`. */
  readonly sentence: Bilingual;
  /** In the symbols of the model, sections 3 and 4. */
  readonly formula: string;
  readonly inputs: readonly Input[];
  /** Exact øre; absent in the first step. */
  readonly valueIn?: Exact;
  /** Exact øre. */
  readonly valueOut: Exact;
  /** Figures that can be asked for their own derivation. */
  readonly restsOn: readonly FigureAddress[];
}

export const STEP_NAMES = [
  'base-price',
  'indexation',
  'efficiency-rates',
  'efficiency-amounts',
  'membership',
  'rounding',
  'apportionment',
  'indexation-part',
  'efficiency-part',
  'membership-part',
  'rest',
  'price',
  'reservable',
  'reserved-share',
  'pool',
  'quota',
  'limits',
  'two-way-split',
  'per-citizen',
] as const;

export type StepName = (typeof STEP_NAMES)[number];

/** A figure that a step uses and that is no figure of the price answer. */
export interface Input {
  /** In the model's symbols: `combined(2027)`, `weight(0101,aula)`. */
  readonly symbol: string;
  readonly label: Bilingual;
  readonly value: InputValue;
  /** Of index rates: publication date and status of the estimate. */
  readonly vintage?: string;
  readonly status?: YearRates['status'];
  readonly provenance?: Provenance;
}

export type InputValue =
  | { readonly unit: 'ore'; readonly amount: Exact }
  | { readonly unit: 'rate'; readonly rate: Rate }
  /** A factor, a weight or a count. */
  | { readonly unit: 'number'; readonly number: Exact }
  | { readonly unit: 'name'; readonly name: Bilingual };
