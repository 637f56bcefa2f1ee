import type { Ore } from '../money/ore.ts';
import type { OpeningContribution, OpeningPool } from './opening-pool.ts';
import type { Request } from './request.ts';

/** A pool contribution that pays, at most with `atMost` or, when that is absent, with all it has left. */
export interface Payer {
  readonly solution: string;
  readonly atMost?: Ore;
}

/** How wide a request may draw: within its own area, or, for the board alone, over all areas. */
export type Reach = 'own-area' | 'all-areas';

/**
 * Who pays for a request, first payer first:
 *
 * 1. the contribution of the target solution itself, when it is within reach;
 * 2. the other contributions of the request's area, in catalogue order;
 * 3. the contributions of other areas, in catalogue order, only where the board decides (*bestyrelsen*).
 *
 * Payers that the proposal's own moves name are taken as given, in the order given. A base budget named there
 * is no contribution and pays nothing. Model, sections 1 and 5.
 */
export function payersOf(request: Request, pool: OpeningPool, reach: Reach): Payer[] {
  if (request.namedPayers !== undefined) {
    return request.namedPayers.flatMap(({ source, atMost }) =>
      source.kind === 'pool' ? [{ solution: source.solution, atMost }] : [],
    );
  }
  const rank = ({ solution, area }: OpeningContribution): number => {
    if (area !== request.area && reach === 'own-area') return Number.POSITIVE_INFINITY;
    if (solution === request.targetSolution) return 0;
    return area === request.area ? 1 : 2;
  };
  return pool.contributions
    .filter((contribution) => rank(contribution) < Number.POSITIVE_INFINITY)
    .toSorted((first, second) => rank(first) - rank(second))
    .map(({ solution }) => ({ solution }));
}

/** Whether the proposal's own moves take money from other areas than the request's. */
export function namesForeignPayers({ namedPayers = [], area }: Request, pool: OpeningPool): boolean {
  return namedPayers.some(({ source }) => isOfAnotherArea(source.solution, area, pool));
}

export function isOfAnotherArea(solution: string | undefined, area: string, pool: OpeningPool): boolean {
  return pool.contributions.some((entry) => entry.solution === solution && entry.area !== area);
}
