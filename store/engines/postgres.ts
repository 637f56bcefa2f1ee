import { PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

/** PostgreSQL's type number of BIGINT. */
const BIGINT_OID = 20;

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 15_000;

/**
 * Kysely's dialect for a PostgreSQL server; whole numbers arrive as bigint, as they do from SQLite. A connection
 * that breaks while idle is dropped by the pool and made anew at the next query.
 */
export function postgresDialect(databaseUrl: string): PostgresDialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    types: {
      getTypeParser: (oid, format) => (oid === BIGINT_OID ? BigInt : types.getTypeParser(oid, format)),
    },
  });
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}
