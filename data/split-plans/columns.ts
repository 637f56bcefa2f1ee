import { rateText } from '../../src/money/rate.ts';
import {
  type CellReader,
  cellText,
  codeCell,
  dateCell,
  decimalCell,
  textCell,
} from '../../tables/cell-readers.ts';
import { optional, sparse, type TableRow } from '../../tables/read-table.ts';

const MUNICIPALITY_DIGITS = 4;

/**
 * The columns of split plans as a table, of which each row sends one thing to one recipient; names are those of the
 * fields in the JSON form. A row without a solution names the default recipient. A row whose part is divided further
 * has no recipient. What a cell may hold is for the schema of plans to say.
 */
export const PLAN_TABLE = {
  municipality: sparse(codeCell(MUNICIPALITY_DIGITS)),
  validFrom: sparse(orAsWritten(dateCell, String)),
  validTo: optional(orAsWritten(dateCell, String)),
  solution: sparse(textCell),
  component: optional(textCell),
  /** The names of parts from the outermost in: `skole/indskoling`. */
  part: optional(textCell),
  /** Of the line or part around it. */
  share: optional(orAsWritten(decimalCell, rateText)),
  lineAccountString: optional(textCell),
  recipient: sparse(textCell),
  gln: sparse(textCell),
  department: sparse(textCell),
  accountString: optional(textCell),
  orderReference: optional(textCell),
  personReference: optional(textCell),
  email: optional(textCell),
} as const;

export type PlanRow = TableRow<typeof PLAN_TABLE>;

/** What a recipient is described by, in every row that names it or only in one. */
export const RECIPIENT_COLUMNS = [
  'gln',
  'department',
  'accountString',
  'orderReference',
  'personReference',
  'email',
] as const satisfies readonly (keyof typeof PLAN_TABLE)[];

/** What is read, as the JSON form writes it; a cell that cannot be read stays as it stands. */
function orAsWritten<Value>(read: CellReader<Value>, write: (value: Value) => string): CellReader<string> {
  return (cell) => {
    const reading = read(cell);
    return { ok: true, value: reading.ok ? write(reading.value) : cellText(cell) };
  };
}
