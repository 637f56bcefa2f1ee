import type { Kysely, Selectable } from 'kysely';
import { auditHash } from './audit.ts';
import type { Tables } from './tables.ts';

/** An entry that somebody has noted down: with it in hand, a log that was cut off after it and continued is found out. */
export interface Anchor {
  readonly seq: bigint;
  readonly hash: string;
}

/** Where a chain breaks: the number of the first entry that does not follow from the one before it, and why. */
export interface BrokenEntry {
  readonly seq: bigint;
  readonly reason: string;
}

/** What reading the whole log came to: where it ends, or where it first breaks. */
export type AuditCheck = { readonly end: Anchor } | { readonly broken: BrokenEntry };

const START: Anchor = { seq: 0n, hash: '0'.repeat(64) };
const PAGE = 1_000;

/**
 * Reads the whole log and says where it first breaks. It may be written to meanwhile: the end that it had when the reading
 * began has to be reached, what comes after is read as far as it is there.
 *
 * @param anchors entries that the log must hold as they were noted down
 */
export async function checkAudit(
  database: Kysely<Tables>,
  anchors: readonly Anchor[] = [],
): Promise<AuditCheck> {
  const head = await database.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
  const noted = [...anchors, head];
  let previous = START;
  for (let page = await rowsAfter(database, previous.seq); page.length > 0; ) {
    for (const row of page) {
      const reason = breakBetween(previous, row, noted);
      if (reason !== undefined) return { broken: { seq: previous.seq + 1n, reason } };
      previous = row;
    }
    page = await rowsAfter(database, previous.seq);
  }
  const isCut = noted.some(({ seq }) => seq > previous.seq);
  if (isCut) return { broken: { seq: previous.seq + 1n, reason: 'the end of the log is missing' } };
  return { end: { seq: previous.seq, hash: previous.hash } };
}

type Row = Selectable<Tables['audit_entries']>;

function rowsAfter(database: Kysely<Tables>, seq: bigint): Promise<Row[]> {
  return database
    .selectFrom('audit_entries')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(PAGE)
    .execute();
}

function breakBetween(previous: Anchor, row: Row, noted: readonly Anchor[]): string | undefined {
  if (row.seq !== previous.seq + 1n) return 'the entry is missing';
  if (row.previous_hash !== previous.hash) return 'it does not name the entry before it';
  if (hashOfRow(row) !== row.hash) return 'its content does not match its hash';
  const isAnother = noted.some(({ seq, hash }) => seq === row.seq && hash !== row.hash);
  return isAnother ? 'it is not the entry that was noted down' : undefined;
}

function hashOfRow({ detail, previous_hash: previousHash, ...row }: Row): string | undefined {
  try {
    return auditHash({ ...row, previousHash, detail: JSON.parse(detail) });
  } catch {
    // Detail that is no JSON was not written by this program.
    return undefined;
  }
}
