import type { Cell, Table } from '../../tables/table.ts';
import type { PriceAnswer } from '../answers/price-answer.ts';
import { amountCell } from './number-cells.ts';

type Year = PriceAnswer['years'][number];
type Municipality = Year['municipalities'][number];

/**
 * The tables in which a price can be had as flat rows, from the finest to the coarsest of payers, then of
 * prices.
 */
export const PRICE_TABLES = ['shares', 'municipalities', 'components', 'solutions', 'years'] as const;

/** One table of a price answer; column names are those of the answer's fields. */
export function priceTable(
  name: (typeof PRICE_TABLES)[number],
  { years }: PriceAnswer,
  nameOf: (municipality: string) => string,
): Table {
  const { header, rowsOf } = TABLES[name];
  return { header, rows: years.flatMap((year) => rowsOf(year, nameOf)) };
}

const PARTS = ['indexation', 'efficiency', 'membership', 'baseBudget', 'pool'] as const;

const TABLES: Record<(typeof PRICE_TABLES)[number], TableForm> = {
  shares: {
    header: ['year', 'municipality', 'name', 'solution', 'amount'],
    rowsOf: ({ year, municipalities }, nameOf) =>
      municipalities.flatMap(({ municipality, solutions }) =>
        solutions.map(({ solution, amount }) => [
          year,
          municipality,
          nameOf(municipality),
          solution,
          amountCell(amount),
        ]),
      ),
  },
  municipalities: {
    header: ['year', 'municipality', 'name', 'population', 'amount', 'perCitizen'],
    rowsOf: ({ year, municipalities }, nameOf) =>
      municipalities.map((row) => [year, ...municipalityCells(row, nameOf)]),
  },
  components: {
    header: ['year', 'solution', 'component', 'amount'],
    rowsOf: ({ year, solutions }) =>
      solutions.flatMap(({ solution, components }) =>
        components.map(({ component, amount }) => [year, solution, component, amountCell(amount)]),
      ),
  },
  solutions: {
    header: ['year', 'solution', 'basePrice', ...PARTS, 'price'],
    rowsOf: ({ year, solutions }) =>
      solutions.map((row) => [
        year,
        row.solution,
        amountCell(row.basePrice),
        ...PARTS.map((part) => amountCell(row[part])),
        amountCell(row.price),
      ]),
  },
  years: {
    header: ['year', 'basePriceSum', ...PARTS, 'agreementPrice'],
    rowsOf: (row) => [
      [
        row.year,
        amountCell(row.basePriceSum),
        ...PARTS.map((part) => amountCell(row[part])),
        amountCell(row.agreementPrice),
      ],
    ],
  },
};

interface TableForm {
  readonly header: readonly string[];
  readonly rowsOf: (year: Year, nameOf: (municipality: string) => string) => readonly (readonly Cell[])[];
}

function municipalityCells(row: Municipality, nameOf: (municipality: string) => string): Cell[] {
  const { municipality, population, amount, perCitizen } = row;
  return [municipality, nameOf(municipality), population, amountCell(amount), amountCell(perCitizen)];
}
