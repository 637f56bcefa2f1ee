import type { LogEvent } from 'kysely';

/** What the engine has been asked since the program started, for whoever watches it. */
export class StoreLoad {
  queries = 0;
  /** Queries that came to nothing. */
  failures = 0;
  seconds = 0;
  /** Writes that are under way or wait for the write lock. */
  writes = 0;

  readonly see = ({ level, queryDurationMillis }: LogEvent): void => {
    this.queries += 1;
    this.seconds += queryDurationMillis / 1_000;
    if (level === 'error') this.failures += 1;
  };
}
