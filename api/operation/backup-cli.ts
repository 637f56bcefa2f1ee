import { makeBackup } from '../../store/backup/make-backup.ts';
import { systemClock } from '../../store/clock.ts';
import { openDatabase } from '../../store/database.ts';
import { storeLocation } from '../environment.ts';
import { fileNamed, runCommand } from './command.ts';

/**
 * Copies everything that is kept into a file, while the server runs.
 *
 *     npm run backup -- k98-2026-11-24.backup
 */
await runCommand(async () => {
  const file = fileNamed();
  // Opened without bringing it up to date: a running server may still be the older one.
  const database = await openDatabase(storeLocation(process.env));
  try {
    await makeBackup(database, file, systemClock);
    process.stdout.write(`${file} holds everything that was kept when it was begun\n`);
  } finally {
    await database.close();
  }
});
