import type { Cell, Table } from '../../tables/table.ts';
import type { CompareAnswer } from '../answers/compare-schema.ts';
import { amountCell } from './number-cells.ts';

type Year = CompareAnswer['scenarios'][number]['years'][number];
type Difference = Year['agreementPrice'];

/** The tables in which a comparison can be had as flat rows. */
export const COMPARE_TABLES = ['municipalities', 'solutions', 'years'] as const;

/** One table of a comparison; each row begins with its scenario and year. */
export function compareTable(name: (typeof COMPARE_TABLES)[number], { scenarios }: CompareAnswer): Table {
  const { header, rowsOf } = TABLES[name];
  const rows = scenarios.flatMap(({ scenario, years }) =>
    years.flatMap((year) => rowsOf(year).map((row) => [scenario, year.year, ...row])),
  );
  return { header: ['scenario', 'year', ...header], rows };
}

const AMOUNTS = ['baseline', 'scenarioAmount', 'difference'];
const PARTS = ['indexation', 'efficiency', 'membership', 'baseBudget', 'pool'] as const;

const TABLES: Record<(typeof COMPARE_TABLES)[number], TableForm> = {
  municipalities: {
    header: ['municipality', 'presence', 'citizens', ...AMOUNTS, 'differencePerCitizen', 'band'],
    rowsOf: ({ municipalities }) =>
      municipalities.map(({ municipality, presence, citizens, amount, perCitizen, band }) => [
        municipality,
        presence,
        citizens,
        ...differenceCells(amount),
        amountCell(perCitizen.difference),
        band ?? '',
      ]),
  },
  solutions: {
    header: ['solution', 'presence', 'part', ...AMOUNTS],
    rowsOf: ({ solutions }) =>
      solutions.flatMap((row) =>
        (['basePrice', ...PARTS, 'price'] as const).map((part) => [
          row.solution,
          row.presence,
          part,
          ...differenceCells(row[part]),
        ]),
      ),
  },
  years: {
    header: ['part', ...AMOUNTS],
    rowsOf: (year) =>
      (['basePriceSum', ...PARTS, 'agreementPrice'] as const).map((part) => [
        part,
        ...differenceCells(year[part]),
      ]),
  },
};

interface TableForm {
  readonly header: readonly string[];
  readonly rowsOf: (year: Year) => readonly (readonly Cell[])[];
}

function differenceCells({ baseline, scenario, difference }: Difference): Cell[] {
  return [amountCell(baseline), amountCell(scenario), amountCell(difference)];
}
