import { permits } from '../../src/access/permissions.ts';
import { listResources, type ResourceVersion } from '../../store/resource-versions.ts';
import { cutToPage, idFrom } from '../listing.ts';
import type { Asked } from './operations.ts';
import { belongingOf, storedAnswer } from './stored-answer.ts';
import type { ReadableKind, StoredBody } from './stored-kind.ts';
import { momentOf } from './stored-schema.ts';

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: string;
  readonly owner?: string;
  readonly unit?: string;
  readonly asOf?: string;
  /** The filters of the kind. */
  readonly [filter: string]: unknown;
}

/** One page of the kept things that the sender may read, by id. Those he may not are left out without a trace. */
export async function storedPage(asked: Asked<ReadableKind>, query: PageQuery) {
  const { limit } = query;
  const items: ResourceVersion[] = [];
  let after = query.cursor === undefined ? undefined : idFrom(query.cursor);
  while (items.length <= limit) {
    const batch = await nextBatch(asked, query, after);
    items.push(
      ...batch.filter(
        (item) =>
          permits(asked.identity, asked.kind.read, belongingOf(item, asked.kind.sharedFrom)) &&
          passes(item, asked.kind, query),
      ),
    );
    after = batch.at(-1)?.id;
    if (batch.length <= limit) break;
  }
  const page = cutToPage(items, limit, ({ id }) => id);
  return { ...page, items: page.items.map(storedAnswer) };
}

/** Whether a thing has what the kind's own filters ask for. */
function passes(
  { body }: ResourceVersion,
  { filters = [], valuesOf }: ReadableKind,
  query: PageQuery,
): boolean {
  const values = valuesOf?.(body as StoredBody) ?? {};
  return filters.every((name) => {
    const wanted = query[name];
    return typeof wanted !== 'string' || values[name]?.includes(wanted) === true;
  });
}

function nextBatch(
  { store, kind: { kind } }: Asked<ReadableKind>,
  query: PageQuery,
  after: string | undefined,
): Promise<ResourceVersion[]> {
  const { limit, state, owner, unit } = query;
  const moment = momentOf(query.asOf);
  return listResources(store.database.query, {
    kind,
    limit: limit + 1,
    ...(after !== undefined && { after }),
    ...(state !== undefined && { state }),
    ...(owner !== undefined && { owner }),
    ...(unit !== undefined && { unit }),
    ...(moment !== undefined && { asOf: moment }),
  });
}
