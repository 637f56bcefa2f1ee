import { invariant, type Result } from '../refusal.ts';
import type { Setting } from './facts.ts';
import { type Funding, fundingFor } from './funding.ts';
import { hindranceTo, laterOrNever, referralAlong } from './hindrance.ts';
import type { Move } from './move.ts';
import type { OutcomeReason } from './outcome.ts';
import {
  CROSSES_AREAS,
  disposedByRule,
  FUNDED_IN_FULL,
  minimumNotMet,
  reducedBy,
} from './outcome-reasons.ts';
import { namesForeignPayers, payersOf, type Reach } from './payers.ts';
import { type PoolAccounts, postMove } from './pool-accounts.ts';
import type { Request } from './request.ts';
import type { Ruling } from './ruling.ts';
import type { Progress, Settlement } from './settlement.ts';

/** The accounts after a request's turn, and what was decided on it. */
export interface Settled extends Omit<Progress, 'settlements'> {
  readonly settlement: Settlement;
}

/**
 * Decides on one request whose turn it is, and moves the money. What is referred to the board is held, so
 * that all that is moved and proposed together never exceeds the pool.
 */
export function settle(request: Request, ruling: Ruling, progress: Progress, setting: Setting): Settled {
  const { posted, held, settlements } = progress;
  const without = (ending: Pick<Settlement, 'outcome' | 'reason'>): Settled => ({
    posted,
    held,
    settlement: { request, ...ending, moves: [], proposedMoves: [] },
  });
  const hindrance = hindranceTo(request, ruling, progress, setting.proposal);
  if (hindrance !== undefined) return without(hindrance);
  const referral = referralOf(request, ruling, progress, setting);
  const reach: Reach = referral !== undefined || decidesItself(setting) ? 'all-areas' : 'own-area';
  const payers = payersOf(request, setting.pool, reach);
  const funding = fundingFor(request, ruling, payers, held, setting.pool, settlements);
  const { amount, minimum, limit } = funding;
  if (limit !== undefined && (amount < minimum || amount <= 0n)) {
    const outcome = laterOrNever(request, setting.price.year);
    return without({ outcome, reason: minimumNotMet(limit, amount, minimum) });
  }
  const moves = movesFor(request, funding, setting);
  const heldAfter = postAll(held, moves);
  if (referral !== undefined) {
    const referred = { outcome: 'referred', reason: referral } as const;
    return {
      posted,
      held: heldAfter,
      settlement: { request, ...referred, moves: [], proposedMoves: moves },
    };
  }
  const ending =
    limit === undefined
      ? ({ outcome: 'funded', reason: FUNDED_IN_FULL } as const)
      : ({ outcome: 'reduced', reason: reducedBy(limit, amount, request.cost) } as const);
  return {
    posted: postAll(posted, moves),
    held: heldAfter,
    settlement: { request, ...ending, moves, proposedMoves: [] },
  };
}

/**
 * Why the board must decide, if it must: a rule says so, something it depends on is before the board, or the
 * proposal names payers of other areas, which no council can bind.
 */
function referralOf(
  request: Request,
  ruling: Ruling,
  progress: Progress,
  setting: Setting,
): OutcomeReason | undefined {
  if (ruling.disposition?.type === 'refer') return disposedByRule(ruling.disposition);
  const along = referralAlong(request, ruling, progress);
  if (along !== undefined) return along;
  const isForeign = namesForeignPayers(request, setting.pool) && !decidesItself(setting);
  return isForeign ? CROSSES_AREAS : undefined;
}

/** The board may draw on all areas without asking anybody. */
function decidesItself({ price, proposal }: Setting): boolean {
  const body = price.agreement.bodies.find((candidate) => candidate.body === proposal.body);
  return body?.mandate.includes('decide') ?? false;
}

function movesFor(request: Request, { draws }: Funding, { price, proposal }: Setting): Move[] {
  return draws.map(({ solution, amount }) => ({
    year: price.year,
    from: { kind: 'pool', solution },
    to: request.recipient,
    amount,
    reason: proposal.reason,
  }));
}

function postAll(accounts: PoolAccounts, moves: readonly Move[]): PoolAccounts {
  return moves.reduce((current, move) => {
    const posted: Result<PoolAccounts> = postMove(current, move);
    invariant(posted.ok, 'a move within what the payers have left is accepted');
    return posted.value;
  }, accounts);
}
