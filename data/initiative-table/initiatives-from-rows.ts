import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import { accepted, collect, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { cellText } from '../../tables/cell-readers.ts';
import { readTable } from '../../tables/read-table.ts';
import type { ReadRows } from '../../tables/table.ts';
import { readJson } from '../json-text.ts';
import { checkForm } from '../schema/describe-issues.ts';
import { type InitiativeDocument, initiativeSchema } from '../schema/proposal.ts';
import { columnsFor, costColumn, type InitiativeCells, scoreColumn } from './columns.ts';
import { type CellRefusalCode, cellRefusal } from './row-refusals.ts';

/** An initiative as a row of a table says it. */
export interface TabledInitiative {
  /** As the spreadsheet counts it; the header is row 1. */
  readonly row: number;
  readonly document: InitiativeDocument;
  /** Absent: the row does not say. */
  readonly shared?: boolean;
}

/**
 * The initiatives of a table; refused with everything that is wrong with its cells and with what they say, each with row and column:
 * `['rows', 17, 'cost.2026']`.
 */
export function initiativesFromRows(rows: ReadRows): Result<TabledInitiative[]> {
  const { years, criteria, form } = columnsFor((rows[0] ?? []).map(cellText));
  const table = readTable(rows, form);
  if (!table.ok) return table;
  return collect(table.value.map(({ row, cells }) => initiativeFromCells(row, cells, years, criteria)));
}

function initiativeFromCells(
  row: number,
  cells: InitiativeCells,
  years: readonly number[],
  criteria: readonly string[],
): Result<TabledInitiative> {
  const read = collect<unknown>([
    flag(row, 'statutory', cells),
    flag(row, 'shared', cells),
    keyIn(row, cells),
    provenanceIn(row, cells),
  ]);
  if (!read.ok) return read;
  const [statutory, shared, beneficiaries, provenance] = read.value;
  const raw = {
    ...plainFields(cells),
    costs: costsIn(cells, years),
    ...benefitIn(cells, criteria),
    ...given({ statutory, beneficiaries, provenance }),
  };
  const checked = checkForm(initiativeSchema, raw);
  if (!checked.ok) return refused(...checked.refusals.map((refusal) => atCell(row, raw.costs, refusal)));
  return accepted({ row, document: checked.value, ...(typeof shared === 'boolean' && { shared }) });
}

function plainFields(cells: InitiativeCells) {
  const { id, title, area, target, focus, priceLevel, earliestStart, latestStart, minShare, group } = cells;
  return {
    ...given({ id, title, area, target, focus, priceLevel, earliestStart, latestStart, group }),
    ...given({ dependsOn: listIn(cells.dependsOn), excludes: listIn(cells.excludes) }),
    ...(minShare !== undefined && { minShare: rateText(minShare) }),
  };
}

function costsIn(cells: InitiativeCells, years: readonly number[]) {
  return years.flatMap((year) => {
    const amount = cells[costColumn(year)];
    return amount === undefined ? [] : [{ year, amount: kronerFromOre(amount) }];
  });
}

function benefitIn(cells: InitiativeCells, criteria: readonly string[]) {
  const scores = criteria.flatMap((criterion) => {
    const score = cells[scoreColumn(criterion)];
    return score === undefined ? [] : [[criterion, rateText(score)] as const];
  });
  const { benefitPerYear } = cells;
  if (scores.length === 0 && benefitPerYear === undefined) return {};
  return {
    benefit: {
      ...(benefitPerYear !== undefined && { perYear: kronerFromOre(benefitPerYear) }),
      ...(scores.length > 0 && { scores: Object.fromEntries(scores) }),
    },
  };
}

/** Only what is said. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function listIn(text: string | undefined): string[] | undefined {
  const ids = text?.split(/[;,\s]+/).filter((id) => id !== '');
  return ids === undefined || ids.length === 0 ? undefined : ids;
}

const FLAGS = new Map([
  ...['ja', 'yes', 'true', 'sand'].map((text) => [text, true] as const),
  ...['nej', 'no', 'false', 'falsk'].map((text) => [text, false] as const),
]);

function flag(
  row: number,
  column: 'statutory' | 'shared',
  cells: InitiativeCells,
): Result<boolean | undefined> {
  const text = cells[column];
  if (text === undefined) return accepted(undefined);
  const value = FLAGS.get(text.toLowerCase());
  return value === undefined ? refusedCell('cell_not_yes_or_no', row, column) : accepted(value);
}

function keyIn(row: number, { beneficiaries: text }: InitiativeCells): Result<unknown> {
  if (text === undefined) return accepted(undefined);
  if (text === 'population' || text === 'equal') return accepted({ kind: text });
  const reading = readJson(text);
  return reading.ok ? accepted(reading.value) : refusedCell('cell_not_key', row, 'beneficiaries');
}

function provenanceIn(
  row: number,
  { provenance: kind, source, sourceDate: date }: InitiativeCells,
): Result<unknown> {
  if (kind === undefined && (source !== undefined || date !== undefined))
    return refusedCell('source_without_provenance', row, 'provenance');
  if (kind === undefined) return accepted(undefined);
  return accepted({ kind, ...given(kind === 'example' ? { note: source, date } : { source, date }) });
}

function refusedCell(code: CellRefusalCode, row: number, column: string): Result<never> {
  return refused(cellRefusal(code, row, column));
}

/** Where in the table the field at fault stands. */
function atCell(row: number, costs: readonly { readonly year: number }[], refusal: Refusal): Refusal {
  const [field, place, ...rest] = refusal.path;
  return { ...refusal, path: ['rows', row, columnOf(String(field ?? 'id'), place, rest, costs)] };
}

function columnOf(
  field: string,
  place: string | number | undefined,
  rest: readonly (string | number)[],
  costs: readonly { readonly year: number }[],
): string {
  const year = typeof place === 'number' ? costs[place]?.year : undefined;
  if (field === 'costs') return year === undefined ? 'cost' : costColumn(year);
  if (field !== 'benefit') return field;
  return place === 'scores' ? scoreColumn(String(rest[0] ?? '')) : 'benefitPerYear';
}

/** Where in the table a field of an initiative stands: for what is found in a whole portfolio. */
export function atRow({ row, document }: TabledInitiative, refusal: Refusal): Refusal {
  return atCell(row, document.costs, refusal);
}
