import { codeCell, moneyCell, textCell } from '../../tables/cell-readers.ts';
import { needed, type TableRow } from '../../tables/read-table.ts';

const MUNICIPALITY_DIGITS = 4;

/** The columns of a year's actual amounts, of which each row is what one municipality paid for one solution. */
export const PAST_TABLE = {
  municipality: needed(codeCell(MUNICIPALITY_DIGITS)),
  solution: needed(textCell),
  amount: needed(moneyCell),
} as const;

export type PastRow = TableRow<typeof PAST_TABLE>;
