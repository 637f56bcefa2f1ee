import { PAGE, TEXT_WIDTH, type TextStyle } from './page.ts';
import type { Placed, Typesetter } from './typesetter.ts';

/** A column of a table: amounts are set to the right, and never broken. */
export interface PdfColumn {
  readonly title: string;
  /** In points; `fit` for as much as its widest cell takes, `rest` in one column for what the others leave. */
  readonly width: number | 'fit' | 'rest';
  readonly align?: 'left' | 'right';
}

/** A column whose width is settled. */
interface SettledColumn extends PdfColumn {
  readonly width: number;
}

export interface PdfRow {
  readonly cells: readonly string[];
  readonly style: TextStyle;
  /** How far the first cell stands in. */
  readonly indent?: number;
  /** Air above the row. */
  readonly above?: number;
  /** Whether the row must not be the last on its page. */
  readonly keepWithNext?: true;
}

const GAP = 8;
const ROW_AIR = 3.2;

/** Sets a table; on every page that it continues on, its header stands again. */
export function setTable(
  typesetter: Typesetter,
  columns: readonly PdfColumn[],
  headerStyle: TextStyle,
  rows: readonly PdfRow[],
): void {
  const titles = { cells: columns.map(({ title }) => title), style: headerStyle };
  const settled = settledColumns(typesetter, columns, [titles, ...rows]);
  const header = placed(settled, titles);
  const headerHeight = heightOf(typesetter, header) + ROW_AIR * 2;
  typesetter.needs(headerHeight * 3);
  typesetter.within('Table', () => {
    typesetter.within('TR', () => setCells(typesetter, header, 'Column'));
    underHeader(typesetter, headerHeight);
    for (const row of rows) {
      const cells = placed(settled, row);
      const height = heightOf(typesetter, cells);
      const { above = 0 } = row;
      const room = above + height * (row.keepWithNext === true ? 3 : 1) + ROW_AIR;
      if (typesetter.needs(room)) {
        typesetter.repeated(header);
        underHeader(typesetter, headerHeight);
      } else typesetter.down(above);
      typesetter.within('TR', () => setCells(typesetter, cells));
      typesetter.down(height + ROW_AIR);
    }
  });
}

function settledColumns(
  typesetter: Typesetter,
  columns: readonly PdfColumn[],
  rows: readonly PdfRow[],
): SettledColumn[] {
  const fitting = columns.map(({ width }, column) => {
    if (width === 'rest') return 0;
    if (width !== 'fit') return width;
    return rows.reduce(
      (most, { cells, style }) => Math.max(most, typesetter.widthOf(cells[column] ?? '', style) + GAP),
      0,
    );
  });
  const rest = TEXT_WIDTH - fitting.reduce((sum, width) => sum + width, 0);
  return columns.map((column, place) => ({
    ...column,
    width: column.width === 'rest' ? rest : (fitting[place] ?? 0),
  }));
}

function placed(columns: readonly SettledColumn[], { cells, style, indent = 0 }: PdfRow): Placed[] {
  let x: number = PAGE.left;
  return columns.map(({ width, align = 'left' }, place): Placed => {
    const inward = place === 0 ? indent : 0;
    const cell = { text: cells[place] ?? '', style, x: x + inward, width: width - inward - GAP, align };
    x += width;
    return align === 'right' ? { ...cell, width: width - inward } : cell;
  });
}

function heightOf(typesetter: Typesetter, cells: readonly Placed[]): number {
  return cells.reduce((height, cell) => Math.max(height, typesetter.heightOf(cell)), 0);
}

function setCells(typesetter: Typesetter, cells: readonly Placed[], scope?: 'Column'): void {
  cells.forEach((cell, place) => {
    const content = () => {
      if (cell.text !== '') typesetter.place(cell);
    };
    if (scope !== undefined) typesetter.within('TH', content, { scope });
    else if (place === 0) typesetter.within('TH', content, { scope: 'Row' });
    else typesetter.within('TD', content);
  });
}

function underHeader(typesetter: Typesetter, height: number): void {
  typesetter.down(height - ROW_AIR);
  typesetter.rule();
  typesetter.down(ROW_AIR);
}
