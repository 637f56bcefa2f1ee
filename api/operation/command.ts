import { parseArgs } from 'node:util';
import { z } from 'zod';
import { BackupRefused } from '../../store/backup/refused.ts';
import { systemClock } from '../../store/clock.ts';
import { StoreFailure } from '../../store/failure.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/write.ts';
import { storeLocation } from '../environment.ts';

/** Told to whoever runs a command, and nothing more: what was asked for cannot be done. */
export class CommandRefused extends Error {}

/** Runs a command; one that fails says why in a sentence, if that can be known, and ends with exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(complaintOf(error));
    process.exitCode = 1;
  }
}

/** Opens the store that the environment names, and closes it when the work is done. */
export async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(storeLocation(process.env), systemClock);
  try {
    await work(store);
  } finally {
    await store.database.close();
  }
}

/** The one file that the command is about. */
export function fileNamed(): string {
  const [file, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (file === undefined || others.length > 0) throw new CommandRefused('name one file');
  return file;
}

function complaintOf(error: unknown): unknown {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  const isKnown = [CommandRefused, BackupRefused, StoreFailure].some((known) => error instanceof known);
  return isKnown && error instanceof Error ? error.message : error;
}
