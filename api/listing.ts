import { byCodePoint } from '../src/order.ts';
import { ParameterError } from './request-error.ts';
import { requestRefusal } from './request-refusals.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** One page of a list that is sorted by id. The cursor is the last id of the page before, made opaque. */
export function pageOf<Item>(
  byId: ReadonlyMap<string, Item>,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Page<Item> {
  const after = cursor === undefined ? undefined : idFrom(cursor);
  const rest = [...byId].filter(([id]) => after === undefined || byCodePoint(id, after) > 0);
  const { items, ...more } = cutToPage(rest, limit, ([id]) => id);
  return { items: items.map(([, item]) => item), ...more };
}

/** The page that found items begin with; one item beyond the limit shows that there is a next page. */
export function cutToPage<Item>(
  found: readonly Item[],
  limit: number,
  idOf: (item: Item) => string,
): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, nextCursor: cursorOf(idOf(last)) } : { items };
}

/** The last id of a page, made opaque. */
function cursorOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/** The id that a cursor was made of; a cursor that is not ours ends the request. */
export function idFrom(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (id !== '' && cursorOf(id) === cursor && !id.includes('\u0000')) return id;
  throw new ParameterError(requestRefusal('cursor_unknown', ['cursor']));
}

/** The same of a list that is numbered: where the page before ended, 0 without a cursor. */
export function seqFrom(cursor: string | undefined): bigint {
  if (cursor === undefined) return 0n;
  const seq = idFrom(cursor);
  if (/^\d{1,15}$/.test(seq)) return BigInt(seq);
  throw new ParameterError(requestRefusal('cursor_unknown', ['cursor']));
}
