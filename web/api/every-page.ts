/** As many as the service puts on one page. */
const PAGE_SIZE = '200';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** Asks for page after page of a list, until there are no more. */
export async function everyPage<Item>(
  ask: (query: { readonly limit: string; readonly cursor?: string }) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}
