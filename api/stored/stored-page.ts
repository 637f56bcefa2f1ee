import { permits } from '../../src/access/permissions.ts';
import { listResources, type ResourceVersion } from '../../store/resource-versions.ts';
import { cutToPage, idFrom } from '../listing.ts';
import type { Asked } from './operations.ts';
import { belongingOf, storedAnswer } from './stored-answer.ts';
import type { ReadableKind } from './stored-kind.ts';
import { momentOf } from './stored-schema.ts';

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: string;
  readonly unit?: string;
  readonly asOf?: string;
}

/** One page of the kept things that the sender may read, by id. Those he may not are left out without a trace. */
export async function storedPage(asked: Asked<ReadableKind>, query: PageQuery) {
  const { limit } = query;
  const items: ResourceVersion[] = [];
  let after = query.cursor === undefined ? undefined : idFrom(query.cursor);
  while (items.length <= limit) {
    const batch = await nextBatch(asked, query, after);
    items.push(
      ...batch.filter((item) =>
        permits(asked.identity, asked.kind.read, belongingOf(item, asked.kind.sharedFrom)),
      ),
    );
    after = batch.at(-1)?.id;
    if (batch.length <= limit) break;
  }
  const page = cutToPage(items, limit, ({ id }) => id);
  return { ...page, items: page.items.map(storedAnswer) };
}

function nextBatch(
  { store, kind: { kind } }: Asked<ReadableKind>,
  query: PageQuery,
  after: string | undefined,
): Promise<ResourceVersion[]> {
  const { limit, state, unit } = query;
  const moment = momentOf(query.asOf);
  return listResources(store.database.query, {
    kind,
    limit: limit + 1,
    ...(after !== undefined && { after }),
    ...(state !== undefined && { state }),
    ...(unit !== undefined && { unit }),
    ...(moment !== undefined && { asOf: moment }),
  });
}
