import { z } from 'zod';
import { kronerFromOre } from '../../src/money/ore.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { readTable } from '../../tables/read-table.ts';
import type { ReadRows } from '../../tables/table.ts';
import { isUnknown, type Mention, unknownId } from '../checks/references.ts';
import type { AgreementDocument } from '../schema/agreement.ts';
import { checkForm } from '../schema/describe-issues.ts';
import { type PastYearDocument, pastSolutionSchema } from '../schema/past-amounts.ts';
import { municipalityCodeSchema } from '../schema/primitives.ts';
import { rowRefusal } from '../split-plans/row-refusals.ts';
import { PAST_TABLE, type PastRow } from './columns.ts';

const linesSchema = z.array(pastSolutionSchema.extend({ municipality: municipalityCodeSchema }));

type Line = z.infer<typeof linesSchema>[number];

/**
 * What municipalities have in fact paid, from the rows of a table, the header first; rows may stand in any order. Refused
 * with everything that is wrong, each with its row and column: `['rows', 17, 'amount']`.
 */
export function payersFromRows(
  rows: ReadRows,
  agreement: AgreementDocument,
): Result<PastYearDocument['municipalities']> {
  const read = readTable(rows, PAST_TABLE);
  if (!read.ok) return read;
  const lines = checkForm(
    linesSchema,
    read.value.map(({ cells }) => ({ ...cells, amount: kronerFromOre(cells.amount) })),
  );
  if (!lines.ok) return refused(...lines.refusals.map((refusal) => inRow(refusal, read.value)));
  const refusals = [...unknownIn(read.value, agreement), ...repeatedIn(read.value)];
  return refusals.length > 0 ? refused(...refusals) : accepted(gathered(lines.value));
}

function inRow(refusal: Refusal, rows: readonly PastRow[]): Refusal {
  const [place = 0, ...column] = refusal.path;
  return { ...refusal, path: ['rows', rows[Number(place)]?.row ?? 0, ...column] };
}

function unknownIn(rows: readonly PastRow[], agreement: AgreementDocument): Refusal[] {
  const municipalities = new Set(agreement.municipalities.map(({ municipality }) => municipality));
  const solutions = new Set(agreement.solutions.map(({ solution }) => solution));
  return rows
    .flatMap(({ row, cells: { municipality, solution } }): Mention[] => [
      { kind: 'municipality', known: municipalities, id: municipality, path: ['rows', row, 'municipality'] },
      { kind: 'solution', known: solutions, id: solution, path: ['rows', row, 'solution'] },
    ])
    .filter(isUnknown)
    .map(unknownId);
}

function repeatedIn(rows: readonly PastRow[]): Refusal[] {
  const said = new Map<string, number>();
  return rows.flatMap(({ row, cells: { municipality, solution } }) => {
    const key = `${municipality} ${solution}`;
    const earlier = said.get(key);
    if (earlier !== undefined) return [rowRefusal('row_repeated', row, undefined, String(earlier))];
    said.set(key, row);
    return [];
  });
}

function gathered(lines: readonly Line[]): PastYearDocument['municipalities'] {
  const byMunicipality = Map.groupBy(lines, ({ municipality }) => municipality);
  return [...byMunicipality].map(([municipality, paid]) => ({
    municipality,
    solutions: paid.map(({ solution, amount }) => ({ solution, amount })),
  }));
}
