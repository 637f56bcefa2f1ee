import type { Engine } from '../database.ts';
import { appendOnly } from './append-only.ts';
import type { Migration } from './migration.ts';

/** Text that sorts by code point on both engines, whatever the language of the server. */
function text(engine: Engine): string {
  return engine === 'postgres' ? 'TEXT COLLATE "C"' : 'TEXT';
}

/**
 * The schema, forward only: a migration that has landed is never changed, a correction is a new one at the end.
 * The SQL is what both engines understand; times are ISO 8601 in UTC, which sort as text.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    id: '0001-resources',
    statements: (engine) => [
      `CREATE TABLE resources (
        kind ${text(engine)} NOT NULL, id ${text(engine)} NOT NULL, version BIGINT NOT NULL, state ${text(engine)} NOT NULL,
        owner ${text(engine)} NOT NULL, unit ${text(engine)}, deleted BIGINT NOT NULL CHECK (deleted IN (0, 1)),
        PRIMARY KEY (kind, id))`,
      `CREATE TABLE resource_versions (
        kind ${text(engine)} NOT NULL, id ${text(engine)} NOT NULL, version BIGINT NOT NULL CHECK (version >= 1),
        at ${text(engine)} NOT NULL, actor ${text(engine)} NOT NULL, action ${text(engine)} NOT NULL, reason ${text(engine)} NOT NULL,
        state ${text(engine)} NOT NULL, deleted BIGINT NOT NULL CHECK (deleted IN (0, 1)),
        body ${text(engine)} NOT NULL, body_hash ${text(engine)} NOT NULL,
        PRIMARY KEY (kind, id, version), FOREIGN KEY (kind, id) REFERENCES resources (kind, id))`,
      'CREATE INDEX resource_versions_by_time ON resource_versions (kind, id, at)',
      'CREATE INDEX resource_versions_by_hash ON resource_versions (body_hash)',
    ],
  },
  {
    id: '0002-idempotency',
    statements: (engine) => [
      `CREATE TABLE idempotency_keys (
        actor ${text(engine)} NOT NULL, key ${text(engine)} NOT NULL, request_hash ${text(engine)} NOT NULL,
        status BIGINT NOT NULL, answer ${text(engine)} NOT NULL, at ${text(engine)} NOT NULL,
        PRIMARY KEY (actor, key))`,
    ],
  },
  {
    id: '0003-audit',
    statements: (engine) => [
      `CREATE TABLE audit_entries (
        seq BIGINT NOT NULL PRIMARY KEY, at ${text(engine)} NOT NULL, actor ${text(engine)} NOT NULL, action ${text(engine)} NOT NULL,
        target ${text(engine)} NOT NULL, detail ${text(engine)} NOT NULL, previous_hash ${text(engine)} NOT NULL, hash ${text(engine)} NOT NULL UNIQUE)`,
      `CREATE TABLE audit_head (
        id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1), seq BIGINT NOT NULL, hash ${text(engine)} NOT NULL, at ${text(engine)} NOT NULL)`,
      `INSERT INTO audit_head (id, seq, hash, at) VALUES (1, 0, '${'0'.repeat(64)}', '1970-01-01T00:00:00.000Z')`,
      ...appendOnly(engine, 'audit_entries'),
      ...appendOnly(engine, 'resource_versions'),
    ],
  },
  {
    id: '0004-pool-entries',
    statements: (engine) => [
      `CREATE TABLE pool_entries (
        decision ${text(engine)} NOT NULL, position BIGINT NOT NULL, agreement ${text(engine)} NOT NULL, year BIGINT NOT NULL,
        solution ${text(engine)} NOT NULL, amount_ore BIGINT NOT NULL CHECK (amount_ore <> 0),
        initiative ${text(engine)} NOT NULL, at ${text(engine)} NOT NULL,
        PRIMARY KEY (decision, position))`,
      'CREATE INDEX pool_entries_by_year ON pool_entries (agreement, year, solution)',
      ...appendOnly(engine, 'pool_entries'),
    ],
  },
  {
    id: '0005-access',
    statements: (engine) => [
      `CREATE TABLE api_keys (
        id ${text(engine)} NOT NULL PRIMARY KEY, label ${text(engine)} NOT NULL, identity ${text(engine)} NOT NULL,
        secret_hash ${text(engine)} NOT NULL UNIQUE, created_at ${text(engine)} NOT NULL, created_by ${text(engine)} NOT NULL,
        expires_at ${text(engine)} NOT NULL, revoked_at ${text(engine)}, revoked_by ${text(engine)})`,
      `CREATE TABLE sessions (
        token_hash ${text(engine)} NOT NULL PRIMARY KEY, identity ${text(engine)} NOT NULL, expires_at ${text(engine)} NOT NULL)`,
      'CREATE INDEX sessions_by_end ON sessions (expires_at)',
      `CREATE TABLE logins (
        state_hash ${text(engine)} NOT NULL PRIMARY KEY, browser_hash ${text(engine)} NOT NULL, code_verifier ${text(engine)} NOT NULL,
        nonce ${text(engine)} NOT NULL, return_to ${text(engine)} NOT NULL, expires_at ${text(engine)} NOT NULL)`,
      'CREATE INDEX logins_by_end ON logins (expires_at)',
    ],
  },
  {
    id: '0006-audit-by-subject',
    statements: () => [
      'CREATE INDEX audit_entries_by_actor ON audit_entries (actor, seq)',
      'CREATE INDEX audit_entries_by_target ON audit_entries (target, seq)',
    ],
  },
  {
    id: '0007-version-detail',
    statements: (engine) => [`ALTER TABLE resource_versions ADD COLUMN detail ${text(engine)}`],
  },
  {
    id: '0008-invoices',
    statements: (engine) => [
      `CREATE TABLE contents (hash ${text(engine)} NOT NULL PRIMARY KEY, body ${text(engine)} NOT NULL)`,
      `CREATE TABLE invoices (
        number ${text(engine)} NOT NULL PRIMARY KEY, seq BIGINT NOT NULL UNIQUE, series ${text(engine)} NOT NULL,
        position BIGINT NOT NULL CHECK (position >= 1), run ${text(engine)} NOT NULL, purpose ${text(engine)} NOT NULL,
        kind ${text(engine)} NOT NULL, agreement ${text(engine)} NOT NULL, year BIGINT NOT NULL, frequency ${text(engine)} NOT NULL,
        instalment BIGINT NOT NULL, municipality ${text(engine)} NOT NULL, recipient ${text(engine)} NOT NULL,
        issue_date ${text(engine)} NOT NULL, due_date ${text(engine)} NOT NULL, net_ore BIGINT NOT NULL, vat_ore BIGINT NOT NULL,
        payable_ore BIGINT NOT NULL CHECK (payable_ore = net_ore + vat_ore), corrects ${text(engine)} REFERENCES invoices (number),
        issued_by ${text(engine)} NOT NULL, issued_at ${text(engine)} NOT NULL, shared BIGINT NOT NULL CHECK (shared IN (0, 1)),
        body ${text(engine)} NOT NULL, body_hash ${text(engine)} NOT NULL, UNIQUE (series, position))`,
      'CREATE INDEX invoices_by_year ON invoices (agreement, year, municipality, seq)',
      'CREATE INDEX invoices_by_run ON invoices (run, seq)',
      'CREATE INDEX invoices_by_corrected ON invoices (corrects)',
      `CREATE TABLE invoice_lines (
        number ${text(engine)} NOT NULL REFERENCES invoices (number), line BIGINT NOT NULL, solution ${text(engine)} NOT NULL,
        component ${text(engine)} NOT NULL, amount_ore BIGINT NOT NULL CHECK (amount_ore <> 0), PRIMARY KEY (number, line))`,
      'CREATE INDEX invoice_lines_by_solution ON invoice_lines (solution, number)',
      `CREATE TABLE invoice_documents (
        number ${text(engine)} NOT NULL REFERENCES invoices (number), format ${text(engine)} NOT NULL, writer BIGINT NOT NULL,
        bytes ${engine === 'postgres' ? 'BYTEA' : 'BLOB'} NOT NULL, PRIMARY KEY (number, format))`,
      ...['contents', 'invoices', 'invoice_lines', 'invoice_documents'].flatMap((table) =>
        appendOnly(engine, table),
      ),
    ],
  },
  {
    id: '0009-sweeps',
    statements: (engine) => [
      `CREATE TABLE sweep_progress (
        sweep ${text(engine)} NOT NULL PRIMARY KEY, chunks BIGINT NOT NULL, next BIGINT NOT NULL, done BIGINT NOT NULL,
        state ${text(engine)} NOT NULL, summary ${text(engine)}, CHECK (done <= next AND next <= chunks))`,
      `CREATE TABLE sweep_chunks (
        sweep ${text(engine)} NOT NULL REFERENCES sweep_progress (sweep), chunk BIGINT NOT NULL, attempts BIGINT NOT NULL,
        leased_until ${text(engine)} NOT NULL, done BIGINT NOT NULL CHECK (done IN (0, 1)), PRIMARY KEY (sweep, chunk))`,
      'CREATE INDEX sweep_chunks_by_lease ON sweep_chunks (sweep, done, leased_until)',
    ],
  },
  {
    id: '0010-sweep-time',
    statements: (engine) => [
      'ALTER TABLE sweep_progress ADD COLUMN computed_ms BIGINT NOT NULL DEFAULT 0',
      `ALTER TABLE sweep_progress ADD COLUMN failure ${text(engine)}`,
    ],
  },
  {
    // Who has a chunk is the queue's matter. A column that a CHECK names cannot be dropped in SQLite, so the tables are made anew.
    id: '0011-sweep-queue',
    statements: (engine) => [
      `CREATE TABLE new_progress (
        sweep ${text(engine)} NOT NULL PRIMARY KEY, chunks BIGINT NOT NULL, done BIGINT NOT NULL, state ${text(engine)} NOT NULL,
        summary ${text(engine)}, computed_ms BIGINT NOT NULL, failure ${text(engine)}, CHECK (done <= chunks))`,
      `INSERT INTO new_progress (sweep, chunks, done, state, summary, computed_ms, failure)
        SELECT sweep, chunks, done, state, summary, computed_ms, failure FROM sweep_progress`,
      `CREATE TABLE new_chunks (
        sweep ${text(engine)} NOT NULL REFERENCES new_progress (sweep), chunk BIGINT NOT NULL, attempts BIGINT NOT NULL,
        done BIGINT NOT NULL CHECK (done IN (0, 1)), PRIMARY KEY (sweep, chunk))`,
      'INSERT INTO new_chunks (sweep, chunk, attempts, done) SELECT sweep, chunk, attempts, done FROM sweep_chunks',
      'DROP TABLE sweep_chunks',
      'DROP TABLE sweep_progress',
      'ALTER TABLE new_progress RENAME TO sweep_progress',
      'ALTER TABLE new_chunks RENAME TO sweep_chunks',
    ],
  },
];
