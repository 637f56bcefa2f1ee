import { exactFromInteger, exactFromRate, multiply, roundHalfAwayFromZero } from '../money/exact.ts';
import { growthFactor, multiplyRates, type Rate, ZERO_RATE } from '../money/rate.ts';
import type { Municipality, PopulationProjection } from './agreement.ts';

export const NO_PROJECTION: PopulationProjection = { counts: [], growths: [] };

/**
 * The municipality with the population of a year: the latest count that a scenario has set by then, else the agreement's own,
 * carried on by Π (1 + growth) over the years after that count, and rounded once to whole citizens, never below one.
 * Keys and prices per citizen of the year follow it.
 */
export function inYear(municipality: Municipality, year: number): Municipality {
  const { projection } = municipality;
  if (projection === undefined) return municipality;
  const count = projection.counts.findLast((candidate) => candidate.year <= year);
  const growth = growthBetween(projection, count?.year ?? Number.NEGATIVE_INFINITY, year);
  if (count === undefined && growth.length === 0) return municipality;
  const start = exactFromInteger(count?.population ?? municipality.population);
  const grown = roundHalfAwayFromZero(
    multiply(start, exactFromRate(multiplyRates(growth.map(growthFactor)))),
  );
  return {
    ...municipality,
    population: grown > 1n ? grown : 1n,
    populationDate: `${year}-01-01`,
    provenance: { kind: 'scenario' },
  };
}

/** The growth of every year after the first up to the last in which any is set. */
function growthBetween({ growths }: PopulationProjection, after: number, upTo: number): Rate[] {
  const first = Math.max(after + 1, Math.min(...growths.map(({ firstYear }) => firstYear)));
  const rates: Rate[] = [];
  for (let year = first; year <= upTo; year++) {
    const growth = growths.findLast(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear);
    rates.push(growth?.rate ?? ZERO_RATE);
  }
  return rates;
}
