import { z } from 'zod';
import { agreementSchema } from '../../data/schema/agreement.ts';
import {
  frequencySchema,
  invoiceDraftSchema,
  invoiceNumberSchema,
  invoiceSchema,
} from '../../data/schema/invoice.ts';
import { plainTextSchema } from '../../data/schema/plain-text.ts';
import { dateSchema, idSchema, municipalityCodeSchema, yearSchema } from '../../data/schema/primitives.ts';
import { splitPlanSchema } from '../../data/schema/split-plan.ts';
import { scenarioSchema } from '../../scenarios/schema.ts';
import { amountSchema, hashSchema } from '../answers/answer-primitives.ts';
import { priceAnswerSchema } from '../answers/price-schema.ts';
import { keptSchemas } from '../stored/stored-schema.ts';

const MOST_INVOICES = 10_000;

/** What a run is asked to be; which fields belong to which purpose is `FIELDS_OF`. */
const runFields = {
  purpose: z
    .enum(['ordinary', 'correction', 'reversal'])
    .default('ordinary')
    .meta({ description: 'An instalment, what has changed since, or taking whole invoices back' }),
  agreement: idSchema
    .exactOptional()
    .meta({ description: 'The published agreement to invoice; or "scenario"' }),
  scenario: idSchema.exactOptional().meta({ description: 'The id of a kept scenario to invoice' }),
  year: yearSchema,
  instalment: z
    .int({ error: 'count_form' })
    .min(1)
    .max(12)
    .exactOptional()
    .meta({ description: 'Ordinary runs: which instalment of the year, from 1' }),
  frequency: frequencySchema.exactOptional().meta({
    description: "Ordinary runs: how often the year is invoiced; left out: as the agreement's terms say",
  }),
  invoices: z
    .array(invoiceNumberSchema)
    .min(1, { error: 'list_empty' })
    .max(MOST_INVOICES, { error: 'list_too_long' })
    .exactOptional()
    .meta({ description: 'Reversals: the invoices to take back in full' }),
  note: plainTextSchema
    .exactOptional()
    .meta({ description: 'Corrections and reversals: why, in Danish, as the documents say it' }),
  dueDate: dateSchema.exactOptional().meta({
    description:
      'Left out: as the terms say from the day of issue. Moved to the next day on which banks are open',
  }),
  series: z
    .string()
    .regex(/^[1-9]\d{0,7}$/, { error: 'series_form' })
    .exactOptional()
    .meta({
      description: 'The first digits of the numbers; left out: the year of issue',
      examples: ['2026'],
    }),
};

const requestSchema = z.strictObject(runFields);

export type RunRequest = z.output<typeof requestSchema>;

/** The fields that a purpose needs beside the year, and those that it alone may have. */
const FIELDS_OF: Readonly<Record<RunRequest['purpose'], readonly (keyof RunRequest)[]>> = {
  ordinary: ['instalment'],
  correction: ['note'],
  reversal: ['note', 'invoices'],
};

const OF_ORDINARY_RUNS: readonly (keyof RunRequest)[] = ['instalment', 'frequency'];

function hasFieldsOfPurpose({ value: run, issues }: z.core.ParsePayload<RunRequest>): void {
  const say = (message: string, ...path: (keyof RunRequest)[]) =>
    issues.push({ code: 'custom', message, input: run, path });
  if ((run.agreement === undefined) === (run.scenario === undefined)) say('agreement_or_scenario');
  const needed = FIELDS_OF[run.purpose];
  for (const field of needed) if (run[field] === undefined) say('field_missing', field);
  const foreign = [...OF_ORDINARY_RUNS, 'note', 'invoices'] as const;
  for (const field of foreign) {
    const belongs =
      needed.includes(field) || (run.purpose === 'ordinary' && OF_ORDINARY_RUNS.includes(field));
    if (!belongs && run[field] !== undefined) say('field_of_other_purpose', field);
  }
}

const id = idSchema.exactOptional().meta({ description: 'Chosen by the client, or made by the service' });
const shared = z.boolean().exactOptional().meta({
  description:
    'Whether everybody who may read invoices may read those of the run, or each municipality its own',
});
const reason = z.string().max(1000).exactOptional().meta({ description: 'Why: kept with the version' });

/** `POST /v1/invoice-runs` */
const runRequestSchema = z
  .strictObject({ id, ...runFields, shared, reason })
  .check(hasFieldsOfPurpose)
  .meta({ id: 'NewInvoiceRun' });

