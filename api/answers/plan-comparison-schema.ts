import { z } from 'zod';
import {
  bilingualSchema,
  idSchema,
  municipalityCodeSchema,
  provenanceSchema,
  yearSchema,
} from '../../data/schema/primitives.ts';
import { amountSchema, hashSchema } from './answer-primitives.ts';
import { OUTCOMES, reasonSchema, verdictSchema } from './simulation-schema.ts';

const decimalSchema = z.string().meta({ description: 'A decimal as text', examples: ['0.25'] });
const planIdSchema = z
  .string()
  .meta({ description: 'The id of a proposal, or `method/` and the method', examples: ['method/optimum'] });
const idsSchema = z.array(idSchema);

const benefitSchema = z
  .strictObject({
    criterion: idSchema,
    amount: decimalSchema.meta({ description: 'Points, or million kroner a year' }),
    value: decimalSchema.meta({ description: 'weight · amount' }),
  })
  .meta({ id: 'CriterionBenefit' });

const fateSchema = z
  .strictObject({
    initiative: idSchema,
    title: z.string(),
    area: idSchema,
    target: idSchema.meta({ description: 'The solution it builds on, or "new"' }),
    outcome: z.enum(OUTCOMES).meta({ description: 'Over all years' }),
    wanted: yearSchema.meta({ description: 'The first year in which it was to begin' }),
    start: yearSchema
      .exactOptional()
      .meta({ description: 'When it began; later than `wanted`: deferred at first' }),
    cost: amountSchema.meta({ description: 'Of the years since its start' }),
    amount: amountSchema.meta({ description: 'Granted, and proposed to the board' }),
    value: decimalSchema.meta({ description: 'Weighted benefit, in proportion to what it gets' }),
    benefits: z.array(benefitSchema),
    years: z.array(
      z.strictObject({
        year: yearSchema,
        outcome: z.enum(OUTCOMES),
        reason: reasonSchema,
        cost: amountSchema,
        granted: amountSchema,
        proposed: amountSchema,
        rulesFired: z.array(verdictSchema),
      }),
    ),
  })
  .meta({ id: 'PlanInitiative', description: 'What becomes of an initiative in a plan' });

const effects = {
  contributed: amountSchema,
  received: amountSchema,
  net: amountSchema.meta({ description: 'received − contributed' }),
};

const planYearSchema = z
  .strictObject({
    year: yearSchema,
    contributed: amountSchema,
    carriedOver: amountSchema,
    committed: amountSchema.meta({ description: 'Bound by earlier decisions' }),
    used: amountSchema.meta({ description: 'Granted, and proposed to the board' }),
    referred: amountSchema.meta({ description: 'Of what is used, what waits for the board' }),
    left: amountSchema,
    lapsed: amountSchema.meta({
      description: 'Left of the year before in solutions that have left the agreement',
    }),
    areas: z.array(z.strictObject({ area: idSchema, ...effects })),
    solutions: z.array(
      z.strictObject({
        solution: idSchema,
        ...effects,
        carriedOver: amountSchema,
        committed: amountSchema,
        paid: amountSchema.meta({ description: 'Drawn from its contribution' }),
        left: amountSchema,
      }),
    ),
    receivedByNew: amountSchema.meta({ description: 'For what builds on no solution there is' }),
    municipalities: z.array(
      z.strictObject({
        municipality: municipalityCodeSchema,
        contributed: amountSchema,
        received: amountSchema.meta({ description: "By the initiatives' beneficiary keys" }),
        benefit: amountSchema.meta({ description: 'Its part of the benefit in kroner of what holds money' }),
        fairShare: amountSchema.meta({
          description: 'All that is used, in proportion to what each has paid in',
        }),
      }),
    ),
    unattributed: amountSchema.meta({ description: 'For what nobody has said who benefits from' }),
  })
  .meta({ id: 'PlanYear', description: 'contributed + carriedOver − committed = used + left' });

const turnSchema = z
  .strictObject({
    outcome: z.enum(['turns', 'never', 'out-of-time']),
    at: decimalSchema
      .exactOptional()
      .meta({ description: 'Another set is chosen at this weight: the method was run' }),
    justBefore: decimalSchema
      .exactOptional()
      .meta({ description: 'Still the same set one step nearer to the weight as it is: the method was run' }),
    comesIn: z.array(z.string()).meta({ description: 'Initiative and start, `sapa-search@2027`' }),
    goesOut: z.array(z.string()),
    searchedTo: decimalSchema,
  })
  .meta({ id: 'WeightTurn' });

