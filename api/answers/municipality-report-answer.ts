import { kronerFromOre } from '../../src/money/ore.ts';
import {
  type MunicipalityYear,
  municipalityReport,
  type YearOnYear,
} from '../../src/reporting/municipality-report.ts';
import { actualYear } from '../../src/sharing/paid-year.ts';
import type { YearsAndBefore } from '../calculation/reported-years.ts';
import { answeredYears } from './answered-years.ts';
import { changeText } from './change-text.ts';
import type { MunicipalityReportAnswer } from './municipality-report-schema.ts';
import { notesOn } from './notes.ts';

type Year = MunicipalityReportAnswer['years'][number];

/** The answer of `GET /v1/reports/municipality`; a year in which the municipality is no member is left out. */
export function municipalityReportAnswer(
  { calculation, from }: YearsAndBefore,
  municipality: string,
): MunicipalityReportAnswer {
  const { restsOnExampleFigures, notes } = notesOn(answeredYears(calculation));
  const [first] = calculation.prices;
  const actual = (year: number) => first && actualYear(first.agreement, year);
  const years = municipalityReport(calculation.shares, municipality, actual).filter(
    ({ year }) => year >= from,
  );
  return {
    hash: calculation.hash,
    restsOnExampleFigures,
    notes: [...notes],
    years: years.map((year) => yearAnswer(municipality, year)),
  };
}

function yearAnswer(municipality: string, year: MunicipalityYear): Year {
  const { population, amount, perCitizen, perCitizenOfAll, sinceYearBefore, solutions, ...counted } = year;
  return {
    ...counted,
    municipality,
    population: Number(population),
    amount: kronerFromOre(amount),
    perCitizen: kronerFromOre(perCitizen),
    perCitizenOfAll: kronerFromOre(perCitizenOfAll),
    ...changedBy(sinceYearBefore),
    solutions: solutions.map((line) => ({
      solution: line.solution,
      amount: kronerFromOre(line.amount),
      ...changedBy(line.sinceYearBefore),
    })),
  };
}

function changedBy(found: YearOnYear | undefined): Pick<Year, 'sinceYearBefore'> {
  if (found === undefined) return {};
  const { difference, change, basis } = found;
  return {
    sinceYearBefore: {
      basis,
      before: kronerFromOre(difference.baseline),
      difference: kronerFromOre(difference.difference),
      ...(change && { change: changeText(change) }),
    },
  };
}