/** `POST /v1/invoice-runs/preview` */
export const previewRequestSchema = requestSchema
  .check(hasFieldsOfPurpose)
  .meta({ id: 'InvoiceRunPreviewRequest' });

const totalsSchema = z.strictObject({ net: amountSchema, vat: amountSchema, payable: amountSchema });

const checkSchema = z.strictObject({
  subject: z.enum(['solution', 'municipality', 'total']),
  id: z.string(),
  expected: amountSchema,
  found: amountSchema,
});

const differenceSchema = z.strictObject({
  municipality: municipalityCodeSchema,
  before: amountSchema,
  after: amountSchema,
  difference: amountSchema,
  stops: z
    .boolean()
    .meta({ description: 'Whether it stops the run until somebody has said why it is right' }),
});

/** What a run comes to, and everything that speaks for and against it. */
const computedSchema = z
  .strictObject({
    agreement: idSchema,
    inputs: hashSchema.meta({ description: 'Names everything the run is computed from, kept for ever' }),
    price: hashSchema.meta({ description: 'The hash of the price answer that it invoices' }),
    issuedUpTo: z
      .int()
      .meta({ description: 'The last invoice of the year that it knows of, in the order of issue' }),
    invoices: z.int(),
    totals: totalsSchema,
    checks: z.array(checkSchema).meta({ description: 'Every column, row and total beside what it must be' }),
    comparedWith: z
      .string()
      .exactOptional()
      .meta({ description: 'What the differences are to: the last run, or what this one corrects' }),
    differences: z.array(differenceSchema),
  })
  .meta({ id: 'ComputedInvoiceRun' });

const acknowledgementSchema = z.strictObject({
  municipality: municipalityCodeSchema,
  reason: z.string().max(1000),
});

/** `POST /v1/invoice-runs/{id}/issue` */
export const issueRequestSchema = z
  .strictObject({
    acknowledgements: z
      .array(acknowledgementSchema)
      .max(1000, { error: 'list_too_long' })
      .default([])
      .meta({ description: 'Why each difference that stops the run is right' }),
    reason,
  })
  .meta({ id: 'InvoiceRunIssue' });

const issuedSchema = z.strictObject({
  first: invoiceNumberSchema,
  last: invoiceNumberSchema,
  issueDate: dateSchema,
  dueDate: dateSchema,
  acknowledgements: z.array(acknowledgementSchema),
});

/** A run as it is kept: what was asked for, what it comes to, and once issued its numbers. */
export const runSchemas = {
  ...keptSchemas(['KeptInvoiceRun', 'KeptInvoiceRuns'], {
    ...runFields,
    computed: computedSchema,
    issued: issuedSchema.exactOptional(),
  }),
  request: runRequestSchema,
};

/** An invoice of a preview in short. */
const previewedSchema = z.strictObject({
  municipality: municipalityCodeSchema,
  recipient: idSchema,
  instalment: z.int(),
  corrects: invoiceNumberSchema.exactOptional(),
  ...totalsSchema.shape,
});

export const previewAnswerSchema = z
  .strictObject({
    ...computedSchema.shape,
    issueDate: dateSchema.meta({ description: 'Were it issued today' }),
    dueDate: dateSchema,
    summary: z.array(previewedSchema),
    drafts: z
      .array(invoiceDraftSchema)
      .exactOptional()
      .meta({ description: 'In full: those of the municipality asked for' }),
  })
  .meta({ id: 'InvoiceRunPreview' });

/** `GET /v1/invoice-runs/{id}/evidence` */
export const evidenceSchema = z
  .strictObject({
    agreement: agreementSchema,
    scenario: scenarioSchema,
    result: priceAnswerSchema,
    run: z.strictObject({
      purpose: z.string(),
      year: yearSchema,
      plans: z.array(splitPlanSchema),
      before: z.array(invoiceSchema).meta({ description: 'What had been issued of the year' }),
      invoices: z.array(invoiceSchema),
    }),
  })
  .meta({ id: 'InvoiceRunEvidence' });

export const previewQuerySchema = z.strictObject({
  municipality: municipalityCodeSchema
    .exactOptional()
    .meta({ description: 'Whose invoices to show in full' }),
});

export type ComputedRun = z.output<typeof computedSchema>;
export type IssueRequest = z.output<typeof issueRequestSchema>;
export type IssuedPart = z.output<typeof issuedSchema>;
export type PreviewAnswer = z.output<typeof previewAnswerSchema>;
