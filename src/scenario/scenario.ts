import type { Change } from './change.ts';

/**
 * A named set of changes to an agreement, over years, that may build on another scenario. Model, section 6.
 *
 * `C` is the form of the changes: the core's own, or the text form that a document has and a hash is taken of.
 */
export interface Scenario<C = Change> {
  readonly agreement: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly basedOn?: string;
  readonly changes: readonly C[];
}

/** One layer of a stack: the changes of one scenario; the scenario that was asked for has no name. */
export interface Overlay<C = Change> {
  readonly scenario: string | undefined;
  readonly changes: readonly C[];
}
