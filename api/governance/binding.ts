import type { Agreement } from '../../src/agreement/agreement.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import { accountKey } from '../../src/prioritisation/account.ts';
import type { Move } from '../../src/prioritisation/move.ts';
import { openingPool } from '../../src/prioritisation/opening-pool.ts';
import { openAccounts, postMove } from '../../src/prioritisation/pool-accounts.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import type { NewPoolEntry } from '../../store/pool-entries.ts';

/**
 * What moves bind in the pool. Every move is posted on the accounts as earlier decisions have left them, so that none
 * can take what is not there: refused as `postMove` and `openingPool` do.
 *
 * @param agreement with everything that earlier decisions have bound
 */
export function entriesBoundBy(moves: readonly Move[], agreement: Agreement): Result<NewPoolEntry[]> {
  for (const [year, ofYear] of Map.groupBy(moves, (move) => move.year)) {
    const posted = postAll(year, ofYear, agreement);
    if (!posted.ok) return posted;
  }
  return accepted(moves.flatMap(entryOf));
}

function postAll(year: number, moves: readonly Move[], agreement: Agreement): Result<unknown> {
  const price = priceYear(agreement, year);
  if (!price.ok) return price;
  const pool = openingPool(price.value);
  if (!pool.ok) return pool;
  const recipients = moves.flatMap(({ to }) => (to.kind === 'pool' ? [] : [to]));
  let accounts = openAccounts(pool.value, recipients);
  for (const move of moves) {
    const posted = postMove(accounts, move);
    if (!posted.ok) return posted;
    accounts = posted.value;
  }
  return accepted(accounts);
}

function entryOf({ year, from, to, amount }: Move): NewPoolEntry[] {
  return from.kind === 'pool' ? [{ year, solution: from.solution, amount, recipient: accountKey(to) }] : [];
}
