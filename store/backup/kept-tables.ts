import type { Tables } from '../tables.ts';

/** `made`: by the migrations. `passing`: logins and sessions, which nobody misses and which a file that lies about must not hold. */
type LeftOut = 'made' | 'passing';

/**
 * What a backup does with every table: the columns of a key, in whose order its rows are copied, or why it is left out. A
 * table stands after those it refers to.
 */
const TABLES: { readonly [Table in keyof Tables]: readonly (keyof Tables[Table] & string)[] | LeftOut } = {
  schema_migrations: 'made',
  resources: ['kind', 'id'],
  resource_versions: ['kind', 'id', 'version'],
  idempotency_keys: ['actor', 'key'],
  audit_entries: ['seq'],
  audit_head: ['id'],
  pool_entries: ['decision', 'position'],
  contents: ['hash'],
  // In the order in which they were issued: what corrects another comes after it.
  invoices: ['seq'],
  invoice_lines: ['number', 'line'],
  invoice_documents: ['number', 'format'],
  sweep_progress: ['sweep'],
  sweep_chunks: ['sweep', 'chunk'],
  api_keys: ['id'],
  sessions: 'passing',
  logins: 'passing',
};

/** A table that is copied, and the columns that put its rows in order. */
export interface KeptTable {
  readonly table: string;
  readonly key: readonly string[];
}

export const KEPT_TABLES: readonly KeptTable[] = Object.entries(TABLES).flatMap(([table, key]) =>
  typeof key === 'string' ? [] : [{ table, key }],
);

/** The one table that is never empty: the migrations begin the audit log with it. */
export const LOG_HEAD = 'audit_head';

export const ALL_TABLES = Object.keys(TABLES);
