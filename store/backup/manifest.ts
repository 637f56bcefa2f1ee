import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { KEPT_TABLES } from './kept-tables.ts';
import { BackupRefused } from './refused.ts';
import { type Content, readTable } from './rows.ts';

/** What a backup says of itself, in a table of its own: what was in each table when it was made. */
type Manifest = ReadonlyMap<string, Content>;

/** Only in the file of a backup. */
interface ManifestTables extends Tables {
  backup_manifest: { table_name: string; row_count: bigint; hash: string; made_at: string };
}

export async function writeManifest(file: Kysely<Tables>, manifest: Manifest, at: string): Promise<void> {
  await sql`CREATE TABLE backup_manifest (table_name TEXT NOT NULL PRIMARY KEY, row_count BIGINT NOT NULL, hash TEXT NOT NULL, made_at TEXT NOT NULL)`.execute(
    file,
  );
  const rows = [...manifest].map(([table_name, { rows, hash }]) => ({
    table_name,
    row_count: BigInt(rows),
    hash,
    made_at: at,
  }));
  await file
    .withTables<Pick<ManifestTables, 'backup_manifest'>>()
    .insertInto('backup_manifest')
    .values(rows)
    .execute();
}

/**
 * Reads all of a backup and holds it against what it says of itself.
 *
 * @returns when it was made
 * @throws BackupRefused when anything in it is not as it was written
 */
export async function checkManifest(file: Kysely<Tables>): Promise<string> {
  const [integrity] = (await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(file)).rows;
  if (integrity?.integrity_check !== 'ok')
    throw new BackupRefused('the backup is damaged: its pages do not fit together');
  const said = await file
    .withTables<Pick<ManifestTables, 'backup_manifest'>>()
    .selectFrom('backup_manifest')
    .selectAll()
    .execute();
  for (const { table_name, row_count, hash } of said) {
    const kept = KEPT_TABLES.find(({ table }) => table === table_name);
    if (kept === undefined)
      throw new BackupRefused(
        `the backup holds ${table_name}, which this program does not know: run a newer version`,
      );
    const found = await readTable(file, kept);
    if (BigInt(found.rows) !== row_count || found.hash !== hash)
      throw new BackupRefused(`the backup is damaged: ${table_name} is not as it was written`);
  }
  const [first] = said;
  if (first === undefined) throw new BackupRefused('the backup is damaged: it does not say what is in it');
  return first.made_at;
}
