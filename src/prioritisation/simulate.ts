import { addOre, type Ore, subtractOre, sumOre } from '../money/ore.ts';
import { type Account, accountKey } from './account.ts';
import type { Setting } from './facts.ts';
import type { Move } from './move.ts';
import type { Outcome } from './outcome.ts';
import { balanceOf, openAccounts, type PoolAccounts } from './pool-accounts.ts';
import type { Request } from './request.ts';
import { inRuleOrder, type Ruling, rulingOf } from './ruling.ts';
import { settle } from './settle.ts';
import type { Progress, Settlement } from './settlement.ts';
import { type Turn, turnOrder } from './turn-order.ts';
import type { Verdict } from './verdict.ts';

/** One solution's money before and after; that the base budgets are the same is computed, not assumed. */
export interface SolutionMoney {
  readonly solution: string;
  readonly area: string;
  readonly poolBefore: Ore;
  readonly poolAfter: Ore;
  /** If the board approves all that is referred to it. */
  readonly poolIfApproved: Ore;
  readonly baseBudgetBefore: Ore;
  readonly baseBudgetAfter: Ore;
}

/**
 * What becomes of a proposal under a rule set: poolBefore = poolAfter + the sum of the moves. Model, section
 * 5.
 */
export interface SimulationResult {
  readonly proposal: string;
  readonly body: string;
  readonly year: number;
  /** In the order of the proposal. */
  readonly outcomes: readonly Outcome[];
  readonly moves: readonly Move[];
  readonly proposedMoves: readonly Move[];
  /** In catalogue order. */
  readonly solutions: readonly SolutionMoney[];
  readonly poolBefore: Ore;
  readonly poolAfter: Ore;
  readonly poolIfApproved: Ore;
}

/** A request with what the rules say about it. */
interface Case extends Turn {
  readonly request: Request;
  readonly verdicts: readonly Verdict[];
  readonly ruling: Ruling;
}

/**
 * Lets a proposal meet the verdicts of a rule set: each request gets its turn, is decided on, and is paid
 * from the pool by double entry. Verdicts may come in any order. Model, section 5.
 *
 * @param verdictsOn by `accountKey` of each request's recipient
 */
export function simulate(
  setting: Setting,
  verdictsOn: ReadonlyMap<string, readonly Verdict[]>,
): SimulationResult {
  const { price, pool, proposal, requests } = setting;
  const cases = requests.map((request) => caseOf(request, verdictsOn.get(accountKey(request.recipient))));
  const recipients = requests.map(({ recipient }) => recipient);
  const opened = openAccounts(pool, recipients);
  let progress: Progress = { posted: opened, held: opened, settlements: [] };
  const outcomes: Outcome[] = [];
  for (const next of turnOrder(cases)) {
    const { settlement, ...reached } = settle(next.request, next.ruling, progress, setting);
    progress = { ...reached, settlements: [...progress.settlements, settlement] };
    outcomes.push(outcomeOf(next, settlement));
  }
  const solutions = solutionMoney(setting, opened, progress);
  return {
    proposal: proposal.proposal,
    body: proposal.body,
    year: price.year,
    outcomes: outcomes.toSorted((first, second) => first.place - second.place),
    moves: progress.posted.moves,
    proposedMoves: outcomes.flatMap(({ proposedMoves }) => proposedMoves),
    solutions,
    poolBefore: sumOre(solutions.map(({ poolBefore }) => poolBefore)),
    poolAfter: sumOre(solutions.map(({ poolAfter }) => poolAfter)),
    poolIfApproved: sumOre(solutions.map(({ poolIfApproved }) => poolIfApproved)),
  };
}

function caseOf(request: Request, given: readonly Verdict[] = []): Case {
  const verdicts = inRuleOrder(given);
  const ruling = rulingOf(verdicts);
  const dependsOn = ruling.heldToDependencies === undefined ? [] : (request.initiative?.dependsOn ?? []);
  return {
    request,
    verdicts,
    ruling,
    id: accountKey(request.recipient),
    position: ruling.position,
    place: request.place,
    after: dependsOn.map((initiative) => accountKey({ kind: 'initiative', initiative })),
  };
}

function outcomeOf({ request, verdicts, ruling }: Case, settlement: Settlement): Outcome {
  const { outcome, reason, moves, proposedMoves } = settlement;
  return {
    recipient: request.recipient,
    place: request.place,
    outcome,
    reason,
    cost: request.cost,
    granted: sumOre(moves.map(({ amount }) => amount)),
    proposed: sumOre(proposedMoves.map(({ amount }) => amount)),
    moves,
    proposedMoves,
    fired: verdicts.filter(({ fired }) => fired),
    failed: verdicts.filter(({ fired }) => !fired),
    conflicts: ruling.conflicts,
  };
}

function solutionMoney(
  { price, pool }: Setting,
  opened: PoolAccounts,
  { posted, held }: Progress,
): SolutionMoney[] {
  const pricesById = new Map(price.solutions.map((priced) => [priced.solution, priced]));
  return pool.contributions.flatMap((contribution) => {
    const { solution, area } = contribution;
    const priced = pricesById.get(solution);
    if (priced === undefined) return [];
    const account = { kind: 'pool', solution } as const;
    const poolAfter = balanceOf(posted, account);
    return [
      {
        solution,
        area,
        poolBefore: balanceOf(opened, account),
        poolAfter,
        poolIfApproved: balanceOf(held, account),
        baseBudgetBefore: priced.baseBudget,
        baseBudgetAfter: baseBudgetLeft(priced.price, contribution, poolAfter, paidBy(account, posted)),
      },
    ];
  });
}

/**
 * What is left of a solution's price after all that the accounts know as its pool: what it still holds, what
 * it has paid, and what was bound in advance, but not what came over from earlier years.
 */
function baseBudgetLeft(
  price: Ore,
  { carriedOver, committed }: Setting['pool']['contributions'][number],
  poolAfter: Ore,
  paid: Ore,
): Ore {
  const pooled = subtractOre(addOre(addOre(poolAfter, paid), committed), carriedOver);
  return subtractOre(price, pooled);
}

function paidBy(payer: Account, { moves }: PoolAccounts): Ore {
  const paid = moves.filter(({ from }) => accountKey(from) === accountKey(payer));
  return sumOre(paid.map(({ amount }) => amount));
}
