import type { Refusal } from '../../src/refusal.ts';
import type { ReadCell, ReadRows } from '../table.ts';
import { tableRefusal } from '../table-refusals.ts';
import { cellValue, type XmlCell } from './cell-value.ts';
import { columnName } from './sheet.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { type OpenedElement, walkXml } from './xml-events.ts';

/** A file may name a cell a million rows down, and the rows in between count; no table of ours is as long or as wide as this. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 1_000;

/** A sheet's rows, and the cells whose value the spreadsheet could not compute, or has not computed. */
export function sheetCells(parts: WorkbookParts): { rows: ReadRows; refusals: readonly Refusal[] } {
  const reader = new SheetReader(parts);
  walkXml(parts.sheet, {
    open: (element) => reader.open(element),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return { rows: reader.rows(), refusals: reader.refusals };
}

class SheetReader {
  readonly refusals: Refusal[] = [];
  readonly #parts: WorkbookParts;
  /** By row and column, both counted from 0. */
  readonly #cells = new Map<number, Map<number, ReadCell>>();
  readonly #inside: string[] = [];
  #row = 0;
  #column = 0;
  #cell: XmlCell | undefined;

  constructor(parts: WorkbookParts) {
    this.#parts = parts;
  }

  open({ name, attribute }: OpenedElement): void {
    this.#inside.push(name);
    if (name === 'row') {
      this.#row = Number(attribute('r') ?? this.#row + 1);
      this.#column = 0;
    } else if (name === 'c') {
      this.#column = columnNumber(attribute('r')) ?? this.#column + 1;
      const style = Number(attribute('s') ?? 0);
      this.#cell = { type: attribute('t') ?? 'n', style, hasFormula: false, value: undefined, inline: '' };
    } else if (name === 'f' && this.#cell !== undefined) this.#cell.hasFormula = true;
    else if (name === 'v' && this.#cell !== undefined) this.#cell.value = '';
  }

  text(text: string): void {
    const cell = this.#cell;
    if (cell === undefined) return;
    const element = this.#inside.at(-1);
    if (element === 'v') cell.value = `${cell.value ?? ''}${text}`;
    // What tells how a text is pronounced (rPh) is not part of it.
    if (element === 't' && !this.#inside.includes('rPh')) cell.inline += text;
  }

  close(name: string): void {
    this.#inside.pop();
    if (name !== 'c' || this.#cell === undefined) return;
    const { type, hasFormula, value } = this.#cell;
    const place = { row: this.#row, column: columnName(this.#column - 1) };
    if (type === 'e') this.refusals.push(tableRefusal('cell_error', place, value));
    else if (hasFormula && value === undefined) this.refusals.push(tableRefusal('cell_not_computed', place));
    else this.#put(cellValue(this.#cell, this.#parts));
    this.#cell = undefined;
  }

  /** Dense rows, as a spreadsheet counts them. */
  rows(): ReadRows {
    const last = greatest(this.#cells.keys());
    return Array.from({ length: last }, (_, place) => {
      const cells = this.#cells.get(place + 1) ?? new Map<number, ReadCell>();
      const width = greatest(cells.keys());
      return Array.from({ length: width }, (_each, column) => cells.get(column + 1) ?? '');
    });
  }

  #put(value: ReadCell): void {
    if (value === '') return;
    if (this.#row > MOST_ROWS || this.#column > MOST_COLUMNS) {
      const place = { row: this.#row, column: columnName(this.#column - 1) };
      if (this.refusals.every(({ code }) => code !== 'cell_too_far'))
        this.refusals.push(tableRefusal('cell_too_far', place));
      return;
    }
    const cells = this.#cells.get(this.#row) ?? new Map<number, ReadCell>();
    cells.set(this.#column, value);
    this.#cells.set(this.#row, cells);
  }
}

function greatest(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

/** The column of `AB12`, counted from 1. */
function columnNumber(name: string | undefined): number | undefined {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(name ?? '') ?? [];
  if (letters === undefined) return undefined;
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
