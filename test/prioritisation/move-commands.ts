import fc from 'fast-check';
import { expect } from 'vitest';
import { accountKey } from '../../src/prioritisation/account.ts';
import { contraryTo, type Move } from '../../src/prioritisation/move.ts';
import { type PoolAccounts, postMove } from '../../src/prioritisation/pool-accounts.ts';
import { moveArb } from '../arbitraries/moves.ts';

/** What the accounts should hold, kept in the plainest way: a grid of who has received how much from whom. */
export interface GridModel {
  readonly opening: ReadonlyMap<string, bigint>;
  readonly paid: Map<string, bigint>;
  readonly moves: Move[];
}

interface Real {
  accounts: PoolAccounts;
}

export function openedModel(): GridModel {
  const opening = new Map([
    ['pool aula', 100_00n],
    ['pool dagtilbud', 50_00n],
    ['pool journal', 200_00n],
  ]);
  return { opening, paid: new Map(), moves: [] };
}

/** Posts a move; the model says beforehand whether it must be accepted. */
class Post implements fc.Command<GridModel, Real> {
  readonly move: Move;

  constructor(move: Move) {
    this.move = move;
  }

  check(): boolean {
    return true;
  }

  run(model: GridModel, real: Real): void {
    postInBoth(this.move, model, real);
  }

  toString(): string {
    return `post ${shown(this.move)}`;
  }
}

/** Undoes one of the moves posted so far, perhaps for the second time. */
class Undo implements fc.Command<GridModel, Real> {
  readonly choice: number;

  constructor(choice: number) {
    this.choice = choice;
  }

  check({ moves }: Readonly<GridModel>): boolean {
    return moves.length > 0;
  }

  run(model: GridModel, real: Real): void {
    const chosen = model.moves[this.choice % model.moves.length];
    if (chosen !== undefined) postInBoth(contraryTo(chosen, 'Undone'), model, real);
  }

  toString(): string {
    return `undo move ${this.choice}`;
  }
}

export const moveCommandsArb = fc.commands<GridModel, Real>(
  [moveArb.map((move) => new Post(move)), fc.nat(30).map((choice) => new Undo(choice))],
  { maxCommands: 60 },
);

function postInBoth(move: Move, model: GridModel, real: Real): void {
  const result = postMove(real.accounts, move);
  expect(result.ok, `${shown(move)} is accepted`).toBe(isLawful(move, model));
  if (!result.ok) return;
  real.accounts = result.value;
  model.moves.push(move);
  const [pool, recipient, amount] =
    move.from.kind === 'pool' ? [move.from, move.to, move.amount] : [move.to, move.from, -move.amount];
  const cell = `${accountKey(pool)} → ${accountKey(recipient)}`;
  model.paid.set(cell, (model.paid.get(cell) ?? 0n) + amount);
  compareBalances(model, real.accounts);
}

function isLawful({ year, from, to, amount }: Move, model: GridModel): boolean {
  if (amount <= 0n || year !== 2026) return false;
  if (from.kind === 'pool') return to.kind !== 'pool' && amount <= leftIn(accountKey(from), model);
  if (to.kind !== 'pool') return false;
  return amount <= (model.paid.get(`${accountKey(to)} → ${accountKey(from)}`) ?? 0n);
}

function leftIn(pool: string, { opening, paid }: GridModel): bigint {
  const given = [...paid].flatMap(([cell, amount]) => (cell.startsWith(`${pool} → `) ? [amount] : []));
  return given.reduce((left, amount) => left - amount, opening.get(pool) ?? 0n);
}

function compareBalances(model: GridModel, { balances }: PoolAccounts): void {
  for (const pool of model.opening.keys()) expect(balances.get(pool)).toBe(leftIn(pool, model));
  const total = [...balances.values()].reduce((sum: bigint, balance) => sum + balance, 0n);
  expect(total).toBe(350_00n);
  for (const balance of balances.values()) expect(balance).toBeGreaterThanOrEqual(0n);
}

function shown({ year, from, to, amount }: Move): string {
  return `${amount} øre in ${year} from ${accountKey(from)} to ${accountKey(to)}`;
}
