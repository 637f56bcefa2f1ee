import { restoreBackup } from '../../store/backup/restore-backup.ts';
import { fileNamed, runCommand, withStore } from './command.ts';

/**
 * Puts a backup into an empty store, of SQLite or PostgreSQL, before the server is started on it.
 *
 *     DATA_DIR=./new npm run restore -- k98-2026-11-24.backup
 */
await runCommand(async () => {
  const file = fileNamed();
  await withStore(async (store) => {
    await restoreBackup(store, file, 'command-line');
    process.stdout.write(`everything in ${file} is back, and the audit log is unbroken\n`);
  });
});
