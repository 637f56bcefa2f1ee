import type { EfficiencyMeasure } from '../agreement/agreement.ts';
import type { YearRates } from '../agreement/index-data.ts';
import { type Cell, covers } from '../agreement/scope.ts';
import { danishKroner, englishKroner } from '../money/danish-figures.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  exactFromOre,
  exactFromRate,
  multiply,
  roundHalfAwayFromZero,
  sign,
  sum,
  ZERO,
} from '../money/exact.ts';
import { complement, multiplyRates, type Rate } from '../money/rate.ts';
import { accepted, type Result, refused } from '../refusal.ts';
import { generalGrowth } from './price-level.ts';

/** A cell as far as efficiency needs it. */
export interface IndexedCell extends Cell {
  readonly indexed: Exact;
}

/**
 * The efficiency regulation of each cell: rates first, then amounts. Model, section 3.
 *
 * A rate e(k) takes indexed · (1 − Π (1 − e(k))). An amount lasts from its year, follows the general
 * regulation, and is shared over the cells it names in proportion to their indexed price.
 *
 * @param rates the years after the base year up to the year priced, in order
 * @returns one figure ≥ 0 for each cell; refused (`efficiency_exceeds_price`) when a cell would fall below zero
 */
export function cellEfficiencies(
  cells: readonly IndexedCell[],
  measures: readonly EfficiencyMeasure[],
  rates: readonly YearRates[],
): Result<Exact[]> {
  const years = rates.map(({ year }) => year);
  const inForce = measures.filter(({ year }) => years.includes(year));
  let efficiencies = cells.map((cell) =>
    multiply(cell.indexed, exactFromRate(rateEffect(cell, inForce, years))),
  );
  for (const measure of inForce) {
    if (measure.form !== 'amount') continue;
    const shared = shareAmount(cells, measure, rates);
    if (!shared.ok) return shared;
    efficiencies = efficiencies.map((efficiency, place) => add(efficiency, shared.value(place)));
  }
  const overdrawn = cells.find(({ indexed }, place) => compare(efficiencies[place] ?? indexed, indexed) > 0);
  return overdrawn === undefined ? accepted(efficiencies) : cellOverdrawn(overdrawn);
}

/** The measure that sets a cell's efficiency rate in a year: of several that cover it the last one. */
export function rateMeasure(
  cell: Cell,
  measures: readonly EfficiencyMeasure[],
  year: number,
): RateMeasure | undefined {
  const rates = measures.filter((candidate) => candidate.form === 'rate');
  return rates.findLast((candidate) => candidate.year === year && covers(candidate, cell));
}

/** 1 − Π (1 − e(k)) */
function rateEffect(
  cell: IndexedCell,
  measures: readonly EfficiencyMeasure[],
  years: readonly number[],
): Rate {
  const left = years.flatMap((year) => {
    const measure = rateMeasure(cell, measures, year);
    return measure === undefined ? [] : [complement(measure.rate)];
  });
  return complement(multiplyRates(left));
}

type RateMeasure = Extract<EfficiencyMeasure, { form: 'rate' }>;
type AmountMeasure = Extract<EfficiencyMeasure, { form: 'amount' }>;

function shareAmount(
  cells: readonly IndexedCell[],
  measure: AmountMeasure,
  rates: readonly YearRates[],
): Result<(place: number) => Exact> {
  const later = rates.filter(({ year }) => year > measure.year);
  const carried = multiply(exactFromOre(measure.amount), exactFromRate(generalGrowth(later)));
  const named = sum(cells.filter((cell) => covers(measure, cell)).map(({ indexed }) => indexed));
  if (compare(carried, named) > 0) return amountExceedsCells(measure, carried, named);
  const perIndexed = sign(named) === 0 ? ZERO : divide(carried, named);
  return accepted((place) => {
    const cell = cells[place];
    return cell !== undefined && covers(measure, cell) ? multiply(perIndexed, cell.indexed) : ZERO;
  });
}

const REMEDY = {
  da: 'Sænk effektiviseringen, eller lad den dække flere løsninger eller komponenter.',
  en: 'Lower the efficiency measure, or let it cover more solutions or components.',
};

function amountExceedsCells(measure: AmountMeasure, carried: Exact, named: Exact): Result<never> {
  const [asked, available] = [roundHalfAwayFromZero(carried), roundHalfAwayFromZero(named)];
  return refused({
    code: 'efficiency_exceeds_price',
    path: ['changes'],
    message: {
      da: `Effektiviseringen fra ${measure.year} er ${danishKroner(asked)}, men de priser, den dækker, er kun ${danishKroner(available)}`,
      en: `The efficiency amount of ${measure.year} is ${englishKroner(asked)}, but the prices it covers are only ${englishKroner(available)}.`,
    },
    remedy: REMEDY,
  });
}

function cellOverdrawn({ solution, component }: IndexedCell): Result<never> {
  return refused({
    code: 'efficiency_exceeds_price',
    path: ['changes'],
    message: {
      da: `Effektiviseringerne er tilsammen større end prisen for "${component}" i "${solution}".`,
      en: `The efficiency measures together exceed the price of "${component}" in "${solution}".`,
    },
    remedy: REMEDY,
  });
}
