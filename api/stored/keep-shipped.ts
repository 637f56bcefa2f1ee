import { accepted, type Result } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import { newestHashes, readResource, readVersion } from '../../store/resource-versions.ts';
import { createResource, updateResource } from '../../store/resources.ts';
import { type Store, type WriteUnderWay, write } from '../../store/write.ts';
import { AGREEMENTS, type KeptAgreement } from './agreement-kind.ts';
import { keepParts, partsToKeep } from './keep-parts.ts';

/** The owner of what is shipped with the program; nobody can log in under this name. */
export const SHIPPED_BY = 'k98-model';

/** What is shipped: content by id. */
export type Shipped = ReadonlyMap<string, object>;

/**
 * Keeps what is shipped with the program beside what people keep, as shared things that nobody may change: so there is
 * one list, one history and one way to read. A newer edition of the program adds a version where the content differs.
 */
export async function keepShipped(store: Store, kind: string, shipped: Shipped): Promise<void> {
  for (const [id, content] of shipped) {
    const body = { ...content, shared: true };
    const kept = await readResource(store.database.query, { kind, id });
    if (kept?.bodyHash === hashOf(body)) continue;
    const act = { actor: SHIPPED_BY, action: `${kind}.ship`, target: `${kind}/${id}`, detail: {} };
    await write(store, act, (under) => keepVersion(under, { kind, id }, body));
  }
}

/** Looks again inside the write: another replica may have been faster. */
async function keepVersion(
  under: WriteUnderWay,
  key: { readonly kind: string; readonly id: string },
  body: object,
): Promise<Result<{ value: undefined; isRepeat?: boolean }>> {
  const version = { body, state: 'shipped', action: 'ship', reason: '' };
  const kept = await readResource(under.transaction, key);
  if (kept?.bodyHash === hashOf(body)) return accepted({ value: undefined, isRepeat: true });
  const done =
    kept === undefined
      ? await createResource(under, { ...key, owner: SHIPPED_BY }, version)
      : await updateResource(under, key, kept.version, version);
  return done.ok ? accepted({ value: undefined }) : done;
}

/** Keeps beside every published agreement what its document starts with, where nothing is kept yet. */
export async function keepShippedParts(store: Store): Promise<void> {
  const { query } = store.database;
  for (const { kind, id, version } of await newestHashes(query, [AGREEMENTS])) {
    const { document } = (await readVersion(query, { kind, id }, version)).body as KeptAgreement;
    if ((await partsToKeep(query, document)).length === 0) continue;
    const act = { actor: SHIPPED_BY, action: `${kind}.ship-parts`, target: `${kind}/${id}`, detail: {} };
    await write(store, act, async (under) => {
      const kept = await keepParts(under, document, SHIPPED_BY);
      return kept.ok ? accepted({ value: undefined }) : kept;
    });
  }
}
