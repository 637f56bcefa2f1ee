import type { Cell } from '../table.ts';
import type { StyleName } from './styles.ts';

/** A cell of a sheet with how it looks. */
export interface SheetCell {
  /** What the cell shows; of a formula, what it gives as computed here. */
  readonly value: Cell;
  /** Without the leading equals sign, in the names that files have: `ROUND(B2*1.02,2)`. */
  readonly formula?: string;
  /** Absent: what suits the kind of the value. */
  readonly style?: StyleName;
}

/** A sheet of a workbook. */
export interface Sheet {
  /** At most 31 characters, without `[ ] : * ? / \`. */
  readonly name: string;
  /** The widths of columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
  /** Rows and columns that stay in sight while one scrolls. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The range with buttons to sort and filter by, such as `A1:C99`. */
  readonly filter?: string;
}

/** Column 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : `${columnName(rest - 1)}${letter}`;
}

/** `B3` for column 1 of row 3. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}
