import type { Transaction } from 'kysely';
import { accepted, type Refusal, type Result } from '../src/refusal.ts';
import { type AuditedAct, appendAudit, nextMoment } from './audit.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';
import { beginExclusive } from './transaction.ts';

/** An open database with the clock that writes are dated by. */
export interface Store {
  readonly database: Database;
  readonly clock: Clock;
}

/** One write under way: everything in it is kept together, dated `at`. */
export interface WriteUnderWay {
  readonly transaction: Transaction<Tables>;
  readonly at: string;
  readonly actor: string;
}

/** What a write came to; a repeated request that did nothing new is not logged again. */
export interface Written<T> {
  readonly value: T;
  readonly isRepeat?: boolean;
}

/**
 * Does a write and its audit entry as one: both are kept or neither. A refusal undoes whatever the work had
 * written and is logged by itself, so that the log explains why nothing happened.
 *
 * @param work answers with the value, or refuses
 */
export async function write<T>(
  { database, clock }: Store,
  act: AuditedAct,
  work: (write: WriteUnderWay) => Promise<Result<Written<T>>>,
): Promise<Result<T>> {
  try {
    return await beginExclusive(database, async (transaction) => {
      const at = await nextMoment(transaction, clock);
      const result = await work({ transaction, at, actor: act.actor });
      if (!result.ok) throw new Undo(result.refusals);
      const { value, isRepeat } = result.value;
      if (isRepeat !== true) await appendAudit(transaction, act, at);
      return accepted(value);
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    return refuseWrite({ database, clock }, act, error.refusals);
  }
}

/** Adds an act that writes nothing else: a login, or something refused before it came to a write. */
export async function log({ database, clock }: Store, act: AuditedAct): Promise<void> {
  await beginExclusive(database, async (transaction) => {
    await appendAudit(transaction, act, await nextMoment(transaction, clock));
  });
}

/** Refuses a write, also one that is not begun, and logs why. */
export async function refuseWrite(
  store: Store,
  act: AuditedAct,
  refusals: readonly Refusal[],
): Promise<Result<never>> {
  const codes = refusals.map(({ code }) => code);
  await log(store, { ...act, action: `${act.action}.refused`, detail: { ...act.detail, codes } });
  return { ok: false, refusals };
}

/** Leaves the transaction so that it is rolled back; never seen outside this file. */
class Undo extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super('undo the write');
    this.refusals = refusals;
  }
}
