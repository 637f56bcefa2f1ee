import type { Rule, RuleSet } from '../../rules/rule-set.ts';
import type { EffectDocument } from '../../rules/schema.ts';
import type { Simulation } from '../../rules/simulate-proposals.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import type { Account } from '../../src/prioritisation/account.ts';
import type { Effect } from '../../src/prioritisation/effects.ts';
import type { Move } from '../../src/prioritisation/move.ts';
import type { OpeningPool } from '../../src/prioritisation/opening-pool.ts';
import type { Outcome, OutcomeReason } from '../../src/prioritisation/outcome.ts';
import type { SimulationResult, SolutionMoney } from '../../src/prioritisation/simulate.ts';
import type { SeenCondition, Verdict } from '../../src/prioritisation/verdict.ts';
import type { Refusal } from '../../src/refusal.ts';
import { factAnswer } from './fact-answer.ts';
import { recipientAnswer } from './recipient-answer.ts';
import type { SimulationAnswer } from './simulation-schema.ts';

type ProposalAnswer = SimulationAnswer['proposals'][number];
type OutcomeAnswer = ProposalAnswer['outcomes'][number];
type MoveAnswer = ProposalAnswer['moves'][number];
type VerdictAnswer = OutcomeAnswer['rulesFired'][number];

/** The answer of `POST /v1/simulations`: both languages side by side. */
export function simulationAnswer(simulation: Simulation, hash: string): SimulationAnswer {
  const { ruleSet, rules, pool, results } = simulation;
  return {
    hash,
    year: pool.year,
    ruleSet: ruleSetAnswer(ruleSet, rules),
    pool: poolAnswer(pool),
    proposals: results.map(proposalAnswer),
  };
}

function ruleSetAnswer(
  { ruleSet, version, title, conflicts }: RuleSet,
  rules: readonly Rule[],
): SimulationAnswer['ruleSet'] {
  return {
    id: ruleSet,
    version,
    title,
    conflicts: conflicts.map(({ code, message }: Refusal) => ({ code, ...message })),
    rules: rules.map(({ rule, title, explanation, source, priority, severity }) => ({
      id: rule,
      title,
      explanation,
      source,
      priority,
      severity,
    })),
  };
}

function poolAnswer({ total, contributions }: OpeningPool): SimulationAnswer['pool'] {
  return {
    total: kronerFromOre(total),
    contributions: contributions.map(({ solution, area, reserved, carriedOver, committed, opening }) => ({
      solution,
      area,
      reserved: kronerFromOre(reserved),
      carriedOver: kronerFromOre(carriedOver),
      committed: kronerFromOre(committed),
      opening: kronerFromOre(opening),
    })),
  };
}

function proposalAnswer(result: SimulationResult): ProposalAnswer {
  const { proposal, body, outcomes, moves, proposedMoves, solutions } = result;
  return {
    proposal,
    body,
    outcomes: outcomes.map(outcomeAnswer),
    moves: moves.map(moveAnswer),
    proposedMoves: proposedMoves.map(moveAnswer),
    ...poolsAnswer(result),
    solutions: solutions.map((solution) => ({
      solution: solution.solution,
      area: solution.area,
      ...poolsAnswer(solution),
      baseBudgetBefore: kronerFromOre(solution.baseBudgetBefore),
      baseBudgetAfter: kronerFromOre(solution.baseBudgetAfter),
    })),
  };
}

function poolsAnswer(pools: Pick<SolutionMoney, 'poolBefore' | 'poolAfter' | 'poolIfApproved'>) {
  return {
    poolBefore: kronerFromOre(pools.poolBefore),
    poolAfter: kronerFromOre(pools.poolAfter),
    poolIfApproved: kronerFromOre(pools.poolIfApproved),
  };
}

function outcomeAnswer(outcome: Outcome): OutcomeAnswer {
  return {
    recipient: recipientAnswer(outcome.recipient),
    place: outcome.place,
    outcome: outcome.outcome,
    reason: reasonAnswer(outcome.reason),
    cost: kronerFromOre(outcome.cost),
    granted: kronerFromOre(outcome.granted),
    proposed: kronerFromOre(outcome.proposed),
    moves: outcome.moves.map(moveAnswer),
    proposedMoves: outcome.proposedMoves.map(moveAnswer),
    rulesFired: outcome.fired.map(verdictAnswer),
    rulesFailed: outcome.failed.map(verdictAnswer),
    conflicts: [...outcome.conflicts],
  };
}

export function reasonAnswer({ code, message, rule }: OutcomeReason): OutcomeAnswer['reason'] {
  return { code, ...message, ...(rule !== undefined && { rule }) };
}

function moveAnswer({ year, from, to, amount, reason }: Move): MoveAnswer {
  return { year, from: accountAnswer(from), to: accountAnswer(to), amount: kronerFromOre(amount), reason };
}

function accountAnswer(account: Account): MoveAnswer['from'] {
  return account.kind === 'pool'
    ? { account: account.kind, solution: account.solution }
    : recipientAnswer(account);
}

export function verdictAnswer({ rule, effect, conditions }: Verdict): VerdictAnswer {
  return { rule, effect: effectAnswer(effect), conditions: conditions.map(conditionAnswer) };
}

function conditionAnswer(condition: SeenCondition): VerdictAnswer['conditions'][number] {
  const { fact, operator, seen, comparedWith, comparedWithFact, holds } = condition;
  return {
    fact,
    operator,
    seen: factAnswer(seen),
    comparedWith: factAnswer(comparedWith),
    ...(comparedWithFact !== undefined && { comparedWithFact }),
    holds,
  };
}

function effectAnswer(effect: Effect): EffectDocument {
  switch (effect.type) {
    case 'cap':
      return { ...effect, share: rateText(effect.share) };
    case 'fund-part':
      return { ...effect, atLeast: rateText(effect.atLeast), atMost: rateText(effect.atMost) };
    default:
      return effect;
  }
}
