import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { type Clock, timestamp } from '../clock.ts';
import { type Database, openFile } from '../database.ts';
import { isMigrated, migrate } from '../migrate.ts';
import { beginExclusive, readSnapshot } from '../transaction.ts';
import { KEPT_TABLES } from './kept-tables.ts';
import { writeManifest } from './manifest.ts';
import { BackupRefused } from './refused.ts';
import { type Content, copyTable } from './rows.ts';

/** Only its owner may read a backup: it holds everybody's drafts. */
const OWNER_ONLY = 0o600;

/**
 * Copies everything that is kept, as it is at one moment, into a file of its own while others go on reading and writing. The file is a
 * database of SQLite, whichever engine it comes from, with a manifest by which damage is found. It appears under its
 * name only when it is whole.
 *
 * @throws BackupRefused when the file is there already, or the database is not this program's
 */
export async function makeBackup(database: Database, file: string, clock: Clock): Promise<void> {
  if (!(await isMigrated(database).catch(() => false)))
    throw new BackupRefused(
      'the database is not the one this version of the program works with: start the server first',
    );
  await requireMissing(file);
  const partial = `${file}.partial`;
  await claim(partial);
  try {
    await fill(database, partial, clock);
    await rename(partial, file);
    await sync(dirname(file));
  } catch (error) {
    for (const left of [partial, `${partial}-wal`, `${partial}-shm`]) await rm(left, { force: true });
    throw error;
  }
}

async function requireMissing(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined) throw new BackupRefused(`${file} is there already`);
}

async function fill(database: Database, file: string, clock: Clock): Promise<void> {
  const target = openFile(file);
  try {
    await migrate(target, clock);
    await beginExclusive(target, async (to) => {
      const manifest = new Map<string, Content>();
      await readSnapshot(database, async (from) => {
        for (const kept of KEPT_TABLES) manifest.set(kept.table, await copyTable(from, to, kept));
      });
      await writeManifest(to, manifest, timestamp(clock()));
    });
    // From here on the file stands alone, without the log that SQLite keeps beside a database in use.
    await sql`PRAGMA journal_mode = DELETE`.execute(target.query);
  } finally {
    await target.close();
  }
}

/** Makes an empty file of that name, or refuses when there is one. */
async function claim(file: string): Promise<void> {
  const handle = await open(file, 'wx', OWNER_ONLY).catch((error: NodeJS.ErrnoException) => {
    throw new BackupRefused(
      error.code === 'EEXIST' ? `${file} is there already` : `${file} cannot be written: ${error.message}`,
    );
  });
  await handle.close();
}

/** Makes a change of names in the folder last through a power cut. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
