import type { Kysely } from 'kysely';
import { invariant } from '../src/refusal.ts';
import { canonicalText, hashOf } from '../src/result-hash.ts';
import { inChunks } from './chunks.ts';
import type { Tables } from './tables.ts';
import type { WriteUnderWay } from './write.ts';

/**
 * Keeps what a result is computed from under the hash of its canonical JSON, each content once, so that the result can be
 * computed again years later. Answers with the hashes, in order.
 */
export async function keepContents(
  { transaction }: WriteUnderWay,
  contents: readonly unknown[],
): Promise<string[]> {
  const byHash = new Map(contents.map((content) => [hashOf(content), canonicalText(content)]));
  const rows = [...byHash].map(([hash, body]) => ({ hash, body }));
  for (const some of inChunks(rows))
    await transaction
      .insertInto('contents')
      .values(some)
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  return contents.map(hashOf);
}

/** What was kept under a hash. It has to be there. */
export async function readContent(query: Kysely<Tables>, hash: string): Promise<unknown> {
  const content = await findContent(query, hash);
  invariant(content !== undefined, `what is kept names only contents that are kept, such as ${hash}`);
  return content;
}

/** What was kept under a hash, as it was; undefined when nothing was. */
export async function findContent(query: Kysely<Tables>, hash: string): Promise<unknown> {
  const row = await query.selectFrom('contents').select('body').where('hash', '=', hash).executeTakeFirst();
  if (row === undefined) return undefined;
  const content: unknown = JSON.parse(row.body);
  invariant(hashOf(content) === hash, `the content kept as ${hash} is what it was`);
  return content;
}
