import type { Rate } from '../money/rate.ts';
import type { Bilingual } from '../refusal.ts';

/** How far a municipality's amount may move from the year before; rates are fractions of that amount. */
export interface ChangeLimits {
  readonly rise?: Rate;
  readonly fall?: Rate;
}

/**
 * An allocation key (*fordelingsnøgle*): which weight each municipality has in a solution's price.
 * Model, section 4.
 */
export type AllocationKey = PlainKey & { readonly limits?: ChangeLimits };

/** A key without limits: also the parts of a mix. */
export type PlainKey =
  | { readonly kind: 'population' }
  | { readonly kind: 'population-tiered'; readonly threshold: bigint; readonly weightAbove: Rate }
  | { readonly kind: 'equal' }
  /**
   * Explicit weights by municipality code, or units of use (pupils, calls) when `unit` names what is counted;
   * `unitTitle` is what people read for it.
   */
  | {
      readonly kind: 'weights';
      readonly weights: ReadonlyMap<string, Rate>;
      readonly unit?: string;
      readonly unitTitle?: Bilingual;
    }
  /** Each part's weights count by the part's share after being divided by the part's own total. */
  | { readonly kind: 'mix'; readonly parts: readonly { readonly share: Rate; readonly key: PlainKey }[] };
