import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { compileKey } from '../src/engine/compiled-key.ts';
import { type MatrixColumn, splitMatrix } from '../src/engine/split-matrix.ts';
import { besidePeer, type Row } from './row.ts';

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** The fraction of the rows that takes part in a column. */
  readonly density: number;
}

const SIZES: readonly Size[] = [
  { rows: 98, columns: 13, density: 1 },
  { rows: 1_000, columns: 100, density: 1 },
  { rows: 35_000, columns: 100, density: 1 },
  { rows: 35_000, columns: 1_000, density: 0.1 },
];

/** The two-way split from Denmark to a country of 35,000 municipalities, beside one pass over the same cells. */
export async function measureSplitGrowth(): Promise<Row[]> {
  const points: { readonly size: number; readonly milliseconds: number }[] = [];
  const rows: Row[] = [];
  for (const size of SIZES) {
    const columns = table(size);
    const cells = columns.reduce((sum, { key }) => sum + key.rows.length, 0);
    const runs = cells < 10_000 ? 200 : cells < 1_000_000 ? 10 : 3;
    const split = fastest(runs, () => splitMatrix(columns, size.rows));
    const pass = fastest(runs, () => passOver(columns));
    points.push({ size: size.rows * size.columns, milliseconds: split });
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    const what = `two-way split, ${size.rows} × ${size.columns}${size.density < 1 ? ', a tenth of the cells' : ''}`;
    const note = `${cells} cells, ${memory} MiB resident${points.length < SIZES.length ? '' : `; slope ${slope(points).toFixed(2)} (aim: at most 1.10)`}`;
    rows.push({
      ...besidePeer({ what, milliseconds: split }, { what: 'one pass over the cells', milliseconds: pass }),
      note,
    });
  }
  return rows;
}

function table({ rows, columns, density }: Size): MatrixColumn[] {
  const generator = xoroshiro128plus(rows + columns);
  const draw = (most: number) => Math.floor(uniformFloat64(generator) * most);
  return Array.from({ length: columns }, () => {
    const weights = Array.from({ length: rows }, () =>
      draw(1_000) < density * 1_000 ? BigInt(1 + draw(700_000)) : 0n,
    );
    return { total: draw(1e10), key: compileKey(weights) };
  });
}

function passOver(columns: readonly MatrixColumn[]): number {
  let sum = 0;
  for (const { total, key } of columns) {
    if (key.kind !== 'safe') continue;
    const { weights, divisor } = key;
    for (let cell = 0; cell < weights.length; cell++)
      sum += Math.floor((total * (weights[cell] ?? 0)) / divisor);
  }
  return sum;
}

/** The fastest of several runs: what the work takes when nobody else is at it. */
function fastest(runs: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Of the line through the points on paper with two logarithmic scales, by least squares. */
function slope(points: readonly { readonly size: number; readonly milliseconds: number }[]): number {
  const logs = points.map(({ size, milliseconds }) => [Math.log(size), Math.log(milliseconds)] as const);
  const mean = (place: 0 | 1) => logs.reduce((sum, log) => sum + log[place], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const across = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return across / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}
