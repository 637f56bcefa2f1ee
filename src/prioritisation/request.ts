import { exactFromOre, exactFromRate, multiply, roundHalfAwayFromZero } from '../money/exact.ts';
import { type Ore, sumOre, ZERO_ORE } from '../money/ore.ts';
import { wholeOreCovering } from '../money/ore-bounds.ts';
import { carryAmount } from '../pricing/price-level.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { accepted, collect, invariant, type Refusal, type Result, refused } from '../refusal.ts';
import { accountKey, type Recipient } from './account.ts';
import { checkProposal } from './check-proposal.ts';
import type { Initiative } from './initiative.ts';
import type { Proposal, RequestedMove, RequestedSource } from './proposal.ts';
import { movesExceedCost } from './proposal-refusals.ts';

/** Who shall pay, and at most how much. */
export interface NamedPayer {
  readonly source: RequestedSource;
  readonly atMost: Ore;
}

/**
 * What a proposal asks of one year's pool for one recipient: the thing that rules judge and the core decides.
 */
export interface Request {
  /** Its recipient account. */
  readonly recipient: Recipient;
  /** Place in the proposal from 1: initiatives in their order, then business maintenance by first mention. */
  readonly place: number;
  readonly area: string;
  readonly targetSolution?: string;
  /** Absent: extra business maintenance, asked for by moves alone. */
  readonly initiative?: Initiative;
  /** In the prices of the year, whole øre. */
  readonly cost: Ore;
  /** The least that makes sense: cost · minShare, rounded up to whole øre. */
  readonly minimumCost: Ore;
  /** What the initiative is said to give a year, in the prices of the year; zero when nothing is said. */
  readonly benefitPerYear: Ore;
  /** The payers that the proposal's own moves name; absent: the order of `payers.ts`. */
  readonly namedPayers?: readonly NamedPayer[];
}

/**
 * The requests of a proposal in the year of a price. Costs are carried from their price level to the year and
 * rounded there, half away from zero, once. Refused with everything that `checkProposal` finds, with
 * `index_missing`, or with `moves_exceed_cost`.
 */
export function requestsOf(proposal: Proposal, price: YearPrice): Result<Request[]> {
  const refusals = checkProposal(proposal, price);
  if (refusals.length > 0) return refused(...refusals);
  const moves = proposal.moves.filter(({ year }) => year === price.year);
  const initiatives = collect(
    proposal.initiatives.map((initiative, index) => initiativeRequest(initiative, index, moves, price)),
  );
  if (!initiatives.ok) return initiatives;
  const maintained = new Set(
    moves.flatMap(({ to }) => (to.kind === 'business-maintenance' ? [to.solution] : [])),
  );
  const maintenance = [...maintained].map((solution, index) =>
    maintenanceRequest(solution, proposal.initiatives.length + index + 1, moves, price),
  );
  return accepted([...initiatives.value, ...maintenance]);
}

function initiativeRequest(
  initiative: Initiative,
  index: number,
  moves: readonly RequestedMove[],
  price: YearPrice,
): Result<Request> {
  const path = ['initiatives', index];
  const cost = carried(initiative.costs.get(price.year), initiative.priceLevelYear, price);
  const benefit = carried(initiative.benefit.perYear, initiative.priceLevelYear, price);
  if (!cost.ok) return refusedAt([...path, 'costs'], cost.refusals);
  if (!benefit.ok) return refusedAt([...path, 'benefit'], benefit.refusals);
  const recipient: Recipient = { kind: 'initiative', initiative: initiative.initiative };
  const payers = payersNamedFor(recipient, moves);
  const moved = sumOre(payers.map(({ atMost }) => atMost));
  if (moved > cost.value) return refused(movesExceedCost(path, initiative.initiative, moved, cost.value));
  return accepted({
    recipient,
    place: index + 1,
    area: initiative.area,
    ...(initiative.targetSolution !== undefined && { targetSolution: initiative.targetSolution }),
    initiative,
    cost: cost.value,
    minimumCost: wholeOreCovering(multiply(exactFromOre(cost.value), exactFromRate(initiative.minShare))),
    benefitPerYear: benefit.value,
    ...(payers.length > 0 && { namedPayers: payers }),
  });
}

/**
 * Extra business maintenance is asked for whole, in the prices of the year, and serves the solution's own
 * area.
 */
function maintenanceRequest(
  solution: string,
  place: number,
  moves: readonly RequestedMove[],
  price: YearPrice,
): Request {
  const recipient: Recipient = { kind: 'business-maintenance', solution };
  const namedPayers = payersNamedFor(recipient, moves);
  const cost = sumOre(namedPayers.map(({ atMost }) => atMost));
  const described = price.agreement.solutions.find((candidate) => candidate.solution === solution);
  invariant(described !== undefined, `the priced solution ${solution} is described in its agreement`);
  return {
    recipient,
    place,
    area: described.area,
    targetSolution: solution,
    cost,
    minimumCost: cost,
    benefitPerYear: ZERO_ORE,
    namedPayers,
  };
}

function payersNamedFor(recipient: Recipient, moves: readonly RequestedMove[]): NamedPayer[] {
  return moves
    .filter(({ to }) => accountKey(to) === accountKey(recipient))
    .map(({ from, amount }) => ({ source: from, atMost: amount }));
}

function carried(amount: Ore | undefined, priceLevelYear: number, price: YearPrice): Result<Ore> {
  if (amount === undefined) return accepted(ZERO_ORE);
  const exact = carryAmount(price.agreement, amount, priceLevelYear, price.year);
  return exact.ok ? accepted(roundHalfAwayFromZero(exact.value)) : exact;
}

/** Pricing counts its paths from the scenario; here the field of the proposal is at fault. */
function refusedAt(path: Refusal['path'], refusals: readonly Refusal[]): Result<never> {
  return refused(...refusals.map((refusal) => ({ ...refusal, path })));
}
