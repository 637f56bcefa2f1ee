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
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const items = page.map(([, item]) => item);
  return rest.length > limit && last !== undefined ? { items, nextCursor: cursorOf(last[0]) } : { items };
}

/** The last id of a page, made opaque. */
export function cursorOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/** The id that a cursor was made of; a cursor that is not ours ends the request. */
export function idFrom(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (id !== '' && cursorOf(id) === cursor) return id;
  throw new ParameterError(requestRefusal('cursor_unknown', ['cursor']));
}
