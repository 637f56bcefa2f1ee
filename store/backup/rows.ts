import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { canonicalText } from '../../src/result-hash.ts';
import type { Tables } from '../tables.ts';
import { type KeptTable, LOG_HEAD } from './kept-tables.ts';

/** Every column holds text, a whole number, bytes or nothing. */
type Row = Readonly<Record<string, string | bigint | Uint8Array | null>>;

/** How many rows a table has, and SHA-256 of all of them in the order of their key: the same on both engines. */
export interface Content {
  readonly rows: number;
  readonly hash: string;
}

const PAGE = 200;

/** Reads all of a table, a page at a time, and says what was in it. */
export async function readTable(
  query: Kysely<Tables>,
  kept: KeptTable,
  take: (page: readonly Row[]) => Promise<void> = async () => undefined,
): Promise<Content> {
  const hash = createHash('sha256');
  let rows = 0;
  for (
    let page = await pageAfter(query, kept);
    page.length > 0;
    page = await pageAfter(query, kept, page.at(-1))
  ) {
    for (const row of page) hash.update(`${textOf(row)}\n`);
    rows += page.length;
    await take(page);
  }
  return { rows, hash: hash.digest('hex') };
}

async function pageAfter(query: Kysely<Tables>, { table, key }: KeptTable, last?: Row): Promise<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const after =
    last === undefined ? sql`` : sql`WHERE (${columns}) > (${sql.join(key.map((column) => last[column]))})`;
  const page =
    await sql<Row>`SELECT * FROM ${sql.table(table)} ${after} ORDER BY ${columns} LIMIT ${sql.lit(PAGE)}`.execute(
      query,
    );
  return page.rows;
}

/** Copies all rows of a table to where there are none; the head of the audit log takes the place of the one that is there. */
export async function copyTable(from: Kysely<Tables>, to: Kysely<Tables>, kept: KeptTable): Promise<Content> {
  if (kept.table === LOG_HEAD) await to.deleteFrom(LOG_HEAD).execute();
  return readTable(from, kept, (page) => insert(to, kept.table, page));
}

async function insert(to: Kysely<Tables>, table: string, page: readonly Row[]): Promise<void> {
  const columns = Object.keys(page[0] ?? {});
  const values = page.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) VALUES ${sql.join(values)}`.execute(
    to,
  );
}

/** The same text for the same row, whichever engine it comes from. */
function textOf(row: Row): string {
  return canonicalText(
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, written(value)])),
  );
}

function written(value: Row[string]): unknown {
  if (typeof value === 'bigint') return { whole: String(value) };
  return value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value;
}
