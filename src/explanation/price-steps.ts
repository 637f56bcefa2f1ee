import { basePriceStep } from './base-price-step.ts';
import { efficiencySteps } from './efficiency-steps.ts';
import type { Step } from './explanation.ts';
import type { FigureAddress } from './figure.ts';
import { indexationSteps } from './indexation-step.ts';
import { membershipSteps } from './membership-step.ts';
import { agreedSolution, type PriceScope, totalOf } from './price-scope.ts';
import { apportionmentStep, roundingStep } from './tying-steps.ts';

/** From base prices to the exact price of the scope, before anything is rounded. */
export function exactPriceSteps(scope: PriceScope): Step[] {
  return [
    basePriceStep(scope),
    ...indexationSteps(scope),
    ...efficiencySteps(scope),
    ...membershipSteps(scope),
  ];
}

/** From base prices to the price in øre: of the agreement, a solution or a component. Model, section 3. */
export function priceSteps(scope: PriceScope): Step[] {
  return [...exactPriceSteps(scope), tyingStep(scope)];
}

/** The agreement's price is rounded; below it everything is apportioned from the level above. */
function tyingStep(scope: PriceScope): Step {
  const { price, solution, cell } = scope;
  const exact = totalOf(scope, 'exact');
  if (solution === undefined) return roundingStep(exact, price.price);
  if (cell === undefined)
    return apportionmentStep({
      whole: { da: 'Aftalens pris', en: 'The price of the agreement' },
      total: price.price,
      totalAddress: priceAddress(scope.price.year),
      exactSum: price.exact,
      exact,
      amount: solution.price,
    });
  const { title } = agreedSolution(price, solution.solution);
  return apportionmentStep({
    whole: { da: `Prisen for ${title.da}`, en: `The price of ${title.en}` },
    total: solution.price,
    totalAddress: priceAddress(price.year, solution.solution),
    exactSum: solution.exact,
    exact,
    amount: cell.amount,
  });
}

/** The address of the agreement's price, or of a solution's. */
export function priceAddress(year: number, solution?: string): FigureAddress {
  return solution === undefined ? { year, figure: 'agreementPrice' } : { year, figure: 'price', solution };
}
