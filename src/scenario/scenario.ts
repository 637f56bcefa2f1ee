import type { Change } from './change.ts';

/** A named set of changes to an agreement, over years, that may build on another scenario. Model, section 6. */
export interface Scenario {
  readonly agreement: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly basedOn?: string;
  readonly changes: readonly Change[];
}
