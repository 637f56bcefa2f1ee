import type { Kysely } from 'kysely';
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
  const { body } = await query
    .selectFrom('contents')
    .select('body')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return JSON.parse(body);
}
