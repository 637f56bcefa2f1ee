import type { Scope } from '../agreement/agreement.ts';
import type { AllocationKey } from '../agreement/allocation-key.ts';
import type { Ore } from '../money/ore.ts';
import type { Rate } from '../money/rate.ts';

/**
 * One change of a scenario (*scenarie*): it names what it sets, and applying it gives a new agreement.
 * A change without `solution(s)` or `component(s)` covers all of them. Names as in the public contract.
 */
export type Change =
  | {
      readonly type: 'set-index';
      readonly year: number;
      readonly wage?: Rate;
      readonly price?: Rate;
      readonly combined?: Rate;
      readonly correction?: Rate;
    }
  | { readonly type: 'set-index-vintage'; readonly asOf: string }
  | ({ readonly type: 'set-efficiency'; readonly year: number } & Scope &
      ({ readonly rate: Rate } | { readonly amount: Ore }))
  | {
      readonly type: 'set-base-price';
      readonly solution?: string;
      readonly component?: string;
      readonly amount: Ore;
    }
  | { readonly type: 'set-reserved-share'; readonly solution?: string; readonly share: Rate }
  | {
      readonly type: 'withdraw';
      readonly municipality: string;
      readonly lastYear: number;
      readonly fixedShare: Rate;
    }
  | { readonly type: 'enter'; readonly municipality: string; readonly firstYear: number }
  | { readonly type: 'only-signed'; readonly asOf: string }
  | { readonly type: 'add-solution'; readonly solution: string; readonly fromYear: number }
  | { readonly type: 'remove-solution'; readonly solution: string; readonly fromYear: number }
  | { readonly type: 'set-key'; readonly solution?: string; readonly key: AllocationKey }
  | { readonly type: 'set-rule-set'; readonly ruleSet: string }
  | {
      readonly type: 'set-population';
      readonly year: number;
      readonly populations: ReadonlyMap<string, bigint>;
    }
  | {
      readonly type: 'grow-population';
      readonly firstYear: number;
      readonly lastYear: number;
      readonly rate: Rate;
      readonly municipalities?: readonly string[];
    }
  | { readonly type: 'set-criterion-weight'; readonly criterion: string; readonly weight: Rate }
  | PoolChange;

/** A decision of earlier years binds pool money, or leaves some over (model, section 5). */
export interface PoolChange {
  readonly type: 'commit-pool' | 'carry-over-pool';
  readonly year: number;
  readonly solution: string;
  readonly amount: Ore;
  readonly reason: string;
}
