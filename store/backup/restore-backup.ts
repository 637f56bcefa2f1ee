import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { checkAudit } from '../audit-check.ts';
import { type Database, openFile } from '../database.ts';
import { migrate } from '../migrate.ts';
import type { Tables } from '../tables.ts';
import { beginExclusive } from '../transaction.ts';
import { log, type Store } from '../write.ts';
import { KEPT_TABLES, LOG_HEAD } from './kept-tables.ts';
import { checkManifest } from './manifest.ts';
import { BackupRefused } from './refused.ts';
import { copyTable, readTable } from './rows.ts';

/**
 * Puts a backup into an empty store of either engine: all of it or nothing. What was put in is read again and held against the
 * backup, and the audit log has to be unbroken, before it counts. A backup of an older program is brought up to date on the way.
 *
 * @throws BackupRefused when the store is not empty or the file is damaged
 */
export async function restoreBackup(store: Store, file: string, actor: string): Promise<void> {
  await requireEmpty(store.database.query);
  const folder = await mkdtemp(join(tmpdir(), 'k98-restore-'));
  try {
    // The backup itself stays as it is: what is opened is changed, if only by being brought up to date.
    const copy = join(folder, 'backup.sqlite');
    await copyFile(file, copy).catch((error: Error) => {
      throw new BackupRefused(`${file} cannot be read: ${error.message}`);
    });
    const madeAt = await putIn(store, copy);
    await log(store, { actor, action: 'store.restore', target: 'store', detail: { madeAt } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function putIn(store: Store, file: string): Promise<string> {
  const backup = openFile(file);
  try {
    const madeAt = await checkManifest(backup.query).catch(refuseUnreadable);
    await migrate(backup, store.clock);
    await beginExclusive(store.database, async (to) => {
      await requireEmpty(to);
      for (const kept of KEPT_TABLES) await copyTable(backup.query, to, kept);
      await requireSame(backup, to);
      const checked = await checkAudit(to);
      if ('broken' in checked)
        throw new BackupRefused(
          `the audit log in the backup is broken at entry ${checked.broken.seq}: ${checked.broken.reason}`,
        );
    });
    return madeAt;
  } finally {
    await backup.close();
  }
}

/** Whatever the engine says of a file that is none of its own, or is cut off, means the same to whoever has it. */
function refuseUnreadable(error: Error): never {
  if (error instanceof BackupRefused) throw error;
  throw new BackupRefused(`the backup is damaged, or is none: ${error.message}`);
}

async function requireSame(backup: Database, to: Kysely<Tables>): Promise<void> {
  for (const kept of KEPT_TABLES) {
    const [wanted, found] = [await readTable(backup.query, kept), await readTable(to, kept)];
    if (wanted.hash !== found.hash) throw new BackupRefused(`${kept.table} did not arrive as it was sent`);
  }
}

/** Empty is what the migrations leave, or a store in which nothing was ever logged. */
async function requireEmpty(query: Kysely<Tables>): Promise<void> {
  const { seq } = await query.selectFrom(LOG_HEAD).select('seq').executeTakeFirstOrThrow();
  for (const { table } of KEPT_TABLES.filter((kept) => kept.table !== LOG_HEAD)) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} LIMIT 1`.execute(query);
    if (rows.length > 0 || seq > 0n)
      throw new BackupRefused('the store is not empty: a backup is put only where nothing is');
  }
}
