import { cellXml } from './cell-xml.ts';
import { cellName, type Sheet } from './sheet.ts';
import { type Xml, xmlPart } from './xml.ts';

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A sheet as the file of the package that holds it. */
export function sheetPart({ widths, rows, frozen, filter }: Sheet): string {
  return xmlPart({
    worksheet: {
      '@xmlns': SPREADSHEET,
      sheetViews: {
        sheetView: { '@workbookViewId': '0', ...(frozen !== undefined && { pane: pane(frozen) }) },
      },
      ...(widths.length > 0 && { cols: { col: widths.map(columnXml) } }),
      sheetData: { row: rows.map(rowXml) },
      ...(filter !== undefined && { autoFilter: { '@ref': filter } }),
    },
  });
}

function pane({ rows, columns }: NonNullable<Sheet['frozen']>): Xml {
  return {
    ...(columns > 0 && { '@xSplit': String(columns) }),
    ...(rows > 0 && { '@ySplit': String(rows) }),
    '@topLeftCell': cellName(columns, rows + 1),
    '@activePane': columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight',
    '@state': 'frozen',
  };
}

function columnXml(width: number, place: number): Xml {
  const column = String(place + 1);
  return { '@min': column, '@max': column, '@width': String(width), '@customWidth': '1' };
}

function rowXml(cells: Sheet['rows'][number], place: number): Xml {
  const row = place + 1;
  const written = cells.flatMap((cell, column) => {
    const xml = cell === undefined ? undefined : cellXml(cell, column, row);
    return xml === undefined ? [] : [xml];
  });
  return { '@r': String(row), c: written };
}
