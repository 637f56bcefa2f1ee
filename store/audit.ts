import type { Kysely, Transaction } from 'kysely';
import { hashOf } from '../src/result-hash.ts';
import { type Clock, timestamp } from './clock.ts';
import type { Tables } from './tables.ts';

/** What somebody did, or was refused. */
export interface AuditedAct {
  /** The subject of the user or program, never a name or another personal detail. */
  readonly actor: string;
  /** What was done, as `scenario.create`; a refusal ends in `.refused`. */
  readonly action: string;
  /** What it was done to, as a path: `scenarios/high-wages`. */
  readonly target: string;
  /** JSON that explains the act: the reason given, the version written, the code of a refusal. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An act in the chain: `hash` covers everything here and the hash of the entry before. */
export interface AuditEntry extends AuditedAct {
  readonly seq: bigint;
  readonly at: string;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * The time of the next entry: now, but never before the last one, so that the order of the chain is the order
 * in time even where replicas' clocks differ. Locks the end of the chain until the transaction ends.
 */
export async function nextMoment(transaction: Transaction<Tables>, clock: Clock): Promise<string> {
  const head = await transaction.selectFrom('audit_head').select('at').executeTakeFirstOrThrow();
  const now = timestamp(clock());
  return now > head.at ? now : head.at;
}

/** Adds the act to the end of the chain. */
export async function appendAudit(
  transaction: Transaction<Tables>,
  act: AuditedAct,
  at: string,
): Promise<AuditEntry> {
  const head = await transaction.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
  const unsealed = { ...act, seq: head.seq + 1n, at, previousHash: head.hash };
  const entry = { ...unsealed, hash: auditHash(unsealed) };
  await transaction
    .insertInto('audit_entries')
    .values({
      seq: entry.seq,
      at,
      actor: entry.actor,
      action: entry.action,
      target: entry.target,
      detail: JSON.stringify(entry.detail),
      previous_hash: entry.previousHash,
      hash: entry.hash,
    })
    .execute();
  await transaction
    .updateTable('audit_head')
    .set({ seq: entry.seq, hash: entry.hash, at })
    .where('id', '=', 1n)
    .execute();
  return entry;
}

/** Which entries a reader wants: only those of this actor, action and target. */
export interface AuditFilter {
  readonly actor?: string;
  readonly action?: string;
  readonly target?: string;
}

/** Entries after a sequence number, oldest first. */
export async function auditEntries(
  database: Kysely<Tables>,
  after: bigint,
  limit: number,
  { actor, action, target }: AuditFilter = {},
): Promise<AuditEntry[]> {
  const rows = await database
    .selectFrom('audit_entries')
    .selectAll()
    .where('seq', '>', after)
    .$if(actor !== undefined, (entries) => entries.where('actor', '=', actor ?? ''))
    .$if(action !== undefined, (entries) => entries.where('action', '=', action ?? ''))
    .$if(target !== undefined, (entries) => entries.where('target', '=', target ?? ''))
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(({ detail, previous_hash: previousHash, ...row }) => ({
    ...row,
    previousHash,
    detail: JSON.parse(detail),
  }));
}

/** SHA-256 of everything in an entry and of the hash of the entry before it. */
export function auditHash({
  seq,
  at,
  actor,
  action,
  target,
  detail,
  previousHash,
}: Omit<AuditEntry, 'hash'>): string {
  return hashOf({ seq: String(seq), at, actor, action, target, detail, previousHash });
}
