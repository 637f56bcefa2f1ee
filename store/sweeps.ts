import type { Kysely } from 'kysely';
import type { Chunk } from './queue/chunk-queue.ts';
import type { Tables } from './tables.ts';
import { beginExclusive } from './transaction.ts';
import type { Store } from './write.ts';

/** The kind under which sweeps are kept as resources. */
export const SWEEPS = 'sweeps';

/** A sweep as it was kept: its id, and the request. */
export interface SweepToCompute {
  readonly sweep: string;
  readonly body: unknown;
}

/**
 * What there is to do for whoever takes a chunk: to compute it, as the request says. Or nothing: it is `done`, or its sweep is `over`,
 * because it was cancelled or has failed.
 */
export type BegunChunk = { readonly body: unknown } | 'done' | 'over';

/** Why a sweep failed: a chunk did so again and again, or all together took longer than a sweep may. */
export type SweepFailure = 'sweep_chunk_failing' | 'sweep_time_exceeded';

export interface SweepProgress {
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly failure: SweepFailure | undefined;
  readonly chunks: number;
  readonly done: number;
  /** JSON of the sum of all chunks done so far. */
  readonly summary: string | undefined;
}

/** A chunk that fails so often fails its sweep: it would go on failing. */
const MOST_ATTEMPTS = 5n;

/**
 * All sweeps of which something is to be computed, in the order in which they were made.
 *
 * @param except those that are not asked for
 */
export async function unfinishedSweeps(
  { database }: Store,
  except: ReadonlySet<string>,
): Promise<SweepToCompute[]> {
  const rows = await keptSweeps(database.query)
    .select(['r.id as sweep', 'v.body'])
    .where((where) => where.or([where('p.state', 'is', null), where('p.state', '=', 'running')]))
    .$if(except.size > 0, (query) => query.where('r.id', 'not in', [...except]))
    .orderBy('v.at')
    .orderBy('r.id')
    .execute();
  return rows.map(({ sweep, body }) => ({ sweep, body: JSON.parse(body) }));
}

/** Sweeps that are not cancelled, with how far they have come where somebody has begun them. */
function keptSweeps(query: Kysely<Tables>) {
  return query
    .selectFrom('resources as r')
    .innerJoin('resource_versions as v', (join) =>
      join.onRef('v.kind', '=', 'r.kind').onRef('v.id', '=', 'r.id').onRef('v.version', '=', 'r.version'),
    )
    .leftJoin('sweep_progress as p', 'p.sweep', 'r.id')
    .where('r.kind', '=', SWEEPS)
    .where('r.deleted', '=', 0n);
}

/** Those of a sweep's chunks that are not done, in order. */
export async function chunksToDo({ database }: Store, sweep: string, chunks: number): Promise<Chunk[]> {
  const rows = await database.query
    .selectFrom('sweep_chunks')
    .select('chunk')
    .where('sweep', '=', sweep)
    .where('done', '=', 1n)
    .execute();
  const done = new Set(rows.map(({ chunk }) => Number(chunk)));
  return Array.from({ length: chunks }, (_, chunk) => ({ sweep, chunk })).filter(
    ({ chunk }) => !done.has(chunk),
  );
}

/**
 * Begins to compute a chunk, and counts the attempt; after too many of them the sweep fails.
 *
 * @param chunksOf how many chunks a kept request has
 */
export async function beginChunk(
  { database }: Store,
  chunk: Chunk,
  chunksOf: (body: unknown) => number,
): Promise<BegunChunk> {
  const kept = await keptSweeps(database.query)
    .select(['v.body', 'p.state'])
    .where('r.id', '=', chunk.sweep)
    .executeTakeFirst();
  if (kept === undefined || kept.state === 'failed') return 'over';
  const body: unknown = JSON.parse(kept.body);
  if (kept.state === null) await beginSweep(database.query, chunk.sweep, chunksOf(body));
  const attempts = await countAttempt(database.query, chunk);
  if (attempts === undefined) return 'done';
  if (attempts <= MOST_ATTEMPTS) return { body };
  await fail(database.query, chunk.sweep, 'sweep_chunk_failing');
  return 'over';
}

async function beginSweep(query: Kysely<Tables>, sweep: string, chunks: number): Promise<void> {
  await query
    .insertInto('sweep_progress')
    .values({
      sweep,
      chunks: BigInt(chunks),
      done: 0n,
      state: 'running',
      summary: null,
      computed_ms: 0n,
      failure: null,
    })
    .onConflict((conflict) => conflict.column('sweep').doNothing())
    .execute();
}

