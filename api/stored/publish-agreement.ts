import { randomUUID } from 'node:crypto';
import { type LoadedAgreement, loadedAgreement } from '../../data/load-agreement.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { Identity } from '../../src/access/identity.ts';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import { createOnce, type KeptAnswer } from '../../store/idempotency.ts';
import { createResource, updateResource } from '../../store/resources.ts';
import { type Store, type WriteUnderWay, write } from '../../store/write.ts';
import { AGREEMENTS, type KeptAgreement } from './agreement-kind.ts';
import { keptParts } from './agreement-parts.ts';
import { alteredParts } from './altered-parts.ts';
import { keepParts } from './keep-parts.ts';
import { withCurrent } from './operations.ts';

/** Who publishes, why, and the version that is corrected; 0 publishes an agreement that is not there yet. */
export interface Publication {
  readonly identity: Identity;
  readonly reason: string;
  readonly seen: bigint;
  readonly idempotencyKey?: string;
}

/**
 * Publishes an agreement, or a corrected version of one. What was published stays as it was; a correction says so by a
 * version label of its own. What is kept beside an agreement starts from what is published first. Refused as
 * `agreementFromDocument` and `alteredParts` do, or with `version_label_used`.
 *
 * @param before the version that is corrected
 */
export async function publishAgreement(
  store: Store,
  document: AgreementDocument,
  { identity, reason, seen, idempotencyKey = randomUUID() }: Publication,
  before?: LoadedAgreement,
): Promise<Result<LoadedAgreement>> {
  const loaded = loadedAgreement(document);
  if (!loaded.ok) return loaded;
  if (before?.document.version === document.version) return labelUsed(document.version);
  const key = { kind: AGREEMENTS, id: document.agreement };
  const body: KeptAgreement = { document: loaded.value.document, shared: true };
  const version = { body, state: 'published', action: 'publish', reason };
  const act = {
    actor: identity.subject,
    action: `${AGREEMENTS}.publish`,
    target: `${AGREEMENTS}/${key.id}`,
    detail: { reason, version: document.version, hash: loaded.value.hash },
  };
  const publish = async (under: WriteUnderWay): Promise<Result<KeptAnswer>> => {
    const owner = identity.subject;
    const done =
      seen === 0n
        ? await createResource(under, { ...key, owner }, version)
        : await updateResource(under, key, seen, version);
    if (!done.ok) return done;
    const altered = alteredParts(document, (await keptParts(under.transaction))(key.id));
    if (altered.length > 0) return refused(...altered);
    const parts = await keepParts(under, loaded.value.document, owner);
    return parts.ok ? accepted({ status: 201, answer: loaded.value.hash }) : parts;
  };
  const once = { key: idempotencyKey, requestHash: hashOf({ ...key, document: loaded.value.hash, reason }) };
  const kept = await write(store, act, (under) => createOnce(under, once, () => publish(under)));
  // What is answered follows from the document alone, so a repeated request gets the same.
  return withCurrent(store, key, kept.ok ? loaded : kept);
}

/** A label stands for one text, once and for all. */
export function labelUsed(label: string): Result<never> {
  return refused({
    code: 'version_label_used',
    path: ['version'],
    message: {
      da: `Versionen "${label}" er offentliggjort og ændres ikke.`,
      en: `The version "${label}" is published and does not change.`,
    },
    remedy: {
      da: 'Giv rettelsen sin egen versionsbetegnelse.',
      en: 'Give the correction a version label of its own.',
    },
  });
}
