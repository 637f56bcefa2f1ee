import { type Ore, ZERO_ORE } from '../money/ore.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { accepted, type Result } from '../refusal.ts';
import { perCitizen } from '../sharing/per-citizen.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import type { FigureAddress } from './figure.ts';
import { type LocatedFigure, type LocatedShare, locate } from './located-figure.ts';

/** The figure at an address of a price answer, in øre; refused as `locate` says. */
export function figureValue(
  prices: readonly YearPrice[],
  shares: readonly YearShares[],
  address: FigureAddress,
): Result<Ore> {
  const located = locate(prices, shares, address);
  return located.ok ? accepted(locatedValue(located.value)) : located;
}

/** The value of a figure that has been found. */
export function locatedValue(figure: LocatedFigure): Ore {
  switch (figure.level) {
    case 'price':
      return (figure.solution ?? figure.price)[figure.part];
    case 'component':
      return figure.cell[figure.part];
    case 'share':
      return shareValue(figure);
  }
}

function shareValue({ share, shares, solution, part }: LocatedShare): Ore {
  if (part === 'perCitizen') return perCitizen(share.amount, share.population);
  if (solution === undefined) return share.amount;
  return share.amounts[shares.solutions.indexOf(solution.solution)] ?? ZERO_ORE;
}