/** The how many-th attempt this is; undefined when the chunk is done. */
async function countAttempt(query: Kysely<Tables>, { sweep, chunk }: Chunk): Promise<bigint | undefined> {
  const row = await query
    .insertInto('sweep_chunks')
    .values({ sweep, chunk: BigInt(chunk), attempts: 1n, done: 0n })
    .onConflict((conflict) =>
      conflict
        .columns(['sweep', 'chunk'])
        .doUpdateSet((known) => ({ attempts: known('sweep_chunks.attempts', '+', 1n) }))
        .where('sweep_chunks.done', '=', 0n),
    )
    .returning('attempts')
    .executeTakeFirst();
  return row?.attempts;
}

/** Takes back an attempt that was broken off, as when the server stops: it says nothing about the chunk. */
export async function uncountAttempt({ database }: Store, { sweep, chunk }: Chunk): Promise<void> {
  await database.query
    .updateTable('sweep_chunks')
    .set((row) => ({ attempts: row('attempts', '-', 1n) }))
    .where('sweep', '=', sweep)
    .where('chunk', '=', BigInt(chunk))
    .where('done', '=', 0n)
    .execute();
}

async function fail(query: Kysely<Tables>, sweep: string, failure: SweepFailure): Promise<void> {
  await query
    .updateTable('sweep_progress')
    .set({ state: 'failed', failure })
    .where('sweep', '=', sweep)
    .where('state', '=', 'running')
    .execute();
}

/** Ends a sweep that takes longer than a sweep may: nobody takes a chunk of it any more. */
export async function endForTime({ database }: Store, sweep: string): Promise<void> {
  await fail(database.query, sweep, 'sweep_time_exceeded');
}

/**
 * Adds the result of a chunk to its sweep, once: a second result of the same chunk, from somebody who was taken for dead, changes nothing.
 *
 * @param spent how long a thread was at it
 * @param merge adds the chunk to what is known so far, both as JSON
 * @returns how long threads have been at the chunks that are done; undefined when it was not added
 */
export async function recordChunk(
  { database }: Store,
  { sweep, chunk }: Chunk,
  spent: Temporal.Duration,
  merge: (known: string | undefined) => string,
): Promise<Temporal.Duration | undefined> {
  return beginExclusive(database, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('sweep_chunks')
      .set({ done: 1n })
      .where('sweep', '=', sweep)
      .where('chunk', '=', BigInt(chunk))
      .where('done', '=', 0n)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return undefined;
    const progress = await transaction
      .selectFrom('sweep_progress')
      .select(['chunks', 'done', 'state', 'summary', 'computed_ms'])
      .where('sweep', '=', sweep)
      .executeTakeFirstOrThrow();
    const done = progress.done + 1n;
    // A sweep that failed stays so, whatever was still being computed then.
    const state = progress.state === 'running' && done === progress.chunks ? 'done' : progress.state;
    const summary = merge(progress.summary ?? undefined);
    const computed = progress.computed_ms + BigInt(Math.ceil(spent.total('milliseconds')));
    await transaction
      .updateTable('sweep_progress')
      .set({ done, state, summary, computed_ms: computed })
      .where('sweep', '=', sweep)
      .execute();
    return Temporal.Duration.from({ milliseconds: Number(computed) });
  });
}

/** Those of the sweeps that have been deleted, which is how they are cancelled. */
export async function cancelledAmong(
  { database }: Store,
  sweeps: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sweeps.length === 0) return new Set();
  const rows = await database.query
    .selectFrom('resources')
    .select('id')
    .where('kind', '=', SWEEPS)
    .where('deleted', '=', 1n)
    .where('id', 'in', [...sweeps])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function sweepProgress({ database }: Store, sweep: string): Promise<SweepProgress> {
  const row = await database.query
    .selectFrom('sweep_progress')
    .select(['state', 'chunks', 'done', 'summary', 'failure'])
    .where('sweep', '=', sweep)
    .executeTakeFirst();
  if (row === undefined)
    return { state: 'waiting', chunks: 0, done: 0, summary: undefined, failure: undefined };
  const { state, chunks, done, summary, failure } = row;
  return {
    state,
    chunks: Number(chunks),
    done: Number(done),
    summary: summary ?? undefined,
    failure: failure ?? undefined,
  };
}
