import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

/** How long a statement waits for another process that holds the file, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Kysely's dialect for a file of SQLite through Node's own driver. Every commit is on disk before it is
 * acknowledged (WAL, synchronous FULL); whole numbers arrive as bigint, as they do from PostgreSQL.
 */
export function sqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({ database: async () => open(file) });
}

function open(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, {
    timeout: BUSY_TIMEOUT_MS,
    readBigInts: true,
    enableForeignKeyConstraints: true,
  });
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  return { close: () => database.close(), prepare: (sql) => prepare(database, sql) };
}

/**
 * The four calls that Kysely makes on a statement. Transactions take the write lock at once, so that two
 * processes on one file wait for each other instead of failing when the second comes to write.
 */
function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)) as { changes: bigint; lastInsertRowid: bigint },
    iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
  };
}
