import type { z } from 'zod';
import type { Belonging } from '../../src/access/permissions.ts';
import type { ResourceVersion } from '../../store/resource-versions.ts';
import type { ReadableKind, StoredBody } from './stored-kind.ts';
import type { storedSchema } from './stored-schema.ts';

/** A kept thing as it is answered: its id, its content, and who kept this version, when and why. */
export function storedAnswer({ id, body, ...kept }: ResourceVersion) {
  return { id, ...(body as object), stored: storedMeta(kept) };
}

/** The version as a strong entity tag: what `If-Match` has to bring. */
export function entityTag({ version }: { readonly version: bigint }): string {
  return `"${version}"`;
}

/** Whose the thing is, as far as rights go. */
export function belongingOf(version: ResourceVersion, sharedFrom?: ReadableKind['sharedFrom']): Belonging {
  const { owner, unit, body } = version;
  const isShared = (body as StoredBody).shared === true || sharedFrom?.(version) === true;
  return { owner, ...(unit !== undefined && { unit }), isShared };
}

type Kept = Omit<ResourceVersion, 'id' | 'body'>;

function storedMeta(kept: Kept): z.infer<typeof storedSchema> {
  const { version, state, owner, unit, at, actor, action, reason, bodyHash, detail } = kept;
  const { result } = detail;
  return {
    ...{ version: Number(version), state, owner, at, actor, action, reason, hash: bodyHash },
    ...(unit !== undefined && { unit }),
    ...(typeof result === 'string' && { result }),
  };
}
