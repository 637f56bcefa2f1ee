import type { Kysely } from 'kysely';
import type { PoolEntry } from '../src/agreement/agreement.ts';
import { ore } from '../src/money/ore.ts';
import type { Tables } from './tables.ts';
import type { WriteUnderWay } from './write.ts';

/** Pool money that one decision binds in a year (positive), or sets free again (negative). */
export interface NewPoolEntry {
  readonly year: number;
  readonly solution: string;
  readonly amount: bigint;
  /** The initiative or the business maintenance that it is for, by its account's name. */
  readonly recipient: string;
}

/** Adds what a decision binds to the ledger, after what it has bound before. Rows are never changed. */
export async function addPoolEntries(
  { transaction, at }: WriteUnderWay,
  decision: string,
  agreement: string,
  entries: readonly NewPoolEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const { count } = await transaction
    .selectFrom('pool_entries')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('decision', '=', decision)
    .executeTakeFirstOrThrow();
  const rows = entries.map(({ year, solution, amount, recipient }, place) => ({
    decision,
    position: count + BigInt(place),
    agreement,
    year: BigInt(year),
    solution,
    amount_ore: amount,
    initiative: recipient,
    at,
  }));
  await transaction.insertInto('pool_entries').values(rows).execute();
}

/** Everything that decisions have bound in an agreement's pool, in the order it was bound. */
export async function poolEntries(
  query: Kysely<Tables>,
  agreement: string,
): Promise<(PoolEntry & { readonly recipient: string })[]> {
  const rows = await query
    .selectFrom('pool_entries')
    .selectAll()
    .where('agreement', '=', agreement)
    .orderBy('at')
    .orderBy('decision')
    .orderBy('position')
    .execute();
  return rows.map(({ decision, year, solution, amount_ore, initiative }) => ({
    year: Number(year),
    solution,
    amount: ore(amount_ore),
    reason: decision,
    recipient: initiative,
  }));
}
