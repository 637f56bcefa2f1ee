import { sql, type Transaction } from 'kysely';
import { type Clock, timestamp } from './clock.ts';
import type { Database, Engine } from './database.ts';
import { checksumOf, type Migration } from './migrations/migration.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { Tables } from './tables.ts';
import { beginExclusive } from './transaction.ts';

/**
 * Brings the schema up to date: every migration that has not run yet, in order, all in one transaction. Replicas
 * that start together wait for each other, so that each step runs once.
 *
 * @throws when a migration that has run was changed since, or when the database is newer than this program
 */
export async function migrate(
  database: Database,
  clock: Clock,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await beginExclusive(database, async (transaction) => {
    await sql`CREATE TABLE IF NOT EXISTS schema_migrations (id TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, at TEXT NOT NULL)`.execute(
      transaction,
    );
    const done = await transaction
      .selectFrom('schema_migrations')
      .select(['id', 'checksum'])
      .orderBy('id')
      .execute();
    requireUnchanged(done, migrations, database.engine);
    for (const migration of migrations.slice(done.length))
      await run(transaction, migration, database.engine, clock);
  });
}

/** Whether every migration of this program has run: the store can be used. */
export async function isMigrated({ query }: Database): Promise<boolean> {
  const { count } = await query
    .selectFrom('schema_migrations')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return count >= BigInt(MIGRATIONS.length);
}

function requireUnchanged(
  done: readonly { id: string; checksum: string }[],
  migrations: readonly Migration[],
  engine: Engine,
): void {
  done.forEach(({ id, checksum }, place) => {
    const migration = migrations[place];
    if (migration?.id !== id)
      throw new Error(
        `the database has migration ${id}, which this program does not know: run a newer version`,
      );
    if (checksumOf(migration, engine) !== checksum)
      throw new Error(`migration ${id} was changed after it ran on this database`);
  });
}

async function run(
  transaction: Transaction<Tables>,
  migration: Migration,
  engine: Engine,
  clock: Clock,
): Promise<void> {
  for (const statement of migration.statements(engine)) await sql.raw(statement).execute(transaction);
  const at = timestamp(clock());
  await transaction
    .insertInto('schema_migrations')
    .values({ id: migration.id, checksum: checksumOf(migration, engine), at })
    .execute();
}
