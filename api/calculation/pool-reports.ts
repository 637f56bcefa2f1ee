import { roundHalfAwayFromZero } from '../../src/money/exact.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { carryAmount } from '../../src/pricing/price-level.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { accountKey } from '../../src/prioritisation/account.ts';
import type { Initiative } from '../../src/prioritisation/initiative.ts';
import { type PoolReport, poolReport } from '../../src/reporting/pool-report.ts';
import type { FundedInitiative } from '../../src/reporting/pool-use.ts';
import { hashOf } from '../../src/result-hash.ts';
import { byYear } from '../answers/by-year.ts';
import type { Calculation } from './calculation.ts';
import type { DecidedPool } from './decided-pool.ts';

/** The pool of every year of a calculation, and the hash of all that the reports were made from. */
export interface PoolReports {
  readonly calculation: Calculation;
  readonly hash: string;
  readonly reports: readonly PoolReport[];
}

export function poolReports(calculation: Calculation, decided: DecidedPool): PoolReports {
  const { spendings, proposals, initiatives } = decided;
  const bound = spendings.map(({ decision, year, solution, amount, recipient }) => [
    decision,
    year,
    solution,
    kronerFromOre(amount),
    accountKey(recipient),
  ]);
  return {
    calculation,
    hash: hashOf({ price: calculation.hash, bound, proposals }),
    reports: byYear(calculation, (price, shares) =>
      poolReport(
        price,
        shares,
        spendings,
        initiatives.map((one) => fundedIn(one, price)),
      ),
    ),
  };
}

/** An initiative as a year sees it: its benefit carried to the prices of the year, where there is an index for it. */
function fundedIn(
  { initiative, title, area, targetSolution, benefit, priceLevelYear, beneficiaryKey }: Initiative,
  { agreement, year }: YearPrice,
): FundedInitiative {
  const { perYear } = benefit;
  const carried = perYear && carryAmount(agreement, perYear, priceLevelYear, year);
  return {
    initiative,
    title,
    area,
    ...(targetSolution !== undefined && { target: targetSolution }),
    ...(carried?.ok && { benefit: roundHalfAwayFromZero(carried.value) }),
    ...(beneficiaryKey !== undefined && { beneficiaries: beneficiaryKey }),
  };
}
