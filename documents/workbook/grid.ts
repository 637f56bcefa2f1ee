import type { Cell } from '../../tables/table.ts';
import { cellName, columnName, type Sheet, type SheetCell } from '../../tables/xlsx/sheet.ts';
import type { StyleName } from '../../tables/xlsx/styles.ts';

/** Where a cell is, as formulas on any sheet name it: `'Priser 2026'!$C$5`. */
export type Reference = string;

/** A sheet in the making. Rows count from 1, as formulas do, columns from 0. */
export class Grid {
  readonly #name: string;
  readonly #widths: readonly number[];
  readonly #rows: (SheetCell | undefined)[][] = [];

  constructor(name: string, widths: readonly number[]) {
    this.#name = name;
    this.#widths = widths;
  }

  put(column: number, row: number, value: Cell, style?: StyleName): Reference {
    return this.#set(column, row, { value, ...(style !== undefined && { style }) });
  }

  /** A formula, with what it gives for the figures of the scenario. */
  formula(column: number, row: number, formula: string, value: Cell, style?: StyleName): Reference {
    return this.#set(column, row, { value, formula, ...(style !== undefined && { style }) });
  }

  /** Titles of columns, from the first one on. */
  header(row: number, titles: readonly string[], from = 0): void {
    for (const [place, title] of titles.entries()) this.put(from + place, row, title, 'heading');
  }

  reference(column: number, row: number): Reference {
    return `'${this.#name}'!$${columnName(column)}$${row}`;
  }

  /** Cells of a column, from one row to another. */
  range(column: number, from: number, to: number): Reference {
    return `${this.reference(column, from)}:$${columnName(column)}$${to}`;
  }

  /** The rows and columns that stay in sight. */
  sheet(rows: number, columns: number): Sheet {
    const width = this.#rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    const widths = Array.from(
      { length: width },
      (_, place) => this.#widths[place] ?? this.#widths.at(-1) ?? 12,
    );
    return {
      name: this.#name,
      widths,
      rows: this.#rows.map((cells) => [...cells]),
      frozen: { rows, columns },
    };
  }

  #set(column: number, row: number, cell: SheetCell): Reference {
    while (this.#rows.length < row) this.#rows.push([]);
    const cells = this.#rows[row - 1] ?? [];
    while (cells.length <= column) cells.push(undefined);
    cells[column] = cell;
    return this.reference(column, row);
  }
}

/** Cells of one row of the sheet itself: `B4:F4`. */
export function rowRange(row: number, from: number, to: number): string {
  return `${cellName(from, row)}:${cellName(to, row)}`;
}
