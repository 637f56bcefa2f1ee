import type { Agreement } from '../../src/agreement/agreement.ts';
import { ore } from '../../src/money/ore.ts';
import { WHOLE, ZERO_RATE } from '../../src/money/rate.ts';

/** The agreement with every base price and every efficiency amount so many times as large. */
export function scaledBy(agreement: Agreement, factor: bigint): Agreement {
  return {
    ...agreement,
    solutions: agreement.solutions.map((solution) => ({
      ...solution,
      basePrices: solution.basePrices.map((cell) => ({ ...cell, amount: ore(cell.amount * factor) })),
    })),
    efficiency: agreement.efficiency.map((measure) =>
      measure.form === 'rate' ? measure : { ...measure, amount: ore(measure.amount * factor) },
    ),
  };
}

/** The agreement as if prices never moved: no regulation, no efficiency, and nothing gone with those that left. */
export function unregulated(agreement: Agreement): Agreement {
  const zero = { wage: ZERO_RATE, price: ZERO_RATE, combined: ZERO_RATE, correction: ZERO_RATE };
  return {
    ...agreement,
    index: agreement.index.map((entry) => ({ ...entry, ...zero })),
    indexOverrides: [],
    efficiency: [],
    municipalities: agreement.municipalities.map((municipality) => ({
      ...municipality,
      membership: municipality.membership.map((stay) => ({ ...stay, fixedShare: WHOLE })),
    })),
  };
}
