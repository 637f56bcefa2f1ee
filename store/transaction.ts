import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** Any number that no other program uses on the same PostgreSQL database. */
const LOCK_NUMBER = 9_800_001;

/**
 * Runs the work alone: no other write of any replica is under way meanwhile, and either all of it is kept or
 * nothing is. On SQLite the file has one writer; on PostgreSQL an advisory lock gives the same order.
 */
export async function beginExclusive<T>(
  database: Database,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  database.load.writes += 1;
  try {
    return await database.query.transaction().execute(async (transaction) => {
      if (database.engine === 'postgres')
        await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK_NUMBER)})`.execute(transaction);
      return work(transaction);
    });
  } finally {
    database.load.writes -= 1;
  }
}

/** Reads everything as it is at one moment, however long it takes, while others go on writing. */
export async function readSnapshot<T>(
  { engine, query }: Database,
  read: (snapshot: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  if (engine === 'postgres')
    return query.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
  return query.connection().execute(async (connection) => {
    // Not as a write begins: that would keep all others from writing.
    await sql`BEGIN DEFERRED`.execute(connection);
    try {
      return await read(connection);
    } finally {
      await sql`ROLLBACK`.execute(connection);
    }
  });
}
