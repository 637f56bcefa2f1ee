import {
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import { Pool, types } from 'pg';
import { postgresFailure } from './postgres-failure.ts';

/** PostgreSQL's type number of BIGINT. */
const BIGINT_OID = 20;

/** How long a request waits for a connection: for the server to take one, or for another request to give one back. */
const CONNECT_TIMEOUT_MS = 10_000;
/** How long the server works on a statement or waits for the write lock. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** How long an answer is waited for when the server has stopped without a word: longer than it takes to say that it gave up. */
const ANSWER_TIMEOUT_MS = 20_000;

/** How the program connects to a PostgreSQL server, whatever for. */
export function postgresSettings(databaseUrl: string) {
  return {
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
  };
}

/**
 * Kysely's dialect for a PostgreSQL server; whole numbers arrive as bigint, as they do from SQLite. A connection
 * that breaks is dropped by the pool and made anew at the next query.
 */
export function postgresDialect(databaseUrl: string): PostgresDialect {
  const pool = new Pool({
    ...postgresSettings(databaseUrl),
    types: {
      getTypeParser: (oid, format) => (oid === BIGINT_OID ? BigInt : types.getTypeParser(oid, format)),
    },
  });
  // A broken connection says so wherever it is; whoever uses it learns of it by the query that fails.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool: guarded(pool) });
}

/** The pool, with its failures told apart from mistakes in statements. */
function guarded(pool: PostgresPool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => new GuardedClient(await pool.connect().catch(fail)),
  };
}

class GuardedClient implements PostgresPoolClient {
  readonly #client: PostgresPoolClient;

  constructor(client: PostgresPoolClient) {
    this.#client = client;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    asked: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== 'string') return this.#client.query(asked);
    return this.#client.query<R>(asked, parameters).catch(fail);
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }
}

function fail(error: unknown): never {
  throw postgresFailure(error);
}
