import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import {
  type ChargePrice,
  type MunicipalityPriceList,
  type PriceList,
  priceList,
  type SolutionPriceLine,
} from '../../src/reporting/price-list.ts';
import type { Calculation } from '../calculation/calculation.ts';
import { answeredYears } from './answered-years.ts';
import { byYear } from './by-year.ts';
import { notesOn } from './notes.ts';
import type { PriceListAnswer } from './price-list-schema.ts';

type Year = PriceListAnswer['years'][number];

/** The answer of `GET /v1/reports/price-list`. */
export function priceListAnswer(calculation: Calculation): PriceListAnswer {
  const { restsOnExampleFigures, notes } = notesOn(answeredYears(calculation));
  const years = byYear(calculation, (price, shares) => yearAnswer(priceList(price, shares)));
  return { hash: calculation.hash, restsOnExampleFigures, notes: [...notes], years };
}

function yearAnswer({ year, price, population, perCitizen, ...lists }: PriceList): Year {
  return {
    year,
    price: kronerFromOre(price),
    population: Number(population),
    perCitizen: kronerFromOre(perCitizen),
    solutions: lists.solutions.map(solutionAnswer),
    municipalities: lists.municipalities.map(municipalityAnswer),
  };
}

function solutionAnswer(line: SolutionPriceLine): Year['solutions'][number] {
  const { solution, price, population, perCitizen, charges, limited } = line;
  return {
    solution,
    price: kronerFromOre(price),
    population: Number(population),
    perCitizen: kronerFromOre(perCitizen),
    charges: charges.map(chargeAnswer),
    limited,
  };
}

function chargeAnswer({ basis, unit, threshold, amount, count, each }: ChargePrice) {
  return {
    basis,
    ...(unit === undefined ? {} : { unit }),
    ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
    amount: kronerFromOre(amount),
    count: rateText(count),
    each: kronerFromOre(each),
  };
}

function municipalityAnswer(list: MunicipalityPriceList): Year['municipalities'][number] {
  const { municipality, population, amount, perCitizen, solutions } = list;
  return {
    municipality,
    population: Number(population),
    amount: kronerFromOre(amount),
    perCitizen: kronerFromOre(perCitizen),
    solutions: solutions.map((line) => ({
      solution: line.solution,
      amount: kronerFromOre(line.amount),
      perCitizen: kronerFromOre(line.perCitizen),
      units: line.units.map(({ unit, count }) => ({ unit, count: rateText(count) })),
    })),
  };
}
