import { compareRates, type Rate } from '../money/rate.ts';

/** Whose money a cap counts: what the initiative itself gets, or all that goes to its target, area or group. */
export type CapBucket = 'initiative' | 'solution' | 'area' | 'group';

/**
 * What a rule may ask for when its conditions hold: a closed list. None of it can name a base budget, so no
 * rule can express a move of one. Model, section 5.
 */
export type Effect =
  | { readonly type: 'reject' }
  /** Not this year. */
  | { readonly type: 'defer' }
  /** To the board (*bestyrelse*): the money is held, and the moves are shown but not posted. */
  | { readonly type: 'refer' }
  /** Before, or after, all that no rule places. */
  | { readonly type: 'first' }
  | { readonly type: 'last' }
  /** No more than this share of the year's opening pool. */
  | { readonly type: 'cap'; readonly per: CapBucket; readonly share: Rate }
  /** Part funding, within fractions of the cost, and never below the initiative's own minimum. */
  | { readonly type: 'fund-part'; readonly atLeast: Rate; readonly atMost: Rate }
  | { readonly type: 'fund-whole' }
  /** Only when everything it depends on is funded. */
  | { readonly type: 'hold-to-dependencies' }
  /** Only when nothing that excludes it is funded. */
  | { readonly type: 'hold-to-exclusions' }
  /** Says something and changes nothing. */
  | { readonly type: 'note' };

export type Disposition = Extract<Effect['type'], 'reject' | 'defer' | 'refer'>;

/** The fewer, the stricter. */
const STRICTNESS: Readonly<Record<Disposition, number>> = { reject: 0, defer: 1, refer: 2 };

/** What is wrong about two effects on the same initiative. */
export type Contradiction =
  | 'milder_before_stricter'
  | 'first_and_last'
  | 'part_and_whole'
  | 'part_ranges_apart';

/**
 * Why two effects cannot both be meant, the first of them being applied first; undefined when they can.
 *
 * To reject and to refer is no contradiction as long as the rejection comes first: only what is lawful is
 * referred. The other way round, the rejection would be lost.
 */
export function contradictionOf(earlier: Effect, later: Effect): Contradiction | undefined {
  if (isDisposition(earlier.type) && isDisposition(later.type)) {
    return STRICTNESS[later.type] < STRICTNESS[earlier.type] ? 'milder_before_stricter' : undefined;
  }
  if (areTypes(earlier, later, 'first', 'last')) return 'first_and_last';
  if (areTypes(earlier, later, 'fund-part', 'fund-whole')) return 'part_and_whole';
  if (earlier.type === 'fund-part' && later.type === 'fund-part') {
    const meet =
      compareRates(earlier.atLeast, later.atMost) <= 0 && compareRates(later.atLeast, earlier.atMost) <= 0;
    return meet ? undefined : 'part_ranges_apart';
  }
  return undefined;
}

export function isDisposition(type: Effect['type']): type is Disposition {
  return Object.hasOwn(STRICTNESS, type);
}

/** Whether the two effects are of the two types, in either order. */
function areTypes(one: Effect, other: Effect, first: Effect['type'], second: Effect['type']): boolean {
  return (one.type === first && other.type === second) || (one.type === second && other.type === first);
}
