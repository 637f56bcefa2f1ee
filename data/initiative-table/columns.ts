import type { Ore } from '../../src/money/ore.ts';
import type { Rate } from '../../src/money/rate.ts';
import { decimalCell, moneyCell, textCell, wholeCell } from '../../tables/cell-readers.ts';
import { type Column, needed, optional, type TableRow } from '../../tables/read-table.ts';

/**
 * The columns that every table of initiatives may have; names are those of the fields in the JSON form. Besides there is a column
 * `cost.2026` for each year with cost, and `score.security` for each criterion with points.
 */
export const INITIATIVE_TABLE = {
  id: needed(textCell),
  title: needed(textCell),
  area: needed(textCell),
  /** A solution, or `new`. */
  target: needed(textCell),
  focus: optional(textCell),
  priceLevel: needed(wholeCell),
  benefitPerYear: optional(moneyCell),
  /** `ja` or `nej`. */
  statutory: optional(textCell),
  earliestStart: optional(wholeCell),
  latestStart: optional(wholeCell),
  minShare: optional(decimalCell),
  /** Ids with semicolons between them. */
  dependsOn: optional(textCell),
  excludes: optional(textCell),
  group: optional(textCell),
  /** `population`, `equal`, or the key as JSON. */
  beneficiaries: optional(textCell),
  /** `example` or `published`. */
  provenance: optional(textCell),
  /** The note of an example, the source of what is published. */
  source: optional(textCell),
  sourceDate: optional(textCell),
  /** Whether everybody may read it: `ja` or `nej`. */
  shared: optional(textCell),
} as const;

type CostColumn = `cost.${number}`;
type ScoreColumn = `score.${string}`;

type Costs = Readonly<Record<CostColumn, Column<Ore | undefined>>>;
type Scores = Readonly<Record<ScoreColumn, Column<Rate | undefined>>>;
type InitiativeForm = typeof INITIATIVE_TABLE & Costs & Scores;

export function costColumn(year: number): CostColumn {
  return `cost.${year}`;
}

export function scoreColumn(criterion: string): ScoreColumn {
  return `score.${criterion}`;
}

const COST = /^cost\.(\d{4})$/i;
const SCORE = /^score\.(.+)$/i;

/** All columns of a table with this header: those of every table, and those of the years and criteria that it names. */
export function columnsFor(header: readonly string[]) {
  const years = header.flatMap((name) => COST.exec(name)?.[1] ?? []).map(Number);
  const criteria = header.flatMap((name) => SCORE.exec(name)?.[1] ?? []);
  const costs: Costs = Object.fromEntries(years.map((year) => [costColumn(year), optional(moneyCell)]));
  const scores: Scores = Object.fromEntries(
    criteria.map((criterion) => [scoreColumn(criterion), optional(decimalCell)]),
  );
  const form: InitiativeForm = { ...INITIATIVE_TABLE, ...costs, ...scores };
  return { years, criteria, form };
}

export type InitiativeCells = TableRow<InitiativeForm>['cells'];
