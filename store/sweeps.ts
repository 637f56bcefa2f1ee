import type { Kysely } from 'kysely';
import { timestamp } from './clock.ts';
import type { Tables } from './tables.ts';
import { beginExclusive } from './transaction.ts';
import type { Store } from './write.ts';

/** The kind under which sweeps are kept as resources. */
export const SWEEPS = 'sweeps';

/** A chunk to be computed, and the request that says of what. */
export interface ClaimedChunk {
  readonly sweep: string;
  readonly chunk: number;
  readonly body: unknown;
}

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
const MOST_ATTEMPTS = 5;

/**
 * Takes the next chunk of any sweep that is not done: one that nobody has taken, or whose taker has not come back within
 * its lease. Whoever takes it has it alone; undefined when there is nothing to do.
 *
 * @param chunksOf how many chunks a kept request has
 */
export async function claimChunk(
  store: Store,
  lease: Temporal.Duration,
  chunksOf: (body: unknown) => number,
): Promise<ClaimedChunk | undefined> {
  for (const { sweep, body } of await unfinished(store)) {
    const parsed: unknown = JSON.parse(body);
    const chunk = await claimOf(store, sweep, chunksOf(parsed), lease);
    if (chunk !== undefined) return { sweep, chunk, body: parsed };
  }
  return undefined;
}

async function unfinished({ database }: Store): Promise<{ sweep: string; body: string }[]> {
  return database.query
    .selectFrom('resources as r')
    .innerJoin('resource_versions as v', (join) =>
      join.onRef('v.kind', '=', 'r.kind').onRef('v.id', '=', 'r.id').onRef('v.version', '=', 'r.version'),
    )
    .leftJoin('sweep_progress as p', 'p.sweep', 'r.id')
    .select(['r.id as sweep', 'v.body'])
    .where('r.kind', '=', SWEEPS)
    .where('r.deleted', '=', 0n)
    .where((where) => where.or([where('p.state', 'is', null), where('p.state', '=', 'running')]))
    .orderBy('v.at')
    .orderBy('r.id')
    .execute();
}

function claimOf(
  { database, clock }: Store,
  sweep: string,
  chunks: number,
  lease: Temporal.Duration,
): Promise<number | undefined> {
  return beginExclusive(database, async (transaction) => {
    const now = clock();
    const until = timestamp(now.add(lease));
    await transaction
      .insertInto('sweep_progress')
      .values({
        sweep,
        chunks: BigInt(chunks),
        next: 0n,
        done: 0n,
        state: 'running',
        summary: null,
        computed_ms: 0n,
        failure: null,
      })
      .onConflict((conflict) => conflict.column('sweep').doNothing())
      .execute();
    const { next, state } = await transaction
      .selectFrom('sweep_progress')
      .select(['next', 'state'])
      .where('sweep', '=', sweep)
      .executeTakeFirstOrThrow();
    if (state !== 'running') return undefined;
    const lapsed = await transaction
      .selectFrom('sweep_chunks')
      .select(['chunk', 'attempts'])
      .where('sweep', '=', sweep)
      .where('done', '=', 0n)
      .where('leased_until', '<=', timestamp(now))
      .orderBy('chunk')
      .executeTakeFirst();
    if (lapsed !== undefined) return takeAgain(transaction, sweep, lapsed, until);
    if (next >= BigInt(chunks)) return undefined;
    await transaction
      .insertInto('sweep_chunks')
      .values({ sweep, chunk: next, attempts: 1n, leased_until: until, done: 0n })
      .execute();
    await transaction
      .updateTable('sweep_progress')
      .set({ next: next + 1n })
      .where('sweep', '=', sweep)
      .execute();
    return Number(next);
  });
}

async function takeAgain(
  transaction: Kysely<Tables>,
  sweep: string,
  { chunk, attempts }: { readonly chunk: bigint; readonly attempts: bigint },
  until: string,
): Promise<number | undefined> {
  if (attempts >= BigInt(MOST_ATTEMPTS)) {
    await fail(transaction, sweep, 'sweep_chunk_failing');
    return undefined;
  }
  await transaction
    .updateTable('sweep_chunks')
    .set({ attempts: attempts + 1n, leased_until: until })
    .where('sweep', '=', sweep)
    .where('chunk', '=', chunk)
    .execute();
  return Number(chunk);
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

/** Keeps chunks that are still being computed from being taken by others. */
export async function renewLeases(
  { database, clock }: Store,
  claimed: readonly ClaimedChunk[],
  lease: Temporal.Duration,
): Promise<void> {
  for (const { sweep, chunk } of claimed)
    await database.query
      .updateTable('sweep_chunks')
      .set({ leased_until: timestamp(clock().add(lease)) })
      .where('sweep', '=', sweep)
      .where('chunk', '=', BigInt(chunk))
      .where('done', '=', 0n)
      .execute();
}

/**
 * Adds the result of a chunk to its sweep, once: a second result of the same chunk, from somebody whose lease had lapsed, changes nothing.
 *
 * @param spent how long a thread was at it
 * @param merge adds the chunk to what is known so far, both as JSON
 * @returns how long threads have been at the chunks that are done; undefined when it was not added
 */
export async function recordChunk(
  { database }: Store,
  { sweep, chunk }: ClaimedChunk,
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

/**
 * Gives a chunk back that was not computed, so that it is taken again at once.
 *
 * @param why an attempt that failed counts; one that was broken off, as when the server stops, does not
 */
export async function releaseChunk(
  { database, clock }: Store,
  { sweep, chunk }: ClaimedChunk,
  why: 'failed' | 'broken-off',
): Promise<void> {
  const notCounted = why === 'failed' ? 0n : 1n;
  await database.query
    .updateTable('sweep_chunks')
    .set((row) => ({
      leased_until: timestamp(clock()),
      attempts: row('attempts', '-', notCounted),
    }))
    .where('sweep', '=', sweep)
    .where('chunk', '=', BigInt(chunk))
    .where('done', '=', 0n)
    .execute();
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
