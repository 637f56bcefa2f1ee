import { z } from 'zod';
import { bilingualSchema, dateSchema, idSchema, shareSchema } from '../data/schema/primitives.ts';
import type { ComparisonValue } from './condition.ts';

/** How many rules a set may hold, how many conditions a group, and how deep groups may lie in each other. */
const MOST_RULES = 60;
const MOST_CONDITIONS = 30;
const MOST_LEVELS = 3;

const nameSchema = z.string().min(1).max(80);
const textSchema = z.string().max(200);

const comparison = {
  fact: nameSchema.optional(),
  operator: nameSchema.optional(),
  value: z
    .union(
      [
        textSchema,
        z.boolean(),
        z.int(),
        z.array(z.union([textSchema, z.int()])).max(100),
        z.strictObject({ fact: nameSchema }),
      ],
      { error: 'comparison_value_form' },
    )
    .optional(),
};

/**
 * A group (`all`, `any`, `not`) or a comparison (`fact`, `operator`, `value`), as json-rules-engine writes
 * them.
 */
export interface ConditionDocument {
  readonly all?: readonly ConditionDocument[] | undefined;
  readonly any?: readonly ConditionDocument[] | undefined;
  readonly not?: ConditionDocument | undefined;
  readonly fact?: string | undefined;
  readonly operator?: string | undefined;
  readonly value?: ComparisonValue | undefined;
}

/** Built level by level, so that no document can nest deeper than the schema itself. */
function conditionSchema(levels: number): z.ZodType<ConditionDocument> {
  if (levels === 0) return z.strictObject(comparison).refine(isOneThing, { error: 'condition_form' });
  const inner = conditionSchema(levels - 1);
  const group = z.array(inner).max(MOST_CONDITIONS, { error: 'list_too_long' });
  return z
    .strictObject({
      all: group.optional(),
      any: group.min(1, { error: 'list_empty' }).optional(),
      not: inner.optional(),
      ...comparison,
    })
    .refine(isOneThing, { error: 'condition_form' })
    .meta({ id: `ConditionOf${levels}Levels` });
}

function isOneThing({ all, any, not, fact, operator, value }: ConditionDocument): boolean {
  const groups = [all, any, not].filter((part) => part !== undefined).length;
  const parts = [fact, operator, value].filter((part) => part !== undefined).length;
  return (groups === 1 && parts === 0) || (groups === 0 && parts === 3);
}

export const effectSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reject') }),
  z.strictObject({ type: z.literal('defer') }),
  z.strictObject({ type: z.literal('refer') }),
  z.strictObject({ type: z.literal('first') }),
  z.strictObject({ type: z.literal('last') }),
  z.strictObject({
    type: z.literal('cap'),
    per: z.enum(['initiative', 'solution', 'area', 'group']),
    share: shareSchema,
  }),
  z.strictObject({
    type: z.literal('fund-part'),
    atLeast: shareSchema.optional(),
    atMost: shareSchema.optional(),
  }),
  z.strictObject({ type: z.literal('fund-whole') }),
  z.strictObject({ type: z.literal('hold-to-dependencies') }),
  z.strictObject({ type: z.literal('hold-to-exclusions') }),
  z.strictObject({ type: z.literal('note') }),
]);

const effective = { effectiveFrom: dateSchema, effectiveTo: dateSchema.optional() };

const ruleSchema = z.strictObject({
  id: idSchema,
  title: bilingualSchema,
  explanation: bilingualSchema,
  source: z.string().min(1).max(500),
  ...effective,
  priority: z.int({ error: 'count_form' }).min(1, { error: 'count_form' }),
  severity: z.enum(['info', 'warning', 'error']),
  conditions: conditionSchema(MOST_LEVELS),
  effect: effectSchema,
});

/** A rule set as a file, and as a simulation may bring it along. */
export const ruleSetSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: idSchema,
    title: bilingualSchema,
    version: z.string().min(1).max(80),
    ...effective,
    rules: z.array(ruleSchema).max(MOST_RULES, { error: 'list_too_long' }),
  })
  .meta({ id: 'RuleSet' });

export type RuleSetDocument = z.infer<typeof ruleSetSchema>;
export type RuleDocument = RuleSetDocument['rules'][number];
export type EffectDocument = RuleDocument['effect'];
