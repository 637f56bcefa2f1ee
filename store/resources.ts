import { accepted, type Result, refused } from '../src/refusal.ts';
import { canonicalText, hashOf } from '../src/result-hash.ts';
import type { WriteUnderWay } from './write.ts';

/** What a resource is, once and for all. */
export interface ResourceKey {
  readonly kind: string;
  readonly id: string;
}

/** JSON that is kept with a version and is no part of the content. */
export type ActDetail = Readonly<Record<string, unknown>>;

/** A new version of a resource: its content, the state it is in, and what was done and why. */
export interface NewVersion {
  readonly body: unknown;
  readonly state: string;
  readonly action: string;
  readonly reason: string;
  /** What else there is to say of what was done: the body that acted, its votes. */
  readonly detail?: ActDetail;
  readonly deleted?: boolean;
}

/**
 * Keeps a new resource as its version 1. `unit` is the municipality or body it belongs to, if any.
 *
 * @returns refused with `id_taken` when a resource of the kind has the id, deleted ones too
 */
export async function createResource(
  write: WriteUnderWay,
  { kind, id, owner, unit }: ResourceKey & { readonly owner: string; readonly unit?: string },
  version: NewVersion,
): Promise<Result<bigint>> {
  const taken = await write.transaction
    .selectFrom('resources')
    .select('version')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  if (taken !== undefined) return idTaken(id);
  await write.transaction
    .insertInto('resources')
    .values({ kind, id, version: 1n, state: version.state, owner, unit: unit ?? null, deleted: 0n })
    .execute();
  await insertVersion(write, { kind, id }, 1n, version);
  return accepted(1n);
}

/**
 * Adds a version to a resource, if it is still at the version that the writer saw.
 *
 * @returns the new version's number; refused with `not_found` or `version_conflict`
 */
export async function updateResource(
  write: WriteUnderWay,
  { kind, id }: ResourceKey,
  seen: bigint,
  version: NewVersion,
): Promise<Result<bigint>> {
  const current = await write.transaction
    .selectFrom('resources')
    .select(['version', 'deleted'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  if (current === undefined || current.deleted === 1n) return notFound(id);
  if (current.version !== seen) return versionConflict(id, seen, current.version);
  const next = seen + 1n;
  await write.transaction
    .updateTable('resources')
    .set({ version: next, state: version.state, deleted: version.deleted === true ? 1n : 0n })
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
  await insertVersion(write, { kind, id }, next, version);
  return accepted(next);
}

async function insertVersion(
  write: WriteUnderWay,
  key: ResourceKey,
  version: bigint,
  content: NewVersion,
): Promise<void> {
  const { body, state, action, reason, detail, deleted } = content;
  await write.transaction
    .insertInto('resource_versions')
    .values({
      ...key,
      version,
      at: write.at,
      actor: write.actor,
      action,
      reason,
      state,
      deleted: deleted === true ? 1n : 0n,
      detail: detail === undefined ? null : JSON.stringify(detail),
      body: canonicalText(body),
      body_hash: hashOf(body),
    })
    .execute();
}

function idTaken(id: string): Result<never> {
  return refused({
    code: 'id_taken',
    path: ['id'],
    message: { da: `Id'et "${id}" er i brug.`, en: `The id "${id}" is in use.` },
    remedy: { da: 'Vælg et andet id.', en: 'Choose another id.' },
  });
}

function notFound(id: string): Result<never> {
  return refused({
    code: 'not_found',
    path: [],
    message: { da: `Der findes ikke noget med id'et "${id}".`, en: `There is nothing with the id "${id}".` },
    remedy: { da: "Se listen over de id'er, der findes.", en: 'See the list of the ids there are.' },
  });
}

/** Somebody was faster: the resource is at another version than the one that was seen. */
export function versionConflict(id: string, seen: bigint, current: bigint): Result<never> {
  return refused({
    code: 'version_conflict',
    path: [],
    message: {
      da: `"${id}" er ændret siden: du så version ${seen}, og den er nu i version ${current}.`,
      en: `"${id}" has changed since: you saw version ${seen}, and it is now at version ${current}.`,
    },
    remedy: {
      da: 'Hent den nyeste version, flet dine ændringer ind, og gem igen.',
      en: 'Fetch the newest version, merge your changes, and save again.',
    },
  });
}
