import { randomUUID } from 'node:crypto';
import { canonicalAccessions } from '../../data/canonical-document.ts';
import type { LoadedAgreement } from '../../data/load-agreement.ts';
import type { AccessionsDocument } from '../../data/schema/accession.ts';
import type { Identity } from '../../src/access/identity.ts';
import { recordEntry } from '../../src/accession/record-entry.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import { danishDay } from '../../store/clock.ts';
import { createOnce, type KeptAnswer } from '../../store/idempotency.ts';
import { readResource } from '../../store/resource-versions.ts';
import { createResource, updateResource } from '../../store/resources.ts';
import { type Store, write } from '../../store/write.ts';
import { ACCESSIONS, type KeptRegister } from '../stored/agreement-parts.ts';
import { labelUsed } from '../stored/publish-agreement.ts';
import type { EntryRequest } from './accession-schema.ts';

/** Who adds to the register of which agreement, once for each idempotency key. */
export interface Recording {
  readonly store: Store;
  readonly identity: Identity;
  readonly loaded: LoadedAgreement;
  readonly idempotencyKey?: string;
}

/** A register that nobody has written in. */
const EMPTY: AccessionsDocument = {
  versions: [],
  entries: [],
  provenance: { kind: 'published', source: 'K98' },
};

/** The register as the agreement in force has it. */
export function registerOf({ document }: LoadedAgreement): AccessionsDocument {
  return document.accessions ?? EMPTY;
}

/**
 * Adds a line about what has happened. The register numbers it and dates it today, or on the day of the line before where
 * clocks differ: its days never go back. Refused as `recordEntry` does.
 */
export function recordAccession(recording: Recording, event: EntryRequest): Promise<Result<KeptAnswer>> {
  const known = new Set(recording.loaded.agreement.municipalities.map(({ municipality }) => municipality));
  return addTo(recording, 'record', event, (register, today) => {
    const recorded = [today, register.entries.at(-1)?.recorded ?? today].toSorted().at(-1) ?? today;
    const entry = { entry: register.entries.length + 1, recorded, ...event };
    const longer = recordEntry(register, entry, known);
    if (!longer.ok) return longer;
    return accepted({ register: { ...register, entries: [...register.entries, entry] }, added: entry });
  });
}

/** Adds a text of the agreement that was sent out. Refused with `version_label_used` when it is there already. */
export function addAgreementVersion(
  recording: Recording,
  version: AccessionsDocument['versions'][number],
): Promise<Result<KeptAnswer>> {
  return addTo(recording, 'add-version', version, (register) => {
    if (register.versions.some((known) => known.version === version.version))
      return labelUsed(version.version);
    const { versions } = canonicalAccessions({ ...register, versions: [...register.versions, version] });
    return accepted({ register: { ...register, versions }, added: version });
  });
}

/** A register with something added to it. */
interface Longer {
  readonly register: AccessionsDocument;
  readonly added: object;
}

function addTo(
  { store, identity, loaded, idempotencyKey = randomUUID() }: Recording,
  action: string,
  request: object,
  add: (register: AccessionsDocument, today: string) => Result<Longer>,
): Promise<Result<KeptAnswer>> {
  const key = { kind: ACCESSIONS, id: loaded.document.agreement };
  const actor = identity.subject;
  const act = {
    actor,
    action: `${ACCESSIONS}.${action}`,
    target: `${ACCESSIONS}/${key.id}`,
    detail: { ...request },
  };
  const once = { key: idempotencyKey, requestHash: hashOf({ ...key, action, request }) };
  return write(store, act, (under) =>
    createOnce(under, once, async () => {
      const kept = await readResource(under.transaction, key);
      const register = (kept?.body as KeptRegister | undefined)?.register ?? registerOf(loaded);
      const longer = add(register, danishDay(Temporal.Instant.from(under.at)));
      if (!longer.ok) return longer;
      const body: KeptRegister = { register: longer.value.register, shared: true };
      const version = { body, state: 'published', action, reason: '' };
      const done =
        kept === undefined
          ? await createResource(under, { ...key, owner: actor }, version)
          : await updateResource(under, key, kept.version, version);
      if (!done.ok) return done;
      return accepted({ status: 201, answer: JSON.stringify(longer.value.added) });
    }),
  );
}
