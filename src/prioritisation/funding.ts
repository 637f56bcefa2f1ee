import { exactFromOre, exactFromRate, multiply } from '../money/exact.ts';
import { addOre, type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { lesserOre, wholeOreCovering, wholeOreWithin } from '../money/ore-bounds.ts';
import type { Rate } from '../money/rate.ts';
import type { OpeningPool } from './opening-pool.ts';
import type { Limit } from './outcome-reasons.ts';
import type { Payer } from './payers.ts';
import { balanceOf, type PoolAccounts } from './pool-accounts.ts';
import type { Request } from './request.ts';
import type { Cap, Ruling } from './ruling.ts';
import type { Settlement } from './settlement.ts';

/** What one pool contribution gives. */
export interface Draw {
  readonly solution: string;
  readonly amount: Ore;
}

/** How much of a request can be paid, by whom, and what kept it from being all. */
export interface Funding {
  readonly draws: readonly Draw[];
  readonly amount: Ore;
  /** The least amount worth paying under the rules. */
  readonly minimum: Ore;
  /** Absent: nothing limited it. */
  readonly limit?: Limit;
}

/**
 * The most that the rules, the caps and the payers' money allow for a request, never more than its cost.
 *
 * @param held the accounts after all that is moved or proposed so far
 * @param earlier what earlier requests of the proposal were given, which caps count
 */
export function fundingFor(
  request: Request,
  ruling: Ruling,
  payers: readonly Payer[],
  held: PoolAccounts,
  pool: OpeningPool,
  earlier: readonly Settlement[],
): Funding {
  const { amount: ceiling, limit: ruled } = ceilingOf(request, ruling, pool, earlier);
  const draws = drawUpTo(ceiling, payers, held);
  const amount = sumOre(draws.map((draw) => draw.amount));
  const limit: Limit | undefined = amount < ceiling ? { kind: 'pool' } : ruled;
  return {
    draws,
    amount,
    minimum: minimumOf(request, ruling),
    ...(limit !== undefined && { limit }),
  };
}

/** The cost, or the lowest of what part funding and the caps allow. */
function ceilingOf(
  request: Request,
  { part, caps }: Ruling,
  pool: OpeningPool,
  earlier: readonly Settlement[],
): { readonly amount: Ore; readonly limit?: Limit } {
  const limits: { readonly amount: Ore; readonly limit: Limit }[] = caps.map((cap) => ({
    amount: roomUnder(cap, request, pool, earlier),
    limit: { kind: 'cap', cap },
  }));
  if (part !== undefined) {
    limits.push({ amount: shareWithin(request.cost, part.atMost), limit: { kind: 'part' } });
  }
  let lowest: { readonly amount: Ore; readonly limit?: Limit } = { amount: request.cost };
  for (const limit of limits) if (limit.amount < lowest.amount) lowest = limit;
  return lowest;
}

/**
 * All of the cost, unless the rules allow part funding: then the stricter of the rules' and the initiative's
 * own minimum.
 */
function minimumOf({ cost, minimumCost }: Request, { part }: Ruling): Ore {
  if (part === undefined) return cost;
  const byRules = wholeOreCovering(multiply(exactFromOre(cost), exactFromRate(part.atLeast)));
  return byRules > minimumCost ? byRules : minimumCost;
}

/**
 * What a cap leaves after what earlier requests in the same bucket have got: below zero when those that it does
 * not bind have got more. A request in no bucket is not capped.
 */
function roomUnder(cap: Cap, request: Request, pool: OpeningPool, earlier: readonly Settlement[]): Ore {
  const bucket = bucketOf(cap, request);
  if (bucket === undefined) return request.cost;
  const given = earlier
    .filter((settlement) => bucketOf(cap, settlement.request) === bucket)
    .flatMap(({ moves, proposedMoves }) => [...moves, ...proposedMoves])
    .map(({ amount }) => amount);
  return subtractOre(shareWithin(pool.total, cap.share), sumOre(given));
}

function bucketOf({ per }: Cap, request: Request): string | undefined {
  switch (per) {
    case 'initiative':
      return String(request.place);
    case 'solution':
      return request.targetSolution;
    case 'area':
      return request.area;
    case 'group':
      return request.initiative?.group;
  }
}

function drawUpTo(ceiling: Ore, payers: readonly Payer[], held: PoolAccounts): Draw[] {
  const drawn = new Map<string, Ore>();
  const draws: Draw[] = [];
  let rest = ceiling;
  for (const { solution, atMost } of payers) {
    const before = drawn.get(solution) ?? ZERO_ORE;
    const left = subtractOre(balanceOf(held, { kind: 'pool', solution }), before);
    const amount = lesserOre(rest, atMost === undefined ? left : lesserOre(left, atMost));
    if (amount <= 0n) continue;
    draws.push({ solution, amount });
    drawn.set(solution, addOre(before, amount));
    rest = subtractOre(rest, amount);
  }
  return draws;
}

function shareWithin(amount: Ore, share: Rate): Ore {
  return wholeOreWithin(multiply(exactFromOre(amount), exactFromRate(share)));
}
