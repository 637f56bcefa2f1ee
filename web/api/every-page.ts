import { inBoth } from '../language/language.ts';
import { count } from '../numbers/format.ts';
import type { Report } from './under-way.ts';

const words = inBoth(
  { rows: (rows: string) => `${rows} rækker` },
  { rows: (rows: string) => `${rows} rows` },
);

/** As many as the service puts on one page. */
const PAGE_SIZE = '200';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** Asks for page after page of a list, until there are no more, and says how many there are so far. */
export async function everyPage<Item>(
  ask: (query: { readonly limit: string; readonly cursor?: string }) => Promise<Page<Item>>,
  report?: Report,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) });
    found.push(...page.items);
    cursor = page.nextCursor;
    report?.(words().rows(count(found.length)));
  } while (cursor !== undefined);
  return found;
}
