import type { Kysely, Selectable } from 'kysely';
import type { ActDetail, ResourceKey } from './resources.ts';
import type { Tables } from './tables.ts';

/** One version of a resource as it was kept. */
export interface ResourceVersion extends ResourceKey {
  readonly version: bigint;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly reason: string;
  readonly state: string;
  readonly owner: string;
  readonly unit: string | undefined;
  readonly deleted: boolean;
  readonly detail: ActDetail;
  readonly body: unknown;
  readonly bodyHash: string;
}

/** Which resources a list shows; `asOf` is a moment, later versions are not seen. */
export interface ListQuery {
  readonly kind: string;
  readonly state?: string;
  readonly unit?: string;
  readonly owner?: string;
  readonly asOf?: string;
  /** Only ids after this one. */
  readonly after?: string;
  readonly limit: number;
}

/** The newest version known at the moment (default: now); undefined when there was none or it was deleted. */
export async function readResource(
  query: Kysely<Tables>,
  key: ResourceKey,
  asOf?: string,
): Promise<ResourceVersion | undefined> {
  const row = await versions(query)
    .where('v.kind', '=', key.kind)
    .where('v.id', '=', key.id)
    .$if(asOf !== undefined, (rows) => rows.where('v.at', '<=', asOf ?? ''))
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.deleted === 1n ? undefined : fromRow(row);
}

/** The number and the hash of the newest version of everything of some kinds, in order, without the content. */
export async function newestHashes(
  query: Kysely<Tables>,
  kinds: readonly string[],
): Promise<(ResourceKey & { readonly version: bigint; readonly hash: string })[]> {
  return query
    .selectFrom('resource_versions as v')
    .innerJoin('resources as r', (join) =>
      join.onRef('r.kind', '=', 'v.kind').onRef('r.id', '=', 'v.id').onRef('r.version', '=', 'v.version'),
    )
    .select(['v.kind', 'v.id', 'v.version', 'v.body_hash as hash'])
    .where('v.kind', 'in', kinds)
    .where('v.deleted', '=', 0n)
    .orderBy('v.kind')
    .orderBy('v.id')
    .execute();
}

/** One version by its number, also when it is a deletion; it has to exist. */
export async function readVersion(
  query: Kysely<Tables>,
  { kind, id }: ResourceKey,
  version: bigint,
): Promise<ResourceVersion> {
  const row = await versions(query)
    .where('v.kind', '=', kind)
    .where('v.id', '=', id)
    .where('v.version', '=', version)
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

/** Every version of a resource, oldest first, deletion included. */
export async function readHistory(query: Kysely<Tables>, key: ResourceKey): Promise<ResourceVersion[]> {
  const rows = await versions(query)
    .where('v.kind', '=', key.kind)
    .where('v.id', '=', key.id)
    .orderBy('v.version')
    .execute();
  return rows.map(fromRow);
}

/** The resources of a kind in id order, each in its newest version known at the moment. */
export async function listResources(query: Kysely<Tables>, list: ListQuery): Promise<ResourceVersion[]> {
  const { kind, state, unit, owner, asOf, after, limit } = list;
  const newest = query
    .selectFrom('resource_versions')
    .select(({ fn }) => ['id', fn.max('version').as('version')])
    .where('kind', '=', kind)
    .$if(asOf !== undefined, (rows) => rows.where('at', '<=', asOf ?? ''))
    .groupBy('id')
    .as('newest');
  const rows = await versions(query)
    .innerJoin(newest, (join) =>
      join.onRef('newest.id', '=', 'v.id').onRef('newest.version', '=', 'v.version'),
    )
    .where('v.kind', '=', kind)
    .where('v.deleted', '=', 0n)
    .$if(state !== undefined, (rows) => rows.where('v.state', '=', state ?? ''))
    .$if(unit !== undefined, (rows) => rows.where('r.unit', '=', unit ?? ''))
    .$if(owner !== undefined, (rows) => rows.where('r.owner', '=', owner ?? ''))
    .$if(after !== undefined, (rows) => rows.where('v.id', '>', after ?? ''))
    .orderBy('v.id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** How many versions of a kind's things, or of one unit's, have been kept, deletions included: it only ever rises. */
export async function countVersions(
  query: Kysely<Tables>,
  { kind, unit }: Pick<ListQuery, 'kind' | 'unit'>,
): Promise<bigint> {
  const { count } = await query
    .selectFrom('resource_versions as v')
    .innerJoin('resources as r', (join) => join.onRef('r.kind', '=', 'v.kind').onRef('r.id', '=', 'v.id'))
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('v.kind', '=', kind)
    .$if(unit !== undefined, (rows) => rows.where('r.unit', '=', unit ?? ''))
    .executeTakeFirstOrThrow();
  return count;
}

function versions(query: Kysely<Tables>) {
  return query
    .selectFrom('resource_versions as v')
    .innerJoin('resources as r', (join) => join.onRef('r.kind', '=', 'v.kind').onRef('r.id', '=', 'v.id'))
    .selectAll('v')
    .select(['r.owner', 'r.unit']);
}

type Row = Selectable<Tables['resource_versions']> & { readonly owner: string; readonly unit: string | null };

function fromRow({ body, body_hash: bodyHash, deleted, detail, unit, ...row }: Row): ResourceVersion {
  return {
    ...row,
    body: JSON.parse(body),
    bodyHash,
    deleted: deleted === 1n,
    detail: detail === null ? {} : JSON.parse(detail),
    unit: unit ?? undefined,
  };
}
