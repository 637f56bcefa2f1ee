import { StoreFailure } from '../failure.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) of what can pass by itself. */
const PASSING: ReadonlySet<number> = new Set([
  5, // BUSY: another process holds the file
  6, // LOCKED
  7, // NOMEM
  8, // READONLY: a disk that was remounted so
  10, // IOERR: also a file that may not grow
  14, // CANTOPEN
]);
const FULL = 13;

/** The lowest byte is the primary code, what is above says more closely what happened. */
const PRIMARY = 0xff;

/** The failure that an error of the driver means; the error itself when the statement was wrong. */
export function sqliteFailure(error: unknown): unknown {
  const code = primaryCode(error);
  if (code === FULL) return new StoreFailure('full', error);
  return code !== undefined && PASSING.has(code) ? new StoreFailure('unavailable', error) : error;
}

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined;
  return error.errcode & PRIMARY;
}
