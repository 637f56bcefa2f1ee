import { LRUCache } from 'lru-cache';
import { type LoadedAgreement, loadedAgreement } from '../../data/load-agreement.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { invariant } from '../../src/refusal.ts';
import { newestHashes, type ResourceVersion, readVersion } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { AGREEMENTS, type KeptAgreement } from '../stored/agreement-kind.ts';

/** The newest version of every published agreement, by id in id order. */
export type PublishedAgreements = () => Promise<ReadonlyMap<string, LoadedAgreement>>;

const MOST_REMEMBERED = 100;

/**
 * Reads published agreements from the store, each document once: a version never changes, so what was read of it by its
 * hash never goes stale, and another replica's correction is seen at the next request.
 */
export function agreementSource(shipped: readonly LoadedAgreement[], store: Store): PublishedAgreements {
  const remembered = new LRUCache<string, LoadedAgreement>({ max: MOST_REMEMBERED });
  const shippedByHash = new Map(shipped.map((loaded) => [loaded.hash, loaded]));
  return async () => {
    const published = new Map<string, LoadedAgreement>();
    for (const { id, version, hash } of await newestHashes(store.database.query, AGREEMENTS)) {
      const kept = async () => readVersion(store.database.query, { kind: AGREEMENTS, id }, version);
      const loaded = remembered.get(hash) ?? publishedAgreement(await kept());
      const known = shippedByHash.get(loaded.hash) ?? loaded;
      remembered.set(hash, known);
      published.set(id, known);
    }
    return published;
  };
}

/** The agreement of a version that was checked before it was published. */
function publishedAgreement({ body }: ResourceVersion): LoadedAgreement {
  const { document } = body as KeptAgreement;
  const loaded = loadedAgreement(document as AgreementDocument);
  invariant(loaded.ok, 'a published agreement was checked before it was kept');
  return loaded.value;
}
