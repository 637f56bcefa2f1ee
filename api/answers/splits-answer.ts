import { z } from 'zod';
import { kronerFromOre } from '../../src/money/ore.ts';
import type { SplitTable } from '../../src/money/split-table.ts';
import { amountSchema } from './answer-primitives.ts';

/** The answer of `POST /v1/splits`; contract. */
export const splitsAnswerSchema = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        id: z.string(),
        total: amountSchema,
        cells: z.record(z.string(), amountSchema).meta({ description: 'Amount by column id' }),
      }),
    ),
    columns: z.array(z.strictObject({ id: z.string(), total: amountSchema })),
    total: amountSchema,
  })
  .meta({ id: 'SplitsAnswer' });

export type SplitsAnswer = z.infer<typeof splitsAnswerSchema>;

export function splitsAnswer({ rows, columns, total }: SplitTable): SplitsAnswer {
  return {
    rows: rows.map(({ id, total, cells }) => ({
      id,
      total: kronerFromOre(total),
      cells: Object.fromEntries([...cells].map(([column, amount]) => [column, kronerFromOre(amount)])),
    })),
    columns: columns.map(({ id, total }) => ({ id, total: kronerFromOre(total) })),
    total: kronerFromOre(total),
  };
}
