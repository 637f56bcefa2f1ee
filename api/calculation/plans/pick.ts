import { type PricedCandidate, portfolioRequest } from '../../../selection/portfolio/selection-request.ts';
import { divide, exactFromOre, ONE } from '../../../src/money/exact.ts';
import { ZERO_ORE } from '../../../src/money/ore.ts';
import {
  costInYear,
  idOf,
  limitsOn,
  type Means,
  type MoneyLimit,
  moneyLeft,
  poolResource,
  type StartingCandidate,
} from '../../../src/portfolio/candidates.ts';
import { takenFirst } from '../../../src/portfolio/choice.ts';
import { accepted, type Result } from '../../../src/refusal.ts';
import type { ComparedMethod } from '../../requests/plan-comparison.ts';
import type { MethodSetting } from './method-setting.ts';
import { municipalVoters } from './municipal-voters.ts';

/** What a method picked in one round. */
export interface Picked {
  readonly picked: readonly StartingCandidate[];
  readonly isProven: boolean;
}

/**
 * Lets a method pick among candidates beside what is chosen already. Cost is the whole profile, and every year's pool is a limit. Only
 * with Equal Shares, where municipalities pay with what they have paid in, is it the money of the year in which the candidates begin: cost
 * and benefit count with that year's part of the profile, so that value per krone stays what it is.
 */
export async function pick(
  settings: ComparedMethod,
  available: readonly StartingCandidate[],
  chosen: readonly StartingCandidate[],
  means: Means,
  setting: MethodSetting,
  wanted: string | undefined,
): Promise<Result<Picked>> {
  const limits = limitsOn(available, chosen, means);
  const must = takenFirst(available, limits, wanted);
  const { priced, budget, voters } =
    settings.method === 'equal-shares'
      ? yearMoney(available, limits, means, setting)
      : { priced: available.map(inFull), budget: moneyLeft(chosen, means), voters: [] };
  const request = portfolioRequest(settings, priced, budget, limits, must, voters);
  if (!request.ok) return request;
  const reply = await setting.choose(request.value);
  if (reply.kind === 'impossible') return accepted({ picked: [], isProven: false });
  const byId = new Map(available.map((candidate) => [idOf(candidate), candidate]));
  const picked = reply.answer.selected.flatMap((id) => byId.get(id) ?? []);
  return accepted({ picked, isProven: reply.answer.proven !== false });
}

function inFull(candidate: StartingCandidate): PricedCandidate {
  return { candidate, cost: candidate.cost, part: ONE };
}

function yearMoney(
  available: readonly StartingCandidate[],
  limits: readonly MoneyLimit[],
  { pools, carriesOver }: Means,
  setting: MethodSetting,
) {
  const year = Math.min(...available.map(({ start }) => start));
  const budget = limits.find(({ resource }) => resource === poolResource(year))?.limit ?? ZERO_ORE;
  const counted = pools.filter((pool) => pool.year === year || (carriesOver && pool.year < year));
  return {
    priced: available.map((candidate) => {
      const cost = costInYear(candidate, candidate.start);
      return { candidate, cost, part: divide(exactFromOre(cost), exactFromOre(candidate.cost)) };
    }),
    budget,
    voters: municipalVoters(available, budget, new Set(counted.map((pool) => pool.year)), setting),
  };
}
