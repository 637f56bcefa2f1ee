import { apportion } from '../money/apportionment.ts';
import { exactFromOre } from '../money/exact.ts';
import { type Ore, ZERO_ORE } from '../money/ore.ts';
import type { SolutionPrice } from '../pricing/year-price.ts';

export interface ComponentAmount {
  readonly component: string;
  readonly amount: Ore;
}

/** What an amount for a solution pays of each component: apportioned by the components' amounts in the year's price. */
export function componentAmounts(amount: Ore, { cells }: SolutionPrice): ComponentAmount[] {
  const amounts = apportion(
    amount,
    cells.map((cell) => exactFromOre(cell.amount)),
  );
  return cells.map(({ component }, place) => ({ component, amount: amounts[place] ?? ZERO_ORE }));
}
