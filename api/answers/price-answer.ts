import { kronerFromOre } from '../../src/money/ore.ts';
import type { CellPrice, SolutionPrice, YearPrice } from '../../src/pricing/year-price.ts';
import { perCitizen } from '../../src/sharing/per-citizen.ts';
import type { MunicipalityShare, YearShares } from '../../src/sharing/year-shares.ts';
import type { AnsweredCalculation } from '../calculation/calculation.ts';
import { answeredYears } from './answered-years.ts';
import { byYear } from './by-year.ts';
import { type Note, notesOn } from './notes.ts';

/**
 * The answer of `POST /v1/price` without its seal. Contract; keys in canonical (RFC 8785) order throughout.
 */
export interface PriceAnswer {
  readonly hash: string;
  readonly notes: readonly Note[];
  readonly restsOnExampleFigures: boolean;
  readonly years: readonly YearAnswer[];
}

type YearAnswer = ReturnType<typeof yearAnswer>;

/** Depends on nothing but what the hash covers, so that the same hash gives the same bytes. */
export function priceAnswer(calculation: AnsweredCalculation): PriceAnswer {
  const { hash } = calculation;
  const { notes, restsOnExampleFigures } = notesOn(answeredYears(calculation));
  return {
    hash,
    notes,
    restsOnExampleFigures,
    years: byYear(calculation, yearAnswer),
  };
}

function yearAnswer(price: YearPrice, shares: YearShares) {
  return {
    agreementPrice: kronerFromOre(price.price),
    baseBudget: kronerFromOre(price.baseBudget),
    basePriceSum: kronerFromOre(price.basePrice),
    efficiency: kronerFromOre(price.efficiency),
    indexation: kronerFromOre(price.indexation),
    membership: kronerFromOre(price.membership),
    municipalities: shares.municipalities.map((share) => municipalityAnswer(share, shares)),
    pool: kronerFromOre(price.pool),
    solutions: price.solutions.map(solutionAnswer),
    year: price.year,
  };
}

function solutionAnswer(price: SolutionPrice) {
  return {
    baseBudget: kronerFromOre(price.baseBudget),
    basePrice: kronerFromOre(price.basePrice),
    components: price.cells.map(componentAnswer),
    efficiency: kronerFromOre(price.efficiency),
    indexation: kronerFromOre(price.indexation),
    membership: kronerFromOre(price.membership),
    pool: kronerFromOre(price.pool),
    price: kronerFromOre(price.price),
    solution: price.solution,
  };
}

function componentAnswer({ component, amount }: CellPrice) {
  return { amount: kronerFromOre(amount), component };
}

function municipalityAnswer(share: MunicipalityShare, { solutions }: YearShares) {
  const { municipality, population, amount, amounts } = share;
  return {
    amount: kronerFromOre(amount),
    municipality,
    perCitizen: kronerFromOre(perCitizen(amount, population)),
    population: Number(population),
    solutions: amounts.map((part, place) => ({
      amount: kronerFromOre(part),
      solution: solutions[place] ?? '',
    })),
  };
}
