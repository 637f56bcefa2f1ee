import type { Parts } from './unpack.ts';
import { walkXml } from './xml-events.ts';

/** What cells of the first sheet refer to. */
export interface WorkbookParts {
  /** The first sheet's XML. */
  readonly sheet: string;
  readonly sharedStrings: readonly string[];
  /** For each of the file's styles, whether it shows a number as a day. */
  readonly datesByStyle: readonly boolean[];
  /** Whether days are counted from 1904, as old Macs do. */
  readonly isFrom1904: boolean;
}

/** @returns undefined when the file has no sheet */
export function workbookParts(parts: Parts): WorkbookParts | undefined {
  let firstId: string | undefined;
  let isFrom1904 = false;
  walkXml(parts.get('xl/workbook.xml') ?? '<none/>', {
    open: ({ name, attribute }) => {
      if (name === 'sheet') firstId ??= attribute('id');
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    },
  });
  const sheet = parts.get(fileOf(firstId, parts));
  if (sheet === undefined) return undefined;
  return { sheet, sharedStrings: sharedStrings(parts), datesByStyle: datesByStyle(parts), isFrom1904 };
}

function fileOf(id: string | undefined, parts: Parts): string {
  let file = '';
  walkXml(parts.get('xl/_rels/workbook.xml.rels') ?? '<none/>', {
    open: ({ name, attribute }) => {
      const target = attribute('Target') ?? '';
      if (name === 'Relationship' && attribute('Id') === id)
        file = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    },
  });
  return file;
}

/** Texts that cells share, each with its runs put together; how a text is pronounced (`rPh`) is left out. */
function sharedStrings(parts: Parts): string[] {
  const strings: string[] = [];
  const inside: string[] = [];
  walkXml(parts.get('xl/sharedStrings.xml') ?? '<none/>', {
    open: ({ name }) => {
      inside.push(name);
      if (name === 'si') strings.push('');
    },
    text: (text) => {
      const last = strings.length - 1;
      if (inside.at(-1) === 't' && !inside.includes('rPh')) strings[last] = `${strings[last]}${text}`;
    },
    close: () => inside.pop(),
  });
  return strings.map(decodedText);
}

/** `_x000D_` is how a file writes a character that XML does not hold. */
export function decodedText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function datesByStyle(parts: Parts): boolean[] {
  const codes = new Map<string, string>();
  const formats: string[] = [];
  let isInCells = false;
  walkXml(parts.get('xl/styles.xml') ?? '<none/>', {
    open: ({ name, attribute }) => {
      if (name === 'numFmt') codes.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) formats.push(attribute('numFmtId') ?? '');
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats.map((id) => isDateFormat(Number(id), codes.get(id)));
}

/** Built-in formats of days, and codes that name a day or a year outside of quoted text and colours. */
function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}
