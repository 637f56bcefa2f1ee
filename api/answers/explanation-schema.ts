import { z } from 'zod';
import { figureAddressSchema } from '../../data/schema/figure.ts';
import { bilingualSchema } from '../../data/schema/primitives.ts';
import { STEP_NAMES } from '../../src/explanation/explanation.ts';
import { amountSchema, hashSchema } from './answer-primitives.ts';

const exactSchema = z.string().regex(/^-?\d+(\/\d+)?$/);
const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

const exactAmountSchema = z
  .strictObject({
    ore: exactSchema.meta({ description: 'Exact, in øre: a whole number or a fraction in lowest terms' }),
    kroner: decimalSchema.meta({ description: 'The same in kroner, rounded to six decimals for reading' }),
  })
  .meta({ id: 'ExactAmount' });

const provenanceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('published'), source: z.string(), date: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('example'), note: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('scenario') }),
]);

const inputSchema = z
  .strictObject({
    symbol: z.string().meta({ examples: ['combined(2027)'] }),
    label: bilingualSchema,
    value: z.discriminatedUnion('unit', [
      z.strictObject({ unit: z.literal('ore'), amount: exactAmountSchema }),
      z.strictObject({ unit: z.literal('rate'), rate: decimalSchema }),
      z.strictObject({ unit: z.literal('number'), number: exactSchema }),
      z.strictObject({ unit: z.literal('name'), name: bilingualSchema }),
    ]),
    vintage: z.iso.date().exactOptional().meta({ description: 'When the estimate was published' }),
    status: z.enum(['estimate', 'final', 'scenario']).exactOptional(),
    provenance: provenanceSchema.exactOptional(),
  })
  .meta({
    id: 'ExplanationInput',
    description: 'A figure that a step uses and that the price answer does not hold',
  });

const stepSchema = z
  .strictObject({
    step: z.enum(STEP_NAMES),
    sentence: bilingualSchema,
    formula: z.string().meta({ description: 'In the symbols of the model' }),
    inputs: z.array(inputSchema),
    valueIn: exactAmountSchema.exactOptional(),
    valueOut: exactAmountSchema,
    restsOn: z
      .array(figureAddressSchema)
      .meta({ description: 'Figures that can be asked about in their turn' }),
  })
  .meta({ id: 'ExplanationStep' });

/** The answer of `POST /v1/explanations`. */
export const explanationAnswerSchema = z
  .strictObject({
    hash: hashSchema.meta({ description: 'The hash of the price answer that the figure stands in' }),
    figure: figureAddressSchema,
    value: amountSchema,
    steps: z.array(stepSchema).min(1),
  })
  .meta({ id: 'ExplanationAnswer' });

export type ExplanationAnswer = z.infer<typeof explanationAnswerSchema>;
