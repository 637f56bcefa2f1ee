import { type Xml, xmlPart } from './xml.ts';

interface Style {
  /** How numbers are written; spreadsheets put in the separators of the reader's own language. */
  readonly format?: keyof typeof FORMATS;
  readonly font?: keyof typeof FONTS;
  readonly fill?: keyof typeof FILLS;
  readonly align?: 'left' | 'right';
  readonly wrap?: true;
  /** Keeps text from becoming a formula when somebody edits the cell. */
  readonly quoted?: true;
}

const FORMATS = {
  general: 'General',
  text: '@',
  whole: '#,##0',
  money: '#,##0.00',
  date: 'dd-mm-yyyy',
  rate: '0.00########%',
  factor: '0.000000000',
  exact: '#,##0.000000',
  regulation: '0.0000000000',
} as const;

const FONTS = {
  plain: { size: '11', color: 'FF1A1A1A' },
  bold: { size: '11', color: 'FF1A1A1A', bold: true },
  title: { size: '16', color: 'FF1A1A1A', bold: true },
  muted: { size: '11', color: 'FF5A6872' },
} as const;

/** The first two are those that every file must begin with. */
const FILLS = { none: undefined, pattern: undefined, heading: 'FFE6ECF0', input: 'FFFFF6D6' } as const;

/** How cells can look. */
const STYLES = {
  text: {},
  quoted: { quoted: true },
  heading: { font: 'bold', fill: 'heading' },
  whole: { format: 'whole' },
  decimal: {},
  money: { format: 'money' },
  date: { format: 'date' },
  title: { font: 'title' },
  subtitle: { font: 'bold' },
  note: { font: 'muted' },
  wrapped: { wrap: true },
  total: { format: 'money', font: 'bold' },
  factor: { format: 'factor' },
  exact: { format: 'exact' },
  regulation: { format: 'regulation', font: 'muted' },
  /** What people may change. */
  inputMoney: { format: 'money', fill: 'input' },
  inputRate: { format: 'rate', fill: 'input' },
  inputWhole: { format: 'whole', fill: 'input' },
  inputDecimal: { fill: 'input' },
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

function cellXml({ format = 'general', font = 'plain', fill = 'none', align, wrap, quoted }: Style): Xml {
  return {
    '@numFmtId': String(FIRST_OWN_FORMAT + Object.keys(FORMATS).indexOf(format)),
    '@fontId': String(Object.keys(FONTS).indexOf(font)),
    '@fillId': String(Object.keys(FILLS).indexOf(fill)),
    '@borderId': '0',
    '@applyNumberFormat': '1',
    '@applyFont': '1',
    '@applyFill': '1',
    ...(quoted === true && { '@quotePrefix': '1' }),
    ...((align !== undefined || wrap === true) && {
      '@applyAlignment': '1',
      alignment: {
        ...(align !== undefined && { '@horizontal': align }),
        ...(wrap === true && { '@wrapText': '1' }),
      },
    }),
  };
}
