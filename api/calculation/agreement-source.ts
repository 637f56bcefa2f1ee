import { setImmediate as turn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { withParts } from '../../data/agreement-parts.ts';
import { type LoadedAgreement, loadedAgreement } from '../../data/load-agreement.ts';
import { invariant } from '../../src/refusal.ts';
import { newestHashes, readVersion } from '../../store/resource-versions.ts';
import type { ResourceKey } from '../../store/resources.ts';
import type { Store } from '../../store/write.ts';
import { AGREEMENTS, type KeptAgreement } from '../stored/agreement-kind.ts';
import { keptParts, PART_KINDS } from '../stored/agreement-parts.ts';

/** The newest version of every published agreement, by id in id order. */
export type PublishedAgreements = () => Promise<ReadonlyMap<string, LoadedAgreement>>;

const MOST_REMEMBERED = 100;

/**
 * Reads published agreements from the store, with the parts that are kept beside them, each document once: versions never
 * change, so what was read of them never goes stale, and what another replica keeps is seen at the next request.
 */
export function agreementSource(shipped: readonly LoadedAgreement[], store: Store): PublishedAgreements {
  const remembered = new LRUCache<string, LoadedAgreement>({ max: MOST_REMEMBERED });
  const shippedByHash = new Map(shipped.map((loaded) => [loaded.hash, loaded]));
  return sharedByNow(async () => {
    const newest = await newestHashes(store.database.query, [AGREEMENTS, ...PART_KINDS]);
    const [agreements = [], parts = []] = [true, false].map((wanted) =>
      newest.filter(({ kind }) => (kind === AGREEMENTS) === wanted),
    );
    const partsKey = parts.map(({ kind, id, hash }) => `${kind}/${id} ${hash}`).join();
    const published = new Map<string, LoadedAgreement>();
    for (const { kind, id, version, hash } of agreements) {
      const key = `${hash} ${partsKey}`;
      const loaded = remembered.get(key) ?? (await inForce(store, { kind, id, version }));
      const known = shippedByHash.get(loaded.hash) ?? loaded;
      remembered.set(key, known);
      published.set(id, known);
    }
    return published;
  });
}

/**
 * Those who ask before the work has begun share it: it begins when the requests that have arrived by now have all been read, so nobody is answered
 * from before they asked.
 */
function sharedByNow<T>(work: () => Promise<T>): () => Promise<T> {
  let next: Promise<T> | undefined;
  return () => {
    next ??= turn().then(() => {
      next = undefined;
      return work();
    });
    return next;
  };
}

/** A version of an agreement with what is kept beside it; all of it was checked before it was kept. */
async function inForce(
  { database }: Store,
  { version, ...key }: ResourceKey & { readonly version: bigint },
): Promise<LoadedAgreement> {
  const { body } = await readVersion(database.query, key, version);
  const partsKept = await keptParts(database.query);
  const loaded = loadedAgreement(withParts((body as KeptAgreement).document, partsKept(key.id)));
  invariant(loaded.ok, 'a published agreement and its parts were checked before they were kept');
  return loaded.value;
}
