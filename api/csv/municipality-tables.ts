import { rateFromText } from '../../src/money/rate.ts';
import type { Cell, Table } from '../../tables/table.ts';
import type { MunicipalityReportAnswer } from '../answers/municipality-report-schema.ts';
import { amountCell } from './number-cells.ts';
import { type NameOf, type YearTableForm, yearTable } from './year-table.ts';

type Year = MunicipalityReportAnswer['years'][number];

/** The tables in which a municipality's report can be had as flat rows. */
export const MUNICIPALITY_TABLES = ['solutions', 'years'] as const;

/** One table of a municipality's report; column names are those of the answer's fields, each row begins with its year. */
export function municipalityTable(
  name: (typeof MUNICIPALITY_TABLES)[number],
  { years }: MunicipalityReportAnswer,
  nameOf: NameOf,
): Table {
  return yearTable(TABLES[name], years, nameOf);
}

const NAMED = ['municipality', 'name'] as const;
const CHANGED = ['amount', 'before', 'difference', 'change', 'basis'] as const;

const TABLES: Record<(typeof MUNICIPALITY_TABLES)[number], YearTableForm<Year>> = {
  solutions: {
    header: [...NAMED, 'solution', ...CHANGED],
    rowsOf: ({ municipality, solutions }, nameOf) =>
      solutions.map((line) => [municipality, nameOf(municipality), line.solution, ...changedCells(line)]),
  },
  years: {
    header: [
      ...NAMED,
      'population',
      ...CHANGED,
      'perCitizen',
      'perCitizenOfAll',
      'cheaperMembers',
      'members',
    ],
    rowsOf: (year, nameOf) => [
      [
        year.municipality,
        nameOf(year.municipality),
        year.population,
        ...changedCells(year),
        amountCell(year.perCitizen),
        amountCell(year.perCitizenOfAll),
        year.cheaperMembers,
        year.members,
      ],
    ],
  },
};

function changedCells({ amount, sinceYearBefore }: Pick<Year, 'amount' | 'sinceYearBefore'>): Cell[] {
  if (sinceYearBefore === undefined) return [amountCell(amount), '', '', '', ''];
  const { before, difference, change, basis } = sinceYearBefore;
  return [
    amountCell(amount),
    amountCell(before),
    amountCell(difference),
    change === undefined ? '' : rateFromText(change),
    basis,
  ];
}
