import { proposalsFromDocuments } from '../../data/proposals-from-documents.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { ruleSetFromDocument } from '../../rules/rule-set-from-document.ts';
import { type Simulation, simulateProposals } from '../../rules/simulate-proposals.ts';
import type { Agreement, PoolEntry } from '../../src/agreement/agreement.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import { unknownId } from '../request-refusals.ts';
import { scenarioOf } from '../requests/scenario-reference.ts';
import type { SimulationRequest } from '../requests/simulation.ts';
import { atPath } from './at-path.ts';
import type { Catalogue } from './catalogue.ts';
import { atReference, type StackedScenario, stackScenario } from './stacked-scenario.ts';

/** A simulation, and the hash of the price that its pool comes from. */
export interface HashedSimulation {
  readonly simulation: Simulation;
  readonly hash: string;
}

/** What decisions have bound in the pool of an agreement: later simulations start from what is left. */
export type BoundIn = (agreement: string) => Promise<readonly PoolEntry[]>;

/** The agreement with what is bound in its pool; what is bound is part of what the result is computed from. */
export async function withBoundMoney(
  { agreement, hash }: StackedScenario,
  boundIn: BoundIn,
): Promise<StackedAgreement> {
  const bound = await boundIn(agreement.agreement);
  if (bound.length === 0) return { agreement, hash };
  const entries = bound.map(({ year, solution, amount, reason }) => [
    year,
    solution,
    kronerFromOre(amount),
    reason,
  ]);
  const commitments = [...agreement.commitments, ...bound];
  return { agreement: { ...agreement, commitments }, hash: hashOf({ price: hash, bound: entries }) };
}

type StackedAgreement = Pick<StackedScenario, 'agreement' | 'hash'>;

/** The governance of the model: what holds when neither the request nor the scenario names a rule set. */
const USUAL_RULE_SET = 'k98-governance';

/**
 * Prices the year of the scenario and lets each proposal meet the rules. Paths of refusals lead into the
 * request.
 */
export async function simulateRequest(
  request: SimulationRequest,
  catalogue: Catalogue,
  boundIn: BoundIn,
): Promise<Result<HashedSimulation>> {
  const { reference, field } = scenarioOf(request);
  const stacked = atPath([field], stackScenario(reference, catalogue));
  if (!stacked.ok) return stacked;
  const { years } = stacked.value;
  const { agreement, hash } = await withBoundMoney(stacked.value, boundIn);
  if (request.year < years.from || request.year > years.to)
    return refused(yearOutsideScenario(request.year, years));
  const ruleSet = ruleSetOf(request, agreement, field, catalogue);
  if (!ruleSet.ok) return ruleSet;
  const proposals = atPath(['proposals'], proposalsFromDocuments(request.proposals));
  if (!proposals.ok) return proposals;
  const price = atPath([field], atReference(reference, priceYear(agreement, request.year)));
  if (!price.ok) return price;
  const simulation = await simulateProposals(price.value, proposals.value, ruleSet.value);
  if (simulation.ok) return accepted({ simulation: simulation.value, hash });
  return refused(...simulation.refusals.map((refusal) => inRequest(refusal, field)));
}

/** The rule set that a request names, or its scenario, or the model's usual one. */
export function ruleSetOf(
  { ruleSet }: Pick<SimulationRequest, 'ruleSet'>,
  agreement: Agreement,
  scenarioField: string,
  { ruleSets }: Catalogue,
): Result<RuleSet> {
  if (typeof ruleSet === 'object') return atPath(['ruleSet'], ruleSetFromDocument(ruleSet));
  const id = ruleSet ?? agreement.ruleSet ?? USUAL_RULE_SET;
  const known = ruleSets.get(id);
  if (known !== undefined) return accepted(known.ruleSet);
  const path = ruleSet === undefined && agreement.ruleSet !== undefined ? [scenarioField] : ['ruleSet'];
  return refused(unknownId('rule_set', id, [...ruleSets.keys()], path));
}

/** What is wrong with the pool as a whole is wrong with the scenario that it comes from. */
function inRequest(refusal: Refusal, scenarioField: string): Refusal {
  return refusal.path.length === 0 ? { ...refusal, path: [scenarioField] } : refusal;
}

function yearOutsideScenario(year: number, { from, to }: StackedScenario['years']): Refusal {
  return {
    code: 'year_outside_scenario',
    path: ['year'],
    message: {
      da: `Scenariet dækker ${from}-${to} og dermed ikke ${year}.`,
      en: `The scenario covers ${from}-${to} and so not ${year}.`,
    },
    remedy: { da: 'Vælg et af scenariets år.', en: 'Choose one of the years of the scenario.' },
  };
}
