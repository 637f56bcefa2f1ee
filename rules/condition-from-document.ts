import { invariant } from '../src/refusal.ts';
import type { Condition } from './condition.ts';
import type { ConditionDocument } from './schema.ts';

/** Reads conditions whose form the schema has checked. */
export function conditionFromDocument(document: ConditionDocument): Condition {
  const { all, any, not, fact, operator, value } = document;
  if (all !== undefined) return { all: all.map(conditionFromDocument) };
  if (any !== undefined) return { any: any.map(conditionFromDocument) };
  if (not !== undefined) return { not: conditionFromDocument(not) };
  invariant(
    fact !== undefined && operator !== undefined && value !== undefined,
    'a condition of checked form is a group or a comparison',
  );
  return { fact, operator, value };
}
