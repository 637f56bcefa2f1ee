import { compareRates } from '../src/money/rate.ts';
import { contradictionOf, isDisposition } from '../src/prioritisation/effects.ts';
import type { Refusal } from '../src/refusal.ts';
import { areTheSame, type Cases, canHoldTogether, casesOf, neverHold } from './case-analysis.ts';
import { type Effective, governTogether } from './effective.ts';
import type { Rule } from './rule-set.ts';
import {
  effectsContradict,
  effectsMayContradict,
  partRangeReversed,
  priorityRepeated,
  ruleIdRepeated,
  ruleNeverFires,
  ruleNeverInForce,
} from './rule-set-refusals.ts';

/**
 * What a rule set is at odds with itself about: certainly, whatever it meets, or possibly, if both rules fire
 * at once.
 */
export interface SelfConflicts {
  readonly certain: readonly Refusal[];
  readonly possible: readonly Refusal[];
}

/** A rule with its place in the document and the cases in which it fires. */
interface PlacedRule {
  readonly place: number;
  readonly rule: Rule;
  readonly cases: Cases;
}

/**
 * Looks for what a rule set says against itself. Rules that never govern the same year cannot be at odds: a
 * later version of a rule may bear the id and the priority of the earlier one.
 */
export function checkRuleSet(set: Effective & { readonly rules: readonly Rule[] }): SelfConflicts {
  const placed = set.rules.map(
    (rule, place): PlacedRule => ({ rule, place, cases: casesOf(rule.conditions) }),
  );
  const pairs = placed.flatMap((earlier, index) =>
    placed
      .slice(index + 1)
      .filter((later) => governTogether(set, earlier.rule, later.rule))
      .map((later) => inOrderOfUse(earlier, later)),
  );
  return {
    certain: [
      ...placed.flatMap((rule) => checkAlone(rule, set)),
      ...pairs.flatMap(checkIdentity),
      ...pairs.flatMap(checkSameConditions),
    ],
    possible: [...placed.flatMap(checkIfEver), ...pairs.flatMap(checkOverlap)],
  };
}

interface Pair {
  /** Applied first. */
  readonly earlier: PlacedRule;
  readonly later: PlacedRule;
}

function inOrderOfUse(first: PlacedRule, second: PlacedRule): Pair {
  return first.rule.priority <= second.rule.priority
    ? { earlier: first, later: second }
    : { earlier: second, later: first };
}

function checkAlone({ rule, place }: PlacedRule, set: Effective): Refusal[] {
  const { effect } = rule;
  const isReversed = effect.type === 'fund-part' && compareRates(effect.atLeast, effect.atMost) > 0;
  return [
    ...(governTogether(set, rule) ? [] : [ruleNeverInForce(place, rule.rule)]),
    ...(isReversed ? [partRangeReversed(place, rule.rule)] : []),
  ];
}

function checkIdentity({ earlier, later }: Pair): Refusal[] {
  const last = Math.max(earlier.place, later.place);
  return [
    ...(earlier.rule.rule === later.rule.rule ? [ruleIdRepeated(last, later.rule.rule)] : []),
    ...(earlier.rule.priority === later.rule.priority
      ? [priorityRepeated(last, later.rule.priority, [earlier.rule.rule, later.rule.rule])]
      : []),
  ];
}

/** In one and the same situation only one of two opposite effects can be meant. */
function checkSameConditions({ earlier, later }: Pair): Refusal[] {
  if (!areOpposed(earlier.rule, later.rule)) return [];
  return areTheSame(earlier.cases, later.cases)
    ? [effectsContradict(later.place, earlier.rule, later.rule)]
    : [];
}

function areOpposed({ effect: one }: Rule, { effect: other }: Rule): boolean {
  if (contradictionOf(one, other) !== undefined) return true;
  if (isDisposition(one.type) && isDisposition(other.type)) return one.type !== other.type;
  return (
    one.type === 'cap' &&
    other.type === 'cap' &&
    one.per === other.per &&
    compareRates(one.share, other.share) !== 0
  );
}

function checkIfEver({ rule, place, cases }: PlacedRule): Refusal[] {
  return neverHold(cases) ? [ruleNeverFires(place, rule.rule)] : [];
}

function checkOverlap({ earlier, later }: Pair): Refusal[] {
  const contradiction = contradictionOf(earlier.rule.effect, later.rule.effect);
  if (contradiction === undefined) return [];
  return canHoldTogether(earlier.cases, later.cases)
    ? [effectsMayContradict(later.place, earlier.rule, later.rule)]
    : [];
}
