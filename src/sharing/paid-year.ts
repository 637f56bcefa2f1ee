import type { Agreement } from '../agreement/agreement.ts';
import { type Ore, sumOre, ZERO_ORE } from '../money/ore.ts';

/** Who paid what in a year, computed or in fact: all that a later year looks back at. */
export interface PaidYear {
  readonly year: number;
  /** The meaning of each place in `amounts`. */
  readonly solutions: readonly string[];
  readonly municipalities: readonly {
    readonly municipality: string;
    readonly amount: Ore;
    readonly amounts: readonly Ore[];
  }[];
}

/** What was in fact paid in a year, solutions in catalogue order; absent where the agreement does not know. */
export function actualYear({ pastAmounts, solutions }: Agreement, year: number): PaidYear | undefined {
  const past = pastAmounts?.find((one) => one.year === year);
  if (past === undefined) return undefined;
  const ids = solutions.map(({ solution }) => solution);
  return {
    year,
    solutions: ids,
    municipalities: past.municipalities.map(({ municipality, solutions: paid }) => {
      const byId = new Map(paid.map(({ solution, amount }) => [solution, amount]));
      const amounts = ids.map((id) => byId.get(id) ?? ZERO_ORE);
      return { municipality, amount: sumOre(amounts), amounts };
    }),
  };
}
