import type { Table } from '../../tables/table.ts';
import type { PriceListAnswer } from '../answers/price-list-schema.ts';
import { amountCell, countCell } from './number-cells.ts';
import { type NameOf, type YearTableForm, yearTable } from './year-table.ts';

type Year = PriceListAnswer['years'][number];

/** The tables in which a price list can be had as flat rows. */
export const PRICE_LIST_TABLES = ['charges', 'solutions', 'municipalities', 'shares', 'units'] as const;

/** One table of a price list; column names are those of the answer's fields, each row begins with its year. */
export function priceListTable(
  name: (typeof PRICE_LIST_TABLES)[number],
  { years }: PriceListAnswer,
  nameOf: NameOf,
): Table {
  return yearTable(TABLES[name], years, nameOf);
}

const TABLES: Record<(typeof PRICE_LIST_TABLES)[number], YearTableForm<Year>> = {
  charges: {
    header: ['solution', 'basis', 'unit', 'threshold', 'count', 'each', 'amount'],
    rowsOf: ({ solutions }) =>
      solutions.flatMap(({ solution, charges }) =>
        charges.map(({ basis, unit = '', threshold = '', count, each, amount }) => [
          solution,
          basis,
          unit,
          threshold,
          countCell(count),
          amountCell(each),
          amountCell(amount),
        ]),
      ),
  },
  solutions: {
    header: ['solution', 'price', 'population', 'perCitizen', 'limited'],
    rowsOf: ({ solutions }) =>
      solutions.map(({ solution, price, population, perCitizen, limited }) => [
        solution,
        amountCell(price),
        population,
        amountCell(perCitizen),
        String(limited),
      ]),
  },
  municipalities: {
    header: ['municipality', 'name', 'population', 'amount', 'perCitizen'],
    rowsOf: ({ municipalities }, nameOf) =>
      municipalities.map(({ municipality, population, amount, perCitizen }) => [
        municipality,
        nameOf(municipality),
        population,
        amountCell(amount),
        amountCell(perCitizen),
      ]),
  },
  shares: {
    header: ['municipality', 'name', 'solution', 'amount', 'perCitizen'],
    rowsOf: ({ municipalities }, nameOf) =>
      municipalities.flatMap(({ municipality, solutions }) =>
        solutions.map(({ solution, amount, perCitizen }) => [
          municipality,
          nameOf(municipality),
          solution,
          amountCell(amount),
          amountCell(perCitizen),
        ]),
      ),
  },
  units: {
    header: ['municipality', 'name', 'solution', 'unit', 'count'],
    rowsOf: ({ municipalities }, nameOf) =>
      municipalities.flatMap(({ municipality, solutions }) =>
        solutions.flatMap(({ solution, units }) =>
          units.map(({ unit, count }) => [
            municipality,
            nameOf(municipality),
            solution,
            unit,
            countCell(count),
          ]),
        ),
      ),
  },
};
