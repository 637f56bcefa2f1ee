import { proposalsFromDocuments } from '../../data/proposals-from-documents.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { simulateProposals } from '../../rules/simulate-proposals.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { byCodePoint } from '../../src/order.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import type { Move } from '../../src/prioritisation/move.ts';
import type { Outcome } from '../../src/prioritisation/outcome.ts';
import { accepted, invariant, type Result } from '../../src/refusal.ts';
import type { KeptProposal } from './proposal-kind.ts';

/** What the pool, as earlier decisions have left it, and the rules say of a kept proposal in all its years. */
export interface PoolRuling {
  /** What is moved if the board approves the proposal as it stands. */
  readonly moves: readonly Move[];
  /** Outcomes that an approval as it stands could not carry out in full. */
  readonly hindered: readonly Outcome[];
  /** Every area that it is about or draws money from. */
  readonly areas: readonly string[];
}

/**
 * Lets the proposal meet the rules in each of its years, the earlier ones first: what is funded in one counts as in
 * place in the next.
 *
 * @param agreement with everything that earlier decisions have bound
 */
export async function ruleOnPool(
  { proposal, years }: KeptProposal,
  agreement: Agreement,
  ruleSet: RuleSet,
): Promise<Result<PoolRuling>> {
  const outcomes: Outcome[] = [];
  const inPlace = new Set(proposal.inPlace);
  for (const year of years.toSorted((first, second) => first - second)) {
    const price = priceYear(agreement, year);
    if (!price.ok) return price;
    const proposals = proposalsFromDocuments([{ ...proposal, inPlace: [...inPlace] }]);
    if (!proposals.ok) return proposals;
    const simulation = await simulateProposals(price.value, proposals.value, ruleSet);
    if (!simulation.ok) return simulation;
    const [result] = simulation.value.results;
    invariant(result !== undefined, 'one proposal gives one result');
    outcomes.push(...result.outcomes);
    for (const { recipient, outcome } of result.outcomes)
      if (recipient.kind === 'initiative' && isCarriedOut(outcome)) inPlace.add(recipient.initiative);
  }
  const moves = outcomes.flatMap((outcome) => [...outcome.moves, ...outcome.proposedMoves]);
  const hindered = outcomes.filter(({ outcome, cost }) => cost > 0n && !isCarriedOut(outcome));
  return accepted({ moves, hindered, areas: areasOf(proposal, moves, agreement) });
}

function isCarriedOut(outcome: Outcome['outcome']): boolean {
  return outcome === 'funded' || outcome === 'referred';
}

/** The areas that a proposal is about, and those that the moves draw money from. */
export function areasOf(
  proposal: KeptProposal['proposal'],
  moves: readonly Move[],
  { solutions }: Agreement,
): string[] {
  const payers = moves.flatMap(({ from }) => (from.kind === 'pool' ? [from.solution] : []));
  const asked = (proposal.moves ?? []).map(({ from }) => from.solution);
  const areas = [...payers, ...asked].map(
    (id) => solutions.find(({ solution }) => solution === id)?.area ?? id,
  );
  return [...new Set([...areas, ...proposal.initiatives.map(({ area }) => area)])].sort(byCodePoint);
}
