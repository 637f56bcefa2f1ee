import { strToU8, zipSync } from 'fflate';
import type { Sheet } from './sheet.ts';
import { SPREADSHEET, sheetPart } from './sheet-xml.ts';
import { stylesPart } from './styles.ts';
import { type Xml, xmlPart } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The first moment that a zip file can name, by the clock of whatever place the program runs in. */
const FIXED_TIME = new Date(1980, 0, 1);

/** A workbook as an XLSX file: a zip of XML files. The same sheets give the same bytes, so nothing in it tells when it was made. */
export function xlsxBytes(sheets: readonly Sheet[]): Uint8Array {
  const parts = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbookPart(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, place) => ({ type: 'worksheet', target: sheetFile(place) })),
      { type: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': stylesPart(),
    ...Object.fromEntries(sheets.map((sheet, place) => [`xl/${sheetFile(place)}`, sheetPart(sheet)])),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]);
  return zipSync(Object.fromEntries(files), { mtime: FIXED_TIME });
}

function sheetFile(place: number): string {
  return `worksheets/sheet${place + 1}.xml`;
}

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = [
    { name: 'workbook.xml', type: 'sheet.main' },
    { name: 'styles.xml', type: 'styles' },
    ...sheets.map((_, place) => ({ name: sheetFile(place), type: 'worksheet' })),
  ];
  return xmlPart({
    Types: {
      '@xmlns': `${PACKAGE}/content-types`,
      Default: [
        {
          '@Extension': 'rels',
          '@ContentType': 'application/vnd.openxmlformats-package.relationships+xml',
        },
        { '@Extension': 'xml', '@ContentType': 'application/xml' },
      ],
      Override: parts.map(({ name, type }) => ({
        '@PartName': `/xl/${name}`,
        '@ContentType': `${CONTENT}.${type}+xml`,
      })),
    },
  });
}

function relationships(targets: readonly { readonly type: string; readonly target: string }[]): string {
  const related = targets.map(({ type, target }, place) => ({
    '@Id': relationId(place),
    '@Type': `${OFFICE}/${type}`,
    '@Target': target,
  }));
  return xmlPart({ Relationships: { '@xmlns': `${PACKAGE}/relationships`, Relationship: related } });
}

function relationId(place: number): string {
  return `rId${place + 1}`;
}

function workbookPart(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name }, place): Xml => ({
      '@name': name,
      '@sheetId': String(place + 1),
      '@r:id': relationId(place),
    }),
  );
  return xmlPart({
    workbook: { '@xmlns': SPREADSHEET, '@xmlns:r': OFFICE, sheets: { sheet: listed } },
  });
}
