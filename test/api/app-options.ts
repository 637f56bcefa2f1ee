import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authenticateLocalUser } from '../../api/access/local-user.ts';
import type { AppOptions } from '../../api/app.ts';
import { openStore } from '../../store/open-store.ts';

/** A clock that stands still, so that answers are the same at every run. */
const NEW_YEAR = Temporal.Instant.from('2026-01-01T00:00:00Z');

/** What the application needs beside its data: the one local user, and a new, empty store of its own. */
export async function appOptions(
  report: AppOptions['report'],
): Promise<AppOptions & { remove(): Promise<void> }> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'k98-app-'));
  const store = await openStore({ dataDirectory }, () => NEW_YEAR);
  const remove = async () => {
    await store.database.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  return { report, store, authenticate: authenticateLocalUser, remove };
}