const planSchema = z
  .strictObject({
    plan: planIdSchema,
    kind: z.enum(['proposal', 'method']),
    body: idSchema,
    cost: amountSchema,
    value: decimalSchema,
    benefits: z.array(benefitSchema),
    initiatives: z.array(fateSchema),
    years: z.array(planYearSchema),
    method: z
      .strictObject({
        lawful: z
          .boolean()
          .meta({ description: 'Whether the rules let all that is chosen be as it was chosen' }),
        proven: z.boolean().exactOptional(),
        complete: z.boolean().meta({ description: 'False: time ran out before later starts were tried' }),
        reruns: z
          .array(
            z.strictObject({
              initiative: idSchema,
              start: yearSchema,
              year: yearSchema.exactOptional(),
              outcome: z.enum(OUTCOMES).exactOptional(),
              reason: reasonSchema.exactOptional(),
            }),
          )
          .meta({
            description: 'What the rules did not let be, so that the method was run again without it',
          }),
        sensitivity: z
          .array(
            z.strictObject({ criterion: idSchema, weight: decimalSchema, up: turnSchema, down: turnSchema }),
          )
          .exactOptional()
          .meta({ description: 'How far each weight can move before the chosen set is another one' }),
      })
      .exactOptional(),
  })
  .meta({ id: 'ComparedPlan' });

const pairSchema = z
  .strictObject({
    first: planIdSchema,
    second: planIdSchema,
    both: idsSchema,
    onlyFirst: idsSchema,
    onlySecond: idsSchema,
    sharedAmount: amountSchema.meta({ description: 'What both give to what is in both' }),
    excluding: z
      .array(z.strictObject({ first: idSchema, second: idSchema }))
      .meta({ description: 'One in each, and they exclude each other' }),
    claims: z
      .array(
        z.strictObject({
          year: yearSchema,
          solution: idSchema,
          available: amountSchema,
          first: amountSchema,
          second: amountSchema,
          excess: amountSchema,
        }),
      )
      .meta({ description: 'Contributions of which the two together ask for more than there is' }),
    dominance: z
      .enum(['first', 'second', 'equal', 'neither'])
      .meta({ description: 'Which is nowhere worse and somewhere better, by cost and by every criterion' }),
  })
  .meta({ id: 'PlanPair' });

const askedSchema = z
  .strictObject({
    initiative: idSchema,
    plan: planIdSchema,
    listed: z.boolean(),
    start: yearSchema.exactOptional().meta({ description: 'It is in, from this year' }),
    reason: reasonSchema.exactOptional(),
    ifFirst: z
      .strictObject({
        outcome: z.enum(OUTCOMES),
        start: yearSchema.exactOptional(),
        reason: reasonSchema.exactOptional(),
        goesOut: idsSchema,
        comesIn: idsSchema,
        costDifference: amountSchema,
        valueDifference: decimalSchema,
      })
      .exactOptional()
      .meta({ description: 'What happens when it goes before all others; the plan was really made again' }),
  })
  .meta({ id: 'AskedInitiative' });

/** The answer of `POST /v1/prioritisations/compare`. */
export const planComparisonAnswerSchema = z
  .strictObject({
    hash: hashSchema.meta({ description: 'The hash of the price answer that the pools come from' }),
    years: z.strictObject({ from: yearSchema, to: yearSchema }),
    carryOver: z.boolean(),
    ruleSet: z.strictObject({ id: idSchema, version: z.string(), title: bilingualSchema }),
    criteria: z.array(
      z.strictObject({
        criterion: idSchema,
        title: bilingualSchema,
        measure: z.enum(['score', 'kroner']),
        weight: decimalSchema,
        provenance: z.union([provenanceSchema, z.strictObject({ kind: z.literal('scenario') })]),
      }),
    ),
    plans: z.array(planSchema),
    pairs: z.array(pairSchema),
    asked: z.array(askedSchema),
  })
  .meta({ id: 'PlanComparisonAnswer' });

export type PlanComparisonAnswer = z.infer<typeof planComparisonAnswerSchema>;
