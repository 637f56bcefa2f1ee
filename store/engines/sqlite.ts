import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { LRUCache } from 'lru-cache';
import { StoreFailure } from '../failure.ts';
import { sqliteFailure } from './sqlite-failure.ts';

/** How long a statement waits for another process that holds the file, in milliseconds; nothing else happens meanwhile. */
const BUSY_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;

/**
 * Kysely's dialect for a file of SQLite through Node's own driver. Every commit is on disk before it is
 * acknowledged (WAL, synchronous FULL); whole numbers arrive as bigint, as they do from PostgreSQL.
 */
export function sqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({ database: async () => orFailure(() => open(file)) });
}

function open(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, {
    timeout: BUSY_TIMEOUT_MS,
    readBigInts: true,
    enableForeignKeyConstraints: true,
  });
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  const prepared = new LRUCache<string, SqliteStatement>({
    max: MOST_PREPARED,
    memoMethod: (sql) => prepare(database, sql),
  });
  return {
    close: () => database.close(),
    prepare: (sql) => {
      if (sql === 'rollback' && !database.isTransaction) return NOTHING_TO_DO;
      return orFailure(() => prepared.memo(sql === 'begin' ? BEGIN : sql));
    },
  };
}

/** Statements whose text is asked for again and again: reading it anew costs as much as running it. */
const MOST_PREPARED = 500;

/** The four calls that Kysely makes on a statement. */
function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => orFailure(() => allRows(statement, values(parameters))),
    run: (parameters) =>
      orFailure(() => statement.run(...values(parameters)) as { changes: bigint; lastInsertRowid: bigint }),
    iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
  };
}

/**
 * Transactions take the write lock at once, so that two processes on one file wait for each other instead of failing when the
 * second comes to write.
 */
const BEGIN = 'begin immediate';

/** SQLite rolls back by itself when a disk is full; to ask for it again would be an error that hides the first. */
const NOTHING_TO_DO: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0n, lastInsertRowid: 0n }),
  iterate: () => [].values(),
};

/** All rows, unless that takes too long: SQLite itself has no limit of time, so it is looked at from row to row. */
function allRows(statement: StatementSync, values: readonly SQLInputValue[]): unknown[] {
  const end = performance.now() + STATEMENT_TIMEOUT_MS;
  const rows: unknown[] = [];
  for (const row of statement.iterate(...values)) {
    rows.push(row);
    if (performance.now() > end) throw new StoreFailure('unavailable', 'a statement took too long');
  }
  return rows;
}

/** What the work answers, with the engine's failures told apart from mistakes in statements. */
function orFailure<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw sqliteFailure(error);
  }
}
