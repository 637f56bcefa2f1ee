import { strFromU8, unzipSync } from 'fflate';
import { type CellValue, HyperFormula, type RawCellContent } from 'hyperformula';
import { at, type Element, parsed, textAt } from './element.ts';

/** A workbook recomputed by another program than the one that wrote it, from its formulas alone. */
export interface Recomputed {
  readonly names: readonly string[];
  /** What a cell gives as recomputed, and as the file has it. */
  readonly values: (sheet: string) => readonly (readonly CellValue[])[];
  readonly written: (sheet: string) => readonly (readonly RawCellContent[])[];
  /** How many formulas the file has. */
  readonly formulas: number;
  /** Puts a number in a cell, as somebody does who changes it. */
  readonly change: (sheet: string, cell: string, value: number) => void;
}

export function recomputed(bytes: Uint8Array): Recomputed {
  const files = unzipSync(bytes);
  const xml = (name: string) => parsed(strFromU8(files[name] ?? new Uint8Array()));
  const names = at(xml('xl/workbook.xml'), 'sheets', 'sheet').map(
    ({ attributes }) => attributes.get('name') ?? '',
  );
  const sheets = names.map((name, place) => ({
    name,
    rows: rowsOf(xml(`xl/worksheets/sheet${place + 1}.xml`)),
  }));
  const contents = sheets.map(({ name, rows }) => [
    name,
    rows.map((row) => row.map(({ content }) => content)),
  ]);
  const engine = HyperFormula.buildFromSheets(Object.fromEntries(contents), {
    licenseKey: 'gpl-v3',
    smartRounding: false,
    precisionRounding: 14,
  });
  const idOf = (sheet: string) => engine.getSheetId(sheet) ?? -1;
  return {
    names,
    values: (sheet) => engine.getSheetValues(idOf(sheet)),
    written: (sheet) =>
      sheets.find(({ name }) => name === sheet)?.rows.map((row) => row.map(({ value }) => value)) ?? [],
    formulas: sheets.flatMap(({ rows }) => rows.flat()).filter(({ isFormula }) => isFormula).length,
    change: (sheet, cell, value) => {
      const address = engine.simpleCellAddressFromString(cell, idOf(sheet));
      if (address === undefined) throw new Error(`${cell} is a cell`);
      engine.setCellContents(address, value);
    },
  };
}

interface XmlCell {
  readonly content: RawCellContent;
  readonly value: RawCellContent;
  readonly isFormula: boolean;
}

const EMPTY: XmlCell = { content: null, value: null, isFormula: false };

function rowsOf(sheet: Element): XmlCell[][] {
  return at(sheet, 'sheetData', 'row').map((row) => {
    const cells: XmlCell[] = [];
    for (const cell of at(row, 'c')) {
      const column = columnOf(cell.attributes.get('r') ?? '');
      while (cells.length < column) cells.push(EMPTY);
      cells.push(cellOf(cell));
    }
    return cells;
  });
}

function cellOf(cell: Element): XmlCell {
  const formula = textAt(cell, 'f');
  const text = textAt(cell, 'is', 't');
  const number = textAt(cell, 'v');
  const isText = cell.attributes.get('t') === 'str';
  const value = text ?? (number === undefined || isText ? (number ?? null) : Number(number));
  // The apostrophe keeps text such as a municipality's code from becoming a number.
  const content = formula !== undefined ? `=${formula}` : text === undefined ? value : `'${text}`;
  return { value, content, isFormula: formula !== undefined };
}

function columnOf(name: string): number {
  const letters = name.replace(/\d+$/, '');
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
