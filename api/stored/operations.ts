import { randomUUID } from 'node:crypto';
import type { Identity } from '../../src/access/identity.ts';
import { permits } from '../../src/access/permissions.ts';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import { answeredBefore, createOnce, type KeptAnswer } from '../../store/idempotency.ts';
import { type ResourceVersion, readResource, readVersion } from '../../store/resource-versions.ts';
import { createResource, type NewVersion, updateResource } from '../../store/resources.ts';
import { refuseWrite, type Store, write } from '../../store/write.ts';
import { HiddenResource, RequestError, VersionConflict } from '../request-error.ts';
import { requestRefusal, unknownKept } from '../request-refusals.ts';
import { belongingOf, entityTag, storedAnswer } from './stored-answer.ts';
import type { Keeping, ReadableKind, StoredBody, StoredKind } from './stored-kind.ts';

/** Who asks, and for what. */
export interface Asked<Kind extends ReadableKind = StoredKind> {
  readonly store: Store;
  readonly kind: Kind;
  readonly identity: Identity;
}

/** What a client sends: the content, and beside it an id of its choice and why. */
type Envelope = StoredBody & { readonly id?: string; readonly reason?: string };

const DRAFT = 'draft';

/** What is kept of what a client sends. */
function contentOf({ id: _, reason: __, ...content }: Envelope): StoredBody {
  return content;
}

/** Keeps a new thing as its version 1, once for each idempotency key. Refused as its kind checks it. */
export async function create(
  { store, kind, identity }: Asked,
  body: Envelope,
  idempotencyKey: string = randomUUID(),
): Promise<Result<KeptAnswer>> {
  const sent = contentOf(body);
  const { id = kind.idOf?.(sent) ?? randomUUID(), reason = '' } = body;
  const resource = { kind: kind.kind, id };
  const act = { ...actOf(kind.kind, id, 'create'), actor: identity.subject, detail: { reason } };
  const key = { key: idempotencyKey, requestHash: hashOf({ kind: kind.kind, body }) };
  const before = await answeredBefore(store.database.query, identity.subject, key);
  if (before?.ok) return before;
  const keeping = before ?? (await keepingOf(kind, sent, identity));
  if (!keeping.ok) return refuseWrite(store, act, keeping.refusals);
  const { content, keepBeside, detail = {} } = keeping.value;
  return write(store, act, (under) =>
    createOnce(under, key, async () => {
      const fits = await kind.fits?.(under, content, id);
      if (fits?.ok === false) return fits;
      await keepBeside?.(under);
      const version = { body: content, state: kind.firstState ?? DRAFT, action: 'create', reason, detail };
      const owner = ownership(identity, kind.unitOf?.(content, identity));
      const created = await createResource(under, { ...resource, ...owner }, version);
      if (!created.ok) return created;
      const kept = await readVersion(under.transaction, resource, created.value);
      return accepted({ status: 201, answer: JSON.stringify(storedAnswer(kept)) });
    }),
  );
}

/** Keeps a new version of one's own thing, if it is still at the version seen. Refused as its kind checks it. */
export async function replace(
  asked: Asked,
  id: string,
  seen: bigint,
  body: Envelope,
): Promise<Result<ResourceVersion>> {
  const { state } = await ownOrRefuse(asked, id);
  const { kind, identity } = asked;
  const keeping =
    kind.editableIn?.includes(state) === false
      ? refused(requestRefusal('not_editable_now'))
      : await keepingOf(kind, contentOf(body), identity);
  return keep(asked, id, seen, { state, action: 'update', reason: body.reason ?? '' }, keeping);
}

/** Deletes one's own draft: its history stays, nothing is found under its id any more. */
export async function remove(
  asked: Asked,
  id: string,
  seen: bigint,
  reason: string,
): Promise<Result<ResourceVersion>> {
  const { state, body } = await ownOrRefuse(asked, id);
  const keeping =
    state === DRAFT
      ? accepted({ content: body as StoredBody })
      : refused(requestRefusal('only_drafts_deleted'));
  return keep(asked, id, seen, { state, action: 'delete', reason, deleted: true }, keeping);
}

/** What is kept of what a client sends, where the kind finds nothing wrong with it. */
async function keepingOf(kind: StoredKind, sent: StoredBody, identity: Identity): Promise<Result<Keeping>> {
  const checked = await kind.check(sent, identity);
  if (!checked.ok) return checked;
  return (await kind.complete?.(sent, identity)) ?? accepted({ content: sent });
}

/** The newest version known at the moment; 404 for what is not there and for what the sender may not read. */
export async function readable(
  { store, kind, identity }: Asked<ReadableKind>,
  id: string,
  asOf?: string,
): Promise<ResourceVersion> {
  const found = await readResource(store.database.query, { kind: kind.kind, id }, asOf);
  const unknown = unknownKept(kind.noun, id, kind.kind);
  if (found === undefined) throw new RequestError('unknown-resource', unknown);
  if (!permits(identity, kind.read, belongingOf(found, kind.sharedFrom))) throw new HiddenResource(unknown);
  return found;
}

async function ownOrRefuse(asked: Asked, id: string): Promise<ResourceVersion> {
  const found = await readable(asked, id);
  if (permits(asked.identity, asked.kind.write, belongingOf(found))) return found;
  throw new RequestError('forbidden', requestRefusal('right_missing'));
}

async function keep(
  { store, kind: { kind, fits }, identity }: Asked,
  id: string,
  seen: bigint,
  version: Omit<NewVersion, 'body' | 'detail'>,
  keeping: Result<Keeping>,
): Promise<Result<ResourceVersion>> {
  const detail = { reason: version.reason, seen: String(seen) };
  const act = { ...actOf(kind, id, version.action), actor: identity.subject, detail };
  if (!keeping.ok) return refuseWrite(store, act, keeping.refusals);
  const { content, keepBeside, detail: told = {} } = keeping.value;
  const kept = await write(store, act, async (under) => {
    const fitting = version.deleted === true ? undefined : await fits?.(under, content, id);
    if (fitting?.ok === false) return fitting;
    await keepBeside?.(under);
    const next = { ...version, body: content, detail: told };
    const updated = await updateResource(under, { kind, id }, seen, next);
    if (!updated.ok) return updated;
    return accepted({ value: await readVersion(under.transaction, { kind, id }, updated.value) });
  });
  return withCurrent(store, { kind, id }, kept);
}

/** The result; where it is refused because somebody was faster, the request ends with the version that is newest now. */
export async function withCurrent<T>(
  store: Store,
  key: { readonly kind: string; readonly id: string },
  result: Result<T>,
): Promise<Result<T>> {
  if (result.ok || result.refusals[0]?.code !== 'version_conflict') return result;
  const current = await readResource(store.database.query, key);
  if (current === undefined) return result;
  throw new VersionConflict(result.refusals, entityTag(current), storedAnswer(current));
}

function actOf(kind: string, id: string, action: string) {
  return { action: `${kind}.${action}`, target: `${kind}/${id}` };
}

/** A new thing belongs to its maker, and to the municipality or body that it names or the maker works for. */
export function ownership(
  { subject, municipality, bodies }: Identity,
  named?: string,
): { owner: string; unit?: string } {
  const unit = named ?? municipality ?? (bodies === 'all' ? undefined : bodies[0]);
  return unit === undefined ? { owner: subject } : { owner: subject, unit };
}
