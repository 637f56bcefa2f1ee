import type { Rate } from '../money/rate.ts';
import { compareRates } from '../money/rate.ts';
import { byCodePoint } from '../order.ts';
import type { Bilingual } from '../refusal.ts';
import {
  type CapBucket,
  type Contradiction,
  contradictionOf,
  type Disposition,
  type Effect,
  isDisposition,
} from './effects.ts';
import type { Verdict } from './verdict.ts';

/** A rule as people know it. */
export interface NamedRule {
  readonly rule: string;
  readonly title: Bilingual;
}

/** A limit that one rule sets. */
export interface Cap extends NamedRule {
  readonly per: CapBucket;
  readonly share: Rate;
}

/** Two rules that fired on the same request and cannot both be meant; the earlier one stands. */
export interface EffectConflict {
  readonly contradiction: Contradiction;
  readonly stands: string;
  readonly yields: string;
}

/** All that the fired rules ask for on one request, brought to one answer. */
export interface Ruling {
  readonly disposition?: NamedRule & { readonly type: Disposition };
  readonly position: 'first' | 'listed' | 'last';
  /** Absent: all or nothing. */
  readonly part?: { readonly atLeast: Rate; readonly atMost: Rate };
  readonly caps: readonly Cap[];
  readonly heldToDependencies?: string;
  readonly heldToExclusions?: string;
  readonly conflicts: readonly EffectConflict[];
}

interface FiredEffect extends NamedRule {
  readonly effect: Effect;
}

/**
 * Applies the effects of the rules that fired in a fixed order: priority, then rule id by code point. Where
 * only one can hold the first stands; all caps hold; part funding within several ranges is funding within all
 * of them. Effects that contradict each other are reported. The order of the verdicts given makes no
 * difference. Model, section 5.
 */
export function rulingOf(verdicts: readonly Verdict[]): Ruling {
  const fired = inRuleOrder(verdicts).filter((verdict) => verdict.fired);
  const disposing = fired.find(({ effect }) => isDisposition(effect.type));
  const placing = fired.find(({ effect }) => effect.type === 'first' || effect.type === 'last');
  const part = partOf(fired);
  const dependencyRule = ruleOfType(fired, 'hold-to-dependencies');
  const exclusionRule = ruleOfType(fired, 'hold-to-exclusions');
  return {
    ...(disposing !== undefined &&
      isDisposition(disposing.effect.type) && {
        disposition: { rule: disposing.rule, title: disposing.title, type: disposing.effect.type },
      }),
    position: placing === undefined ? 'listed' : placing.effect.type === 'first' ? 'first' : 'last',
    ...(part !== undefined && { part }),
    caps: fired.flatMap(({ rule, title, effect }) =>
      effect.type === 'cap' ? [{ rule, title, per: effect.per, share: effect.share }] : [],
    ),
    ...(dependencyRule !== undefined && { heldToDependencies: dependencyRule }),
    ...(exclusionRule !== undefined && { heldToExclusions: exclusionRule }),
    conflicts: conflictsIn(fired),
  };
}

export function inRuleOrder(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.toSorted(
    (first, second) => first.priority - second.priority || byCodePoint(first.rule, second.rule),
  );
}

function ruleOfType(fired: readonly FiredEffect[], type: Effect['type']): string | undefined {
  return fired.find(({ effect }) => effect.type === type)?.rule;
}

/**
 * The range that all part rules leave; the first of "part" and "whole" stands, and so does the first of
 * ranges that do not meet.
 */
function partOf(fired: readonly FiredEffect[]): { atLeast: Rate; atMost: Rate } | undefined {
  let range: { atLeast: Rate; atMost: Rate } | undefined;
  for (const { effect } of fired) {
    if (effect.type === 'fund-whole' && range === undefined) return undefined;
    if (effect.type !== 'fund-part') continue;
    const { atLeast, atMost } = effect;
    const narrowed =
      range === undefined
        ? { atLeast, atMost }
        : { atLeast: greater(range.atLeast, atLeast), atMost: lesser(range.atMost, atMost) };
    if (compareRates(narrowed.atLeast, narrowed.atMost) <= 0) range = narrowed;
  }
  return range;
}

function conflictsIn(fired: readonly FiredEffect[]): EffectConflict[] {
  return fired.flatMap((earlier, place) =>
    fired.slice(place + 1).flatMap((later): EffectConflict[] => {
      const contradiction = contradictionOf(earlier.effect, later.effect);
      return contradiction === undefined ? [] : [{ contradiction, stands: earlier.rule, yields: later.rule }];
    }),
  );
}

function greater(first: Rate, second: Rate): Rate {
  return compareRates(first, second) >= 0 ? first : second;
}

function lesser(first: Rate, second: Rate): Rate {
  return compareRates(first, second) <= 0 ? first : second;
}
