import { z } from 'zod';
import { idSchema, municipalityCodeSchema } from '../../data/schema/primitives.ts';
import { MUNICIPALITY_TABLES } from '../csv/municipality-tables.ts';
import { POOL_TABLES } from '../csv/pool-tables.ts';
import { PRICE_LIST_TABLES } from '../csv/price-list-tables.ts';

export const yearTextSchema = z
  .string()
  .regex(/^20\d{2}$|^2100$/, { error: 'year_form' })
  .transform(Number);

const reportFields = {
  scenario: idSchema.meta({ description: 'The id of a kept scenario', examples: ['baseline'] }),
  from: yearTextSchema.exactOptional().meta({
    description: "The first year; left out: the scenario's first",
    examples: ['2026'],
  }),
  to: yearTextSchema.exactOptional().meta({ description: "The last year; left out: the scenario's last" }),
};

export const priceListQuerySchema = z.strictObject({ ...reportFields, table: tableOf(PRICE_LIST_TABLES) });

export const poolQuerySchema = z.strictObject({ ...reportFields, table: tableOf(POOL_TABLES) });

export const municipalityQuerySchema = z.strictObject({
  ...reportFields,
  municipality: municipalityCodeSchema,
  table: tableOf(MUNICIPALITY_TABLES),
});

/** Which years of which kept scenario a report is about. */
export interface ReportedSpan {
  readonly scenario: string;
  readonly from?: number;
  readonly to?: number;
}

function tableOf<Tables extends readonly [string, ...string[]]>(tables: Tables) {
  return z.enum(tables).default(tables[0]).meta({
    description: 'Which table of the answer the flat rows of text/csv are; JSON always holds all of them',
  });
}
