import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dialect, Kysely } from 'kysely';
import { postgresDialect } from './engines/postgres.ts';
import { sqliteDialect } from './engines/sqlite.ts';
import { StoreLoad } from './load.ts';
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
  /** Of the PostgreSQL server, for what has connections of its own to it. */
  readonly address: string | undefined;
  readonly query: Kysely<Tables>;
  readonly load: StoreLoad;
  close(): Promise<void>;
}

/**
 * Opens the embedded database under the data folder (made if it is not there), or connects to PostgreSQL.
 * Nothing is read or written yet.
 */
export async function openDatabase({ databaseUrl, dataDirectory }: StoreLocation): Promise<Database> {
  if (databaseUrl !== undefined) return database('postgres', postgresDialect(databaseUrl), databaseUrl);
  await mkdir(dataDirectory, { recursive: true });
  return openFile(join(dataDirectory, 'k98.sqlite'));
}

/** Opens a file of the embedded database, or makes one. */
export function openFile(file: string): Database {
  return database('sqlite', sqliteDialect(file));
}

function database(engine: Engine, dialect: Dialect, address?: string): Database {
  const load = new StoreLoad();
  const query = new Kysely<Tables>({ dialect, log: load.see });
  return { engine, address, query, load, close: () => query.destroy() };
}
