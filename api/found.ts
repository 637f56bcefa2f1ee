import { RequestError } from './request-error.ts';
import { type Noun, unknownId } from './request-refusals.ts';

/** The item that an address names; ends the request (404) when there is none. */
export function found<Item>(noun: Noun, items: ReadonlyMap<string, Item>, id: string): Item {
  const item = items.get(id);
  if (item === undefined) throw new RequestError('unknown-resource', unknownId(noun, id, [...items.keys()]));
  return item;
}
