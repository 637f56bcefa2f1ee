import type { Identity } from '../../src/access/identity.ts';
import { holderOf } from '../../store/api-keys.ts';
import { newSecret } from '../../store/secret.ts';
import type { Store } from '../../store/write.ts';
import { Unauthenticated } from '../request-error.ts';

/** Tells a key from a token, and lets scanners for leaked secrets find it. */
const PREFIX = 'k98_';

/** A new key as its program shows it. */
export function newKey(): string {
  return `${PREFIX}${newSecret()}`;
}

export function isKey(credential: string): boolean {
  return credential.startsWith(PREFIX);
}

/** Who holds the key; ends the request (401) when nobody does. */
export async function keyHolder(store: Store, key: string): Promise<Identity> {
  const holder = await holderOf(store, key);
  if (holder === undefined) throw new Unauthenticated('key_invalid');
  return holder;
}
