import { ZERO_ORE } from '../src/money/ore.ts';
import type { Plan, PlanYear } from '../src/portfolio/plan.ts';
import { askedInYear, NOT_BEGUN, stateAfter, withCarryOver } from '../src/portfolio/year-walk.ts';
import type { YearPrice } from '../src/pricing/year-price.ts';
import { accepted, invariant, type Result, refused } from '../src/refusal.ts';
import type { RuleSet } from './rule-set.ts';
import { simulateProposals } from './simulate-proposals.ts';

/**
 * Lets a plan meet the rules year by year, the earlier years first, so that each year sees what earlier ones have
 * begun and left over. Paths of refusals are counted from the proposal.
 *
 * @param prices of the years, ascending
 * @param carriesOver whether what is left of a year's pool is there in the next
 */
export async function simulatePlan(
  plan: Plan,
  prices: readonly YearPrice[],
  ruleSet: RuleSet,
  carriesOver: boolean,
): Promise<Result<PlanYear[]>> {
  const years: PlanYear[] = [];
  let state = NOT_BEGUN;
  for (const priced of prices) {
    const { price, lapsed } = carriesOver
      ? withCarryOver(priced, state)
      : { price: priced, lapsed: ZERO_ORE };
    const asked = askedInYear(plan, state, price.year);
    const simulation = await simulateProposals(price, [asked], ruleSet);
    if (!simulation.ok) return refused(...simulation.refusals.map(fromProposal));
    const [result] = simulation.value.results;
    invariant(result !== undefined, 'one proposal gives one result');
    years.push({ year: price.year, price, asked, pool: simulation.value.pool, result, lapsed });
    state = stateAfter(state, result);
  }
  return accepted(years);
}

/** Simulation counts from a list of proposals. */
function fromProposal<T extends { readonly path: readonly (string | number)[] }>(refusal: T): T {
  const [list, , ...path] = refusal.path;
  return list === 'proposals' ? { ...refusal, path } : refusal;
}
