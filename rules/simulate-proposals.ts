import { setImmediate } from 'node:timers/promises';
import type { YearPrice } from '../src/pricing/year-price.ts';
import { accountKey } from '../src/prioritisation/account.ts';
import { factsOf, type Setting } from '../src/prioritisation/facts.ts';
import { type OpeningPool, openingPool } from '../src/prioritisation/opening-pool.ts';
import type { Proposal } from '../src/prioritisation/proposal.ts';
import { requestsOf } from '../src/prioritisation/request.ts';
import { type SimulationResult, simulate } from '../src/prioritisation/simulate.ts';
import type { Verdict } from '../src/prioritisation/verdict.ts';
import { accepted, collect, type Result, refused, within } from '../src/refusal.ts';
import { governs } from './effective.ts';
import { type RuleEngine, ruleEngine } from './engine.ts';
import { type Rule, type RuleSet, rulesOfYear } from './rule-set.ts';
import { notInForce } from './rule-set-refusals.ts';

/** What becomes of each proposal, and the rules that decided it. */
export interface Simulation {
  readonly ruleSet: RuleSet;
  /** Those in force in the year, in the order they are applied. */
  readonly rules: readonly Rule[];
  readonly pool: OpeningPool;
  /** In the order given. */
  readonly results: readonly SimulationResult[];
}

/**
 * Lets each proposal meet the rules of a year on its own, all against the same opening pool, so that the
 * order of proposals means nothing. Rules are asked first, about facts that are fixed; then the core applies
 * what they say. Model, section 5.
 *
 * @returns refused with `rule_set_not_in_force`, with what `openingPool` or `requestsOf` refuse, or with
 * `amount_too_large_for_rules`; paths lead into `{ ruleSet, proposals }`
 */
export async function simulateProposals(
  price: YearPrice,
  proposals: readonly Proposal[],
  ruleSet: RuleSet,
): Promise<Result<Simulation>> {
  if (!governs(ruleSet, price.year)) return refused(notInForce(ruleSet, price.year));
  const pool = openingPool(price);
  if (!pool.ok) return pool;
  const settings = collect(
    proposals.map((proposal, place) => placedAt(place, settingOf(price, pool.value, proposal))),
  );
  if (!settings.ok) return settings;
  const rules = rulesOfYear(ruleSet, price.year);
  const engine = ruleEngine(rules);
  const results: SimulationResult[] = [];
  for (const [place, setting] of settings.value.entries()) {
    const verdicts = placedAt(place, await verdictsOn(setting, engine));
    if (!verdicts.ok) return verdicts;
    results.push(simulate(setting, verdicts.value));
  }
  return accepted({ ruleSet, rules, pool: pool.value, results });
}

function settingOf(price: YearPrice, pool: OpeningPool, proposal: Proposal): Result<Setting> {
  const requests = requestsOf(proposal, price);
  return requests.ok ? accepted({ price, pool, proposal, requests: requests.value }) : requests;
}

async function verdictsOn(
  setting: Setting,
  engine: RuleEngine,
): Promise<Result<ReadonlyMap<string, readonly Verdict[]>>> {
  const verdicts = new Map<string, readonly Verdict[]>();
  for (const request of setting.requests) {
    const judged = await engine.judge(factsOf(request, setting));
    if (!judged.ok) return judged;
    verdicts.set(accountKey(request.recipient), judged.value);
    // The engine answers without ever waiting, so that other work would not come through before the last request.
    await setImmediate();
  }
  return accepted(verdicts);
}

function placedAt<T>(place: number, result: Result<T>): Result<T> {
  if (result.ok) return result;
  return refused(...result.refusals.map((refusal) => within(['proposals', place], refusal)));
}
