import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { postgresDialect } from './engines/postgres.ts';
import { sqliteDialect } from './engines/sqlite.ts';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';

/** Where data is kept: a PostgreSQL server when it has an address, otherwise a file in the data folder. */
export interface StoreLocation {
  readonly databaseUrl?: string;
  readonly dataDirectory: string;
}

/** An open database; the same queries run on both engines. */
export interface Database {
  readonly engine: Engine;
  readonly query: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * Opens the embedded database under the data folder (made if it is not there), or connects to PostgreSQL.
 * Nothing is read or written yet.
 */
export async function openDatabase({ databaseUrl, dataDirectory }: StoreLocation): Promise<Database> {
  if (databaseUrl !== undefined)
    return database('postgres', new Kysely({ dialect: postgresDialect(databaseUrl) }));
  await mkdir(dataDirectory, { recursive: true });
  return database('sqlite', new Kysely({ dialect: sqliteDialect(join(dataDirectory, 'k98.sqlite')) }));
}

function database(engine: Engine, query: Kysely<Tables>): Database {
  return { engine, query, close: () => query.destroy() };
}
