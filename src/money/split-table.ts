import { byCodePoint } from '../order.ts';
import { accepted, type Bilingual, collect, type Result, refused } from '../refusal.ts';
import { apportion } from './apportionment.ts';
import { type Exact, exactFromRate, sign, ZERO } from './exact.ts';
import { type Ore, sumOre, ZERO_ORE } from './ore.ts';
import { isNegativeRate, type Rate } from './rate.ts';
import { type SplitColumn, splitTwoWay } from './two-way-split.ts';

export type SplitMethod = 'two-way' | 'largest-remainder';

/** One amount to be split over named rows; a row that is not named weighs zero. */
export interface NamedColumn {
  readonly id: string;
  readonly amount: Ore;
  readonly weights: ReadonlyMap<string, Rate>;
}

export interface SplitRow {
  readonly id: string;
  readonly total: Ore;
  /** A cell for every column, by column id, in the order of the table's columns. */
  readonly cells: ReadonlyMap<string, Ore>;
}

export interface SplitTable {
  /** By id in code point order. */
  readonly rows: readonly SplitRow[];
  readonly columns: readonly { readonly id: string; readonly total: Ore }[];
  readonly total: Ore;
}

/**
 * Splits named amounts over named rows: exact in both directions (`two-way`), or every column by itself
 * (`largest-remainder`). Rows and columns are sorted by id first, so the order of the input changes nothing.
 * Model, section 4; contract, `POST /v1/splits`.
 *
 * @returns refused with `column_id_repeated`, `weight_negative` or `column_without_weight`
 */
export function splitTable(columns: readonly NamedColumn[], method: SplitMethod): Result<SplitTable> {
  const checked = collect(columns.map((column, place) => checkColumn(column, place, columns)));
  if (!checked.ok) return checked;

  const sorted = checked.value.toSorted((first, second) => byCodePoint(first.id, second.id));
  const rowIds = [...new Set(sorted.flatMap(({ weights }) => [...weights.keys()]))].sort(byCodePoint);
  const splits = splitBy(
    method,
    sorted.map(({ amount, weights }) => ({
      total: amount,
      weights: rowIds.map((row) => weightOf(weights, row)),
    })),
  );
  const rows = rowIds.map((id, row) => {
    const cells = new Map(sorted.map((column, place) => [column.id, splits[place]?.[row] ?? ZERO_ORE]));
    return { id, total: sumOre(cells.values()), cells };
  });
  return accepted({
    rows,
    columns: sorted.map(({ id, amount }) => ({ id, total: amount })),
    total: sumOre(sorted.map(({ amount }) => amount)),
  });
}

function splitBy(method: SplitMethod, columns: readonly SplitColumn[]): Ore[][] {
  if (method === 'two-way') return splitTwoWay(columns);
  return columns.map(({ total, weights }) => apportion(total, weights));
}

function weightOf(weights: ReadonlyMap<string, Rate>, row: string): Exact {
  const weight = weights.get(row);
  return weight === undefined ? ZERO : exactFromRate(weight);
}

function checkColumn(
  column: NamedColumn,
  place: number,
  columns: readonly NamedColumn[],
): Result<NamedColumn> {
  if (columns.findIndex(({ id }) => id === column.id) < place)
    return columnRefused(place, 'id', 'column_id_repeated', column.id);
  const negative = [...column.weights].find(([, weight]) => isNegativeRate(weight));
  if (negative !== undefined)
    return columnRefused(place, 'weights', 'weight_negative', column.id, negative[0]);
  const isWeightless = [...column.weights.values()].every((weight) => sign(exactFromRate(weight)) === 0);
  if (isWeightless && column.amount !== 0n)
    return columnRefused(place, 'weights', 'column_without_weight', column.id);
  return accepted(column);
}

const COLUMN_TEXTS = {
  column_id_repeated: (column) => ({
    message: {
      da: `Kolonnen "${column}" står der mere end én gang.`,
      en: `The column "${column}" is there more than once.`,
    },
    remedy: { da: 'Giv hver kolonne sit eget id.', en: 'Give each column an id of its own.' },
  }),
  weight_negative: (column) => ({
    message: {
      da: `Kolonnen "${column}" har en negativ vægt.`,
      en: `The column "${column}" has a negative weight.`,
    },
    remedy: { da: 'Vægte er 0 eller derover.', en: 'Weights are 0 or more.' },
  }),
  column_without_weight: (column) => ({
    message: {
      da: `Kolonnen "${column}" har et beløb, men ingen vægt over 0 at fordele det efter.`,
      en: `The column "${column}" has an amount but no weight above 0 to split it by.`,
    },
    remedy: { da: 'Giv mindst én række en vægt over 0.', en: 'Give at least one row a weight above 0.' },
  }),
} satisfies Record<string, (column: string) => { message: Bilingual; remedy: Bilingual }>;

function columnRefused(
  place: number,
  field: string,
  code: keyof typeof COLUMN_TEXTS,
  column: string,
  ...deeper: string[]
): Result<never> {
  return refused({ code, path: ['columns', place, field, ...deeper], ...COLUMN_TEXTS[code](column) });
}
