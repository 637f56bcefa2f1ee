import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppOptions } from '../../api/app.ts';
import type { Clock } from '../../store/clock.ts';
import { openStore } from '../../store/open-store.ts';
import { secretHash } from '../../store/secret.ts';

/** A clock that stands still, so that answers are the same at every run. */
const NEW_YEAR = Temporal.Instant.from('2026-01-01T00:00:00Z');

/** What the application needs beside its data: the one local user, and a new, empty store of its own. */
export async function appOptions(
  report: AppOptions['report'],
  clock: Clock = () => NEW_YEAR,
): Promise<AppOptions & { remove(): Promise<void> }> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'k98-app-'));
  const store = await openStore({ dataDirectory }, clock);
  const remove = async () => {
    await store.database.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  let keys = 0;
  // Each key is another one, and the same at every run.
  const makeKey = () => `k98_${secretHash(String(++keys))}`;
  return { report, store, makeKey, remove };
}
