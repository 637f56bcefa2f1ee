import { QuantileSketch, type SketchDocument } from '../src/analysis/quantile-sketch.ts';
import { kronerFromOre, ore } from '../src/money/ore.ts';
import { columnName } from './columns.ts';
import type { PointComputer } from './point-computer.ts';
import { pointsOf } from './points.ts';
import type { Bound, PointRange } from './sweep.ts';

/** What is known of the points of a chunk, or of several: how each figure is distributed and how often bounds were crossed. */
export interface ChunkSummary {
  readonly points: number;
  /** Points that cannot be priced, as when an efficiency amount exceeds a price; they count in no figure. */
  readonly refused: number;
  /** By column. */
  readonly figures: readonly SketchDocument[];
  /** By bound. */
  readonly crossed: readonly number[];
}

export function summarise(computer: PointComputer, chunk: number): ChunkSummary {
  const { sweep } = computer;
  const sketches = computer.columns.map(() => new QuantileSketch());
  const watched = sweep.bounds.map((bound) => watch(bound, computer));
  const crossed = sweep.bounds.map(() => 0);
  let [points, refused] = [0, 0];
  for (const { places } of pointsOf(sweep, computer.reaches, chunk)) {
    points += 1;
    const figures = computer.figuresAt(places);
    if (figures === undefined) {
      refused += 1;
      continue;
    }
    for (const [column, sketch] of sketches.entries()) {
      const figure = figures[column] ?? Number.NaN;
      if (!Number.isNaN(figure)) sketch.see(figure);
    }
    for (const [place, isCrossed] of watched.entries())
      if (isCrossed(figures)) crossed[place] = (crossed[place] ?? 0) + 1;
  }
  return { points, refused, figures: sketches.map((sketch) => sketch.toDocument()), crossed };
}

/** The sum of two summaries of one sweep; the order does not matter. */
export function addSummaries(first: ChunkSummary, second: ChunkSummary): ChunkSummary {
  return {
    points: first.points + second.points,
    refused: first.refused + second.refused,
    figures: first.figures.map((figure, column) => {
      const sketch = QuantileSketch.from(figure);
      const other = second.figures[column];
      if (other !== undefined) sketch.add(other);
      return sketch.toDocument();
    }),
    crossed: first.crossed.map((count, bound) => count + (second.crossed[bound] ?? 0)),
  };
}

function watch(
  { figure, side, amount }: Bound,
  { columns }: PointComputer,
): (figures: Float64Array) => boolean {
  const name = columnName(figure);
  const column = columns.findIndex((candidate) => columnName(candidate) === name);
  return (figures) => {
    const value = figures[column] ?? Number.NaN;
    return side === 'above' ? value > amount : value < amount;
  };
}

/** Points of one chunk with their figures, one JSON object to a line (NDJSON). */
export function pointLines(computer: PointComputer, range: PointRange): string {
  const names = computer.columns.map(columnName);
  let lines = '';
  for (const { point, values, figures } of computedPoints(computer, range)) {
    const named =
      figures &&
      Object.fromEntries([...figures].flatMap((figure, column) => amountOf(names[column], figure)));
    lines += `${JSON.stringify({ point, values, ...(named === undefined ? { refused: true } : { figures: named }) })}\n`;
  }
  return lines;
}

function amountOf(name: string | undefined, figure: number): [string, string][] {
  return name === undefined || Number.isNaN(figure) ? [] : [[name, kronerFromOre(ore(BigInt(figure)))]];
}

/** The same as rows for a spreadsheet: semicolons, decimal comma; the header before the first point only. */
export function pointRows(computer: PointComputer, range: PointRange): string {
  const header = [
    'point',
    ...computer.sweep.parameters.map(({ path }) => `/changes/${path.join('/')}`),
    ...computer.columns.map(columnName),
  ];
  let rows = range[0] === 0 ? `\uFEFF${header.join(';')}\r\n` : '';
  for (const { point, values, figures } of computedPoints(computer, range)) {
    const cells = computer.columns.map((_, column) => {
      const figure = figures?.[column] ?? Number.NaN;
      return Number.isNaN(figure) ? '' : kronerFromOre(ore(BigInt(figure)));
    });
    rows += `${[String(point), ...values, ...cells].join(';').replaceAll('.', ',')}\r\n`;
  }
  return rows;
}

function* computedPoints(computer: PointComputer, [from, to]: PointRange) {
  const { sweep } = computer;
  const chunk = Math.floor(from / sweep.chunkPoints);
  for (const { point, places } of pointsOf(sweep, computer.reaches, chunk)) {
    if (point >= to) return;
    if (point < from) continue;
    yield { point, values: computer.valuesAt(places), figures: computer.figuresAt(places) };
  }
}
