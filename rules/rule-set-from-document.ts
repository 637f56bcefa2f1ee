import { rateFromText, WHOLE, ZERO_RATE } from '../src/money/rate.ts';
import { byCodePoint } from '../src/order.ts';
import type { Effect } from '../src/prioritisation/effects.ts';
import { accepted, type Result, refused, within } from '../src/refusal.ts';
import { checkConditions } from './check-conditions.ts';
import { checkRuleSet } from './check-rule-set.ts';
import { comparisonsIn } from './condition.ts';
import { conditionFromDocument } from './condition-from-document.ts';
import type { Rule, RuleSet } from './rule-set.ts';
import { tooManyComparisons } from './rule-set-refusals.ts';
import type { EffectDocument, RuleDocument, RuleSetDocument } from './schema.ts';

/** Every comparison is made for every request, so their number is what a simulation costs. */
const MOST_COMPARISONS = 500;

/**
 * The rule set that a document of checked form describes, its rules in the order they are applied. Refused
 * when a condition cannot be evaluated or when the set certainly contradicts itself; what may contradict is
 * kept in `conflicts`. Paths lead into the document.
 */
export function ruleSetFromDocument(document: RuleSetDocument): Result<RuleSet> {
  const { $schema: _, id, rules: ruleDocuments, effectiveTo, ...described } = document;
  const rules = ruleDocuments.map(ruleFromDocument);
  if (rules.flatMap(({ conditions }) => comparisonsIn(conditions)).length > MOST_COMPARISONS) {
    return refused(tooManyComparisons(MOST_COMPARISONS));
  }
  const unreadable = rules.flatMap(({ conditions }, place) =>
    checkConditions(conditions).map((refusal) => within(['rules', place, 'conditions'], refusal)),
  );
  if (unreadable.length > 0) return refused(...unreadable);
  const set = { ruleSet: id, ...described, ...(effectiveTo !== undefined && { effectiveTo }), rules };
  const { certain, possible } = checkRuleSet(set);
  if (certain.length > 0) return refused(...certain);
  return accepted({ ...set, rules: rules.toSorted(inOrderOfUse), conflicts: possible });
}

function ruleFromDocument({ id, effectiveTo, conditions, effect, ...described }: RuleDocument): Rule {
  return {
    rule: id,
    ...described,
    ...(effectiveTo !== undefined && { effectiveTo }),
    conditions: conditionFromDocument(conditions),
    effect: effectFromDocument(effect),
  };
}

function effectFromDocument(document: EffectDocument): Effect {
  switch (document.type) {
    case 'cap':
      return { ...document, share: rateFromText(document.share) };
    case 'fund-part': {
      const { type, atLeast, atMost } = document;
      return {
        type,
        atLeast: atLeast === undefined ? ZERO_RATE : rateFromText(atLeast),
        atMost: atMost === undefined ? WHOLE : rateFromText(atMost),
      };
    }
    default:
      return document;
  }
}

function inOrderOfUse(first: Rule, second: Rule): number {
  return (
    first.priority - second.priority ||
    byCodePoint(first.rule, second.rule) ||
    byCodePoint(first.effectiveFrom, second.effectiveFrom)
  );
}
