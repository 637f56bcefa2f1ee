import { type Xml, xmlPart } from './xml.ts';

interface Style {
  /** How numbers are written; spreadsheets put in the separators of the reader's own language. */
  readonly format?: keyof typeof FORMATS;
  readonly font?: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly align?: 'left' | 'right';
  /** Keeps text from becoming a formula when somebody edits the cell. */
  readonly quoted?: true;
}

const FORMATS = {
  general: 'General',
  text: '@',
  whole: '#,##0',
  money: '#,##0.00',
  date: 'dd-mm-yyyy',
} as const;

const FONTS = {
  plain: { size: '11', color: 'FF1A1A1A' },
  bold: { size: '11', color: 'FF1A1A1A', bold: true },
} as const;

/** The first two are those that every file must begin with. */
const FILLS = { none: undefined, pattern: undefined, heading: 'FFE6ECF0' } as const;

/** How cells can look. */
const STYLES = {
  text: {},
  quoted: { quoted: true },
  heading: { font: 'bold', fill: 'heading' },
  whole: { format: 'whole' },
  decimal: {},
  money: { format: 'money' },
  date: { format: 'date' },
  /** A number with more digits than a spreadsheet keeps, as text. */
  long: { format: 'text', align: 'right' },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

/** A style's place in the file's list of styles. */
export function styleIndex(name: StyleName): number {
  return Object.keys(STYLES).indexOf(name);
}

const FIRST_OWN_FORMAT = 164;

export function stylesPart(): string {
  return xmlPart({
    styleSheet: {
      '@xmlns': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      numFmts: counted(
        'numFmt',
        Object.values(FORMATS).map((formatCode, place) => ({
          '@numFmtId': String(FIRST_OWN_FORMAT + place),
          '@formatCode': formatCode,
        })),
      ),
      fonts: counted('font', Object.values(FONTS).map(fontXml)),
      fills: counted('fill', Object.entries(FILLS).map(fillXml)),
      borders: counted('border', [{ left: '', right: '', top: '', bottom: '', diagonal: '' }]),
      cellStyleXfs: counted('xf', [{}]),
      cellXfs: counted('xf', Object.values(STYLES).map(cellXml)),
    },
  });
}

function counted(name: string, items: readonly Xml[]): Xml {
  return { '@count': String(items.length), [name]: items };
}

function fontXml(font: { size: string; color: string; bold?: true }): Xml {
  return {
    ...(font.bold === true && { b: '' }),
    sz: { '@val': font.size },
    color: { '@rgb': font.color },
    name: { '@val': 'Calibri' },
  };
}

function fillXml([name, color]: [string, string | undefined]): Xml {
  if (color === undefined) return { patternFill: { '@patternType': name === 'none' ? 'none' : 'gray125' } };
  return { patternFill: { '@patternType': 'solid', fgColor: { '@rgb': color } } };
}

function cellXml({ format = 'general', font = 'plain', fill = 'none', align, quoted }: Style): Xml {
  return {
    '@numFmtId': String(FIRST_OWN_FORMAT + Object.keys(FORMATS).indexOf(format)),
    '@fontId': String(Object.keys(FONTS).indexOf(font)),
    '@fillId': String(Object.keys(FILLS).indexOf(fill)),
    '@borderId': '0',
    '@applyNumberFormat': '1',
    '@applyFont': '1',
    '@applyFill': '1',
    ...(quoted === true && { '@quotePrefix': '1' }),
    ...(align !== undefined && { '@applyAlignment': '1', alignment: { '@horizontal': align } }),
  };
}
