import { z } from 'zod';
import type { Agreement } from '../../src/agreement/agreement.ts';
import type { SplitPlan } from '../../src/invoicing/split-plan.ts';
import { type Refusal, type Result, refused } from '../../src/refusal.ts';
import { readTable } from '../../tables/read-table.ts';
import type { ReadRows } from '../../tables/table.ts';
import { checkForm } from '../schema/describe-issues.ts';
import { splitPlanSchema } from '../schema/split-plan.ts';
import { PLAN_TABLE } from './columns.ts';
import { gatherPlans, type Origins } from './gather-plans.ts';
import { rowRefusal } from './row-refusals.ts';
import { splitPlansFromDocument } from './split-plans-from-document.ts';

/**
 * Reads split plans from the rows of a table, the header first: all municipalities at once. Rows may stand in any order; that
 * of parts is kept.
 * Refused with everything that is wrong, each with the row and column: `['rows', 17, 'gln']`, where rows count as the
 * spreadsheet counts them.
 */
export function plansFromRows(rows: ReadRows, agreement: Agreement): Result<SplitPlan[]> {
  const read = readTable(rows, PLAN_TABLE);
  if (!read.ok) return read;
  const { documents, origins, refusals } = gatherPlans(read.value);
  const checked = checkForm(z.array(splitPlanSchema), documents);
  const plans = checked.ok ? splitPlansFromDocument(checked.value, agreement) : checked;
  if (plans.ok && refusals.length === 0) return plans;
  const inPlans = plans.ok ? [] : plans.refusals;
  return refused(...refusals, ...inPlans.map((refusal) => inRow(refusal, origins)));
}

/** The rows of a table that are about another municipality than the one it is for. Of a table that cannot be read there are none. */
export function foreignRows(rows: ReadRows, municipality: string): Refusal[] {
  const read = readTable(rows, PLAN_TABLE);
  if (!read.ok) return [];
  return read.value.flatMap(({ row, cells: { municipality: named = municipality } }) =>
    named === municipality ? [] : [rowRefusal('row_of_another', row, 'municipality', named)],
  );
}

/** Fields of a document that have another name as a column. */
const COLUMN_OF: Readonly<Record<string, string>> = { defaultRecipient: 'recipient', parts: 'share' };

/** The refusal of a plan's field as one of the row that the field came from. */
function inRow(refusal: Refusal, origins: Origins): Refusal {
  const { path } = refusal;
  const depth = path.findLastIndex((_, place) => origins.has(JSON.stringify(path.slice(0, place + 1))));
  const row = origins.get(JSON.stringify(path.slice(0, depth + 1)));
  const field = path.slice(depth + 1).find((step) => typeof step === 'string');
  if (row === undefined) return refusal;
  const isLine = path[1] === 'lines';
  const column =
    isLine && field === 'accountString' ? 'lineAccountString' : (COLUMN_OF[field ?? ''] ?? field);
  return { ...refusal, path: ['rows', row, ...(column === undefined ? [] : [column])] };
}
