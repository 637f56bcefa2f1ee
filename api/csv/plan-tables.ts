import type { Cell, Table } from '../../tables/table.ts';
import type { PlanComparisonAnswer } from '../answers/plan-comparison-schema.ts';
import { amountCell, countCell } from './number-cells.ts';

type Plan = PlanComparisonAnswer['plans'][number];
type Year = Plan['years'][number];

/** The tables in which plans side by side can be had as flat rows. */
export const PLAN_TABLES = [
  'initiatives',
  'criteria',
  'years',
  'areas',
  'solutions',
  'municipalities',
] as const;

/** One table of compared plans; column names are those of the answer's fields, each row begins with its plan. */
export function planTable(
  name: (typeof PLAN_TABLES)[number],
  { plans }: Pick<PlanComparisonAnswer, 'plans'>,
): Table {
  const { header, rowsOf } = TABLES[name];
  return {
    header: ['plan', ...header],
    rows: plans.flatMap((plan) => rowsOf(plan).map((row) => [plan.plan, ...row])),
  };
}

interface PlanTableForm {
  readonly header: readonly string[];
  readonly rowsOf: (plan: Plan) => readonly (readonly Cell[])[];
}

const BALANCE = ['contributed', 'carriedOver', 'committed', 'used', 'referred', 'left', 'lapsed'] as const;
const SOLUTION = ['contributed', 'received', 'net', 'carriedOver', 'committed', 'paid', 'left'] as const;
const EFFECT = ['contributed', 'received', 'net'] as const;
const PART = ['contributed', 'received', 'benefit', 'fairShare'] as const;

const TABLES: Record<(typeof PLAN_TABLES)[number], PlanTableForm> = {
  initiatives: {
    header: [
      'initiative',
      'title',
      'area',
      'target',
      'outcome',
      'wanted',
      'start',
      'cost',
      'amount',
      'value',
    ],
    rowsOf: ({ initiatives }) =>
      initiatives.map(({ initiative, title, area, target, outcome, wanted, start, cost, amount, value }) => [
        initiative,
        title,
        area,
        target,
        outcome,
        wanted,
        start ?? '',
        amountCell(cost),
        amountCell(amount),
        countCell(value),
      ]),
  },
  criteria: {
    header: ['criterion', 'amount', 'value'],
    rowsOf: ({ benefits }) =>
      benefits.map(({ criterion, amount, value }) => [criterion, countCell(amount), countCell(value)]),
  },
  years: yearForm(BALANCE, (year) => [{ name: [], line: year }]),
  areas: yearForm(EFFECT, ({ areas }) => areas.map((line) => ({ name: [line.area], line })), 'area'),
  solutions: yearForm(
    SOLUTION,
    ({ solutions }) => solutions.map((line) => ({ name: [line.solution], line })),
    'solution',
  ),
  municipalities: yearForm(
    PART,
    ({ municipalities }) => municipalities.map((line) => ({ name: [line.municipality], line })),
    'municipality',
  ),
};

/** A table with a row for each line of each year: the year, what the line is about, and its amounts. */
function yearForm<Part extends string>(
  parts: readonly Part[],
  linesOf: (
    year: Year,
  ) => readonly { readonly name: readonly string[]; readonly line: Readonly<Record<Part, string>> }[],
  ...about: readonly string[]
): PlanTableForm {
  return {
    header: ['year', ...about, ...parts],
    rowsOf: ({ years }) =>
      years.flatMap((year) =>
        linesOf(year).map(({ name, line }) => [
          year.year,
          ...name,
          ...parts.map((part) => amountCell(line[part])),
        ]),
      ),
  };
}
