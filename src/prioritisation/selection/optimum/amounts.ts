import {
  exactFromOre,
  exactFromRate,
  greatestCommonDivisor,
  multiply,
  roundUp,
} from '../../../money/exact.ts';
import { type Ore, ore } from '../../../money/ore.ts';
import type { LimitRow } from '../limit-rows.ts';
import type { Candidate, Grant, SelectionProblem } from '../problem.ts';
import { maximiseWhole } from './whole-ore.ts';

/** What is at least given to a candidate that is chosen: part funding starts at minShare, in whole øre, and is never nothing. */
export function leastAmount({ cost, minShare }: Candidate): Ore {
  const share = roundUp(multiply(exactFromOre(cost), exactFromRate(minShare)));
  return cost > 0n && share === 0n ? ore(1n) : share;
}

/** The best amounts for a set, or the first budget or limit that even the least amounts exceed. */
export type Funding =
  | { readonly isPossible: true; readonly grants: readonly Grant[]; readonly isProven: boolean }
  | { readonly isPossible: false; readonly exceeded: 'budget' | LimitRow };

/**
 * Funds a set: everything that is all or nothing in full, the rest between its least amount and its cost so that the value is the
 * greatest and, among the amounts that give it, the total the least. In whole øre and exact arithmetic.
 */
export function fund(
  problem: SelectionProblem,
  values: readonly bigint[],
  rows: readonly LimitRow[],
  chosen: readonly number[],
): Funding {
  const least = new Map(chosen.map((place) => [place, leastOf(problem, place)]));
  const budgetRoom = problem.budget - sumOfAmounts(least);
  if (budgetRoom < 0n) return { isPossible: false, exceeded: 'budget' };
  const rooms = rows.map((row) => ({ row, room: roomIn(problem, row, least) }));
  const exceeded = rooms.find(({ room }) => room.numerator < 0n);
  if (exceeded !== undefined) return { isPossible: false, exceeded: exceeded.row };
  const roomOf = (place: number) => costOf(problem, place) - (least.get(place) ?? 0n);
  const parts = chosen.filter((place) => values[place] !== 0n && roomOf(place) > 0n);
  const more = maximiseWhole({
    objectives: [perOre(problem, parts, values).numerators, parts.map(() => -1n)],
    upper: parts.map(roomOf),
    rows: [
      { coefficients: parts.map(() => 1n), limit: budgetRoom },
      ...rooms
        .filter(({ row }) => parts.some((place) => row.use[place] !== 0n))
        .map(({ row, room }) => {
          const { numerators, denominator } = perOre(problem, parts, row.use);
          return {
            coefficients: numerators.map((numerator) => numerator * room.denominator),
            limit: room.numerator * denominator,
          };
        }),
    ],
  });
  const moreOf = new Map(parts.map((place, index) => [place, more.values[index] ?? 0n]));
  const grants = [...least].map(([place, amount]) => ({
    place,
    amount: ore(amount + (moreOf.get(place) ?? 0n)),
  }));
  return { isPossible: true, grants, isProven: more.isProven };
}

function sumOfAmounts(amounts: ReadonlyMap<number, bigint>): bigint {
  return amounts.values().reduce((sum, amount) => sum + amount, 0n);
}

function costOf({ candidates }: SelectionProblem, place: number): bigint {
  return candidates[place]?.cost ?? 0n;
}

function leastOf({ candidates }: SelectionProblem, place: number): bigint {
  const candidate = candidates[place];
  return candidate === undefined ? 0n : leastAmount(candidate);
}

/** number / cost of each part, over the costs' common multiple. */
function perOre(problem: SelectionProblem, parts: readonly number[], numbers: readonly bigint[]) {
  const denominator = parts.reduce((multiple, place) => {
    const cost = costOf(problem, place);
    return (multiple / greatestCommonDivisor(multiple, cost)) * cost;
  }, 1n);
  const numerators = parts.map((place) => ((numbers[place] ?? 0n) * denominator) / costOf(problem, place));
  return { numerators, denominator };
}

/** What is left of a limit when each chosen candidate gets its least amount: a fraction. */
function roomIn(problem: SelectionProblem, { use, limit }: LimitRow, least: ReadonlyMap<number, bigint>) {
  let [numerator, denominator] = [limit, 1n];
  for (const [place, amount] of least) {
    const [cost, used] = [costOf(problem, place), use[place] ?? 0n];
    if (amount === cost || used === 0n) {
      numerator -= used * denominator;
    } else {
      numerator = numerator * cost - used * amount * denominator;
      denominator *= cost;
    }
  }
  return { numerator, denominator };
}
