import type { ColumnType } from 'kysely';
import type { Invoice } from '../src/invoicing/invoice.ts';
import type { RunPurpose } from '../src/invoicing/run.ts';

/** Written once, never changed. */
type Fixed<T> = ColumnType<T, T, never>;

/** The state of each resource as it is now; its history is in `resource_versions`. */
interface ResourceTable {
  kind: Fixed<string>;
  id: Fixed<string>;
  version: bigint;
  state: string;
  /** The user whose resource it is, and the municipality or body it belongs to. */
  owner: Fixed<string>;
  unit: string | null;
  deleted: bigint;
}

/** Every version of every resource, kept for ever. */
interface ResourceVersionTable {
  kind: Fixed<string>;
  id: Fixed<string>;
  version: Fixed<bigint>;
  at: Fixed<string>;
  actor: Fixed<string>;
  action: Fixed<string>;
  reason: Fixed<string>;
  state: Fixed<string>;
  deleted: Fixed<bigint>;
  /** JSON: what else there is to say of the act, as who voted; beside the content, so that it is in no hash of it. */
  detail: Fixed<string | null>;
  /** Canonical JSON (RFC 8785), and the SHA-256 of it. */
  body: Fixed<string>;
  body_hash: Fixed<string>;
}

/** The answer that a creation gave, so that the same key gives it again. */
interface IdempotencyTable {
  actor: Fixed<string>;
  key: Fixed<string>;
  request_hash: Fixed<string>;
  status: Fixed<bigint>;
  answer: Fixed<string>;
  at: Fixed<string>;
}

/** The append-only audit log; each entry's hash covers the one before it. */
interface AuditTable {
  seq: Fixed<bigint>;
  at: Fixed<string>;
  actor: Fixed<string>;
  action: Fixed<string>;
  target: Fixed<string>;
  detail: Fixed<string>;
  previous_hash: Fixed<string>;
  hash: Fixed<string>;
}

/** One row: the end of the audit chain. Locking it puts all writes in one order. */
interface AuditHeadTable {
  id: Fixed<bigint>;
  seq: bigint;
  hash: string;
  at: string;
}

/** Pool money bound (positive) or set free again (negative) by a decision, in whole øre. */
interface PoolEntryTable {
  decision: Fixed<string>;
  position: Fixed<bigint>;
  agreement: Fixed<string>;
  year: Fixed<bigint>;
  solution: Fixed<string>;
  amount_ore: Fixed<bigint>;
  initiative: Fixed<string>;
  at: Fixed<string>;
}

/** A key that a program shows instead of logging in. Only a hash of its secret is kept. */
interface ApiKeyTable {
  id: Fixed<string>;
  label: Fixed<string>;
  /** JSON: who the program is and which offices it holds. */
  identity: Fixed<string>;
  secret_hash: Fixed<string>;
  created_at: Fixed<string>;
  created_by: Fixed<string>;
  expires_at: Fixed<string>;
  revoked_at: string | null;
  revoked_by: string | null;
}

/** Somebody who is logged in with a browser; the browser holds the token, the store a hash of it. */
interface SessionTable {
  token_hash: Fixed<string>;
  /** JSON: who it is, as the identity provider said at the login. */
  identity: Fixed<string>;
  expires_at: Fixed<string>;
}

/** A login that has been sent to the identity provider and has not come back yet. */
interface LoginTable {
  state_hash: Fixed<string>;
  /** Hash of the token that only the browser holds which began the login. */
  browser_hash: Fixed<string>;
  code_verifier: Fixed<string>;
  nonce: Fixed<string>;
  return_to: Fixed<string>;
  expires_at: Fixed<string>;
}

/** Something that results were computed from, by the SHA-256 of its canonical JSON; kept once, never changed. */
interface ContentTable {
  hash: Fixed<string>;
  body: Fixed<string>;
}

/** Every invoice as it was issued; amounts in whole øre, signed as the municipality's debt. */
interface InvoiceTable {
  number: Fixed<string>;
  /** The order of issue over all series, from 1 without gaps. */
  seq: Fixed<bigint>;
  series: Fixed<string>;
  /** The count within the series, from 1 without gaps. */
  position: Fixed<bigint>;
  run: Fixed<string>;
  purpose: Fixed<RunPurpose>;
  kind: Fixed<Invoice['kind']>;
  agreement: Fixed<string>;
  year: Fixed<bigint>;
  frequency: Fixed<string>;
  instalment: Fixed<bigint>;
  municipality: Fixed<string>;
  recipient: Fixed<string>;
  issue_date: Fixed<string>;
  due_date: Fixed<string>;
  net_ore: Fixed<bigint>;
  vat_ore: Fixed<bigint>;
  payable_ore: Fixed<bigint>;
  corrects: Fixed<string | null>;
  issued_by: Fixed<string>;
  issued_at: Fixed<string>;
  /** Whether everybody who may read invoices may read it, or only its own municipality. */
  shared: Fixed<bigint>;
  /** Canonical JSON of the whole invoice, and the SHA-256 of it. */
  body: Fixed<string>;
  body_hash: Fixed<string>;
}

/** The lines of every invoice, to be summed and searched. */
interface InvoiceLineTable {
  number: Fixed<string>;
  /** From 1. */
  line: Fixed<bigint>;
  solution: Fixed<string>;
  component: Fixed<string>;
  amount_ore: Fixed<bigint>;
}

/** The bytes of an invoice in one format, compressed, as they are given for ever. */
interface InvoiceDocumentTable {
  number: Fixed<string>;
  format: Fixed<string>;
  /** Which edition of its writer made it. */
  writer: Fixed<bigint>;
  bytes: Fixed<Uint8Array>;
}

/** How far a sweep has come; its request is kept as a resource. */
interface SweepProgressTable {
  sweep: Fixed<string>;
  chunks: Fixed<bigint>;
  done: bigint;
  state: 'running' | 'done' | 'failed';
  /** JSON: the sum of all chunks that are done. */
  summary: string | null;
  /** How long threads have been at the chunks that are done, together. */
  computed_ms: bigint;
  /** Why it failed, as a code. */
  failure: 'sweep_chunk_failing' | 'sweep_time_exceeded' | null;
}

/** A chunk that somebody has begun: how often, without attempts that were broken off, and whether it is done. */
interface SweepChunkTable {
  sweep: Fixed<string>;
  chunk: Fixed<bigint>;
  attempts: bigint;
  done: bigint;
}

interface MigrationTable {
  id: Fixed<string>;
  checksum: Fixed<string>;
  at: Fixed<string>;
}

export interface Tables {
  resources: ResourceTable;
  resource_versions: ResourceVersionTable;
  idempotency_keys: IdempotencyTable;
  audit_entries: AuditTable;
  audit_head: AuditHeadTable;
  pool_entries: PoolEntryTable;
  api_keys: ApiKeyTable;
  sessions: SessionTable;
  logins: LoginTable;
  contents: ContentTable;
  invoices: InvoiceTable;
  invoice_lines: InvoiceLineTable;
  invoice_documents: InvoiceDocumentTable;
  sweep_progress: SweepProgressTable;
  sweep_chunks: SweepChunkTable;
  schema_migrations: MigrationTable;
}
