import { oreFromKroner } from '../../src/money/ore.ts';
import type { Table } from '../../tables/table.ts';
import type { PastYearDocument } from '../schema/past-amounts.ts';
import { PAST_TABLE } from './columns.ts';

/** What municipalities have in fact paid as a table in the form that `payersFromRows` reads. */
export function tableFromPayers(payers: PastYearDocument['municipalities']): Table {
  return {
    header: Object.keys(PAST_TABLE),
    rows: payers.flatMap(({ municipality, solutions }) =>
      solutions.map(({ solution, amount }) => [municipality, solution, oreFromKroner(amount)]),
    ),
  };
}
