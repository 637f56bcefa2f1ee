import type { PriceParts, YearPrice } from '../pricing/year-price.ts';
import { accepted, type Result } from '../refusal.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import { basePriceStep } from './base-price-step.ts';
import { baseBudgetSteps, poolSteps } from './budget-steps.ts';
import type { Explanation, Step } from './explanation.ts';
import type { FigureAddress } from './figure.ts';
import { locatedValue } from './figure-value.ts';
import { type LocatedFigure, type LocatedShare, locate } from './located-figure.ts';
import { municipalitySteps, perCitizenSteps } from './municipality-steps.ts';
import { efficiencyPartSteps, indexationPartSteps, membershipPartSteps } from './part-steps.ts';
import { type PriceScope, scopeOf } from './price-scope.ts';
import { priceSteps } from './price-steps.ts';
import { solutionShareSteps } from './share-steps.ts';

/**
 * The derivation of any figure of a price answer: the steps from base prices to exactly that figure, with the
 * rates, keys and roundings used and where they come from. Model, sections 3 and 4.
 *
 * @param prices consecutive years of one agreement, in order
 * @param shares of the same years
 * @returns refused with `year_not_priced`, `solution_not_priced`, `component_not_priced`,
 *   `municipality_not_member` or `figure_not_here` when there is no such figure
 */
export function explain(
  prices: readonly YearPrice[],
  shares: readonly YearShares[],
  figure: FigureAddress,
): Result<Explanation> {
  const located = locate(prices, shares, figure);
  if (!located.ok) return located;
  return accepted({ figure, value: locatedValue(located.value), steps: stepsOf(located.value, shares) });
}

function stepsOf(figure: LocatedFigure, years: readonly YearShares[]): Step[] {
  switch (figure.level) {
    case 'price':
      return PART_STEPS[figure.part](scopeOf(figure.price, figure.solution));
    case 'component': {
      const scope = scopeOf(figure.price, figure.solution, figure.cell);
      return figure.part === 'basePrice' ? [basePriceStep(scope)] : priceSteps(scope);
    }
    case 'share':
      return shareSteps(figure, years);
  }
}

const PART_STEPS: Record<keyof PriceParts, (scope: PriceScope) => Step[]> = {
  basePrice: (scope) => [basePriceStep(scope)],
  indexation: indexationPartSteps,
  efficiency: efficiencyPartSteps,
  membership: membershipPartSteps,
  price: priceSteps,
  baseBudget: baseBudgetSteps,
  pool: poolSteps,
};

function shareSteps(figure: LocatedShare, years: readonly YearShares[]): Step[] {
  if (figure.part === 'perCitizen') return perCitizenSteps(figure, years);
  return figure.solution === undefined
    ? municipalitySteps(figure, years)
    : solutionShareSteps(figure, figure.solution, locatedValue(figure), years);
}
