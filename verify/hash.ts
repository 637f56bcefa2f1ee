import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { UnusableInput } from './field.ts';

/** Lower-case hexadecimal SHA-256 of the value in canonical JSON (RFC 8785). Throws UnusableInput where there is none. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}

export function canonicalText(value: unknown): string {
  try {
    return canonicalize(value) ?? '';
  } catch (error) {
    // Infinity (a JSON number such as 1e999) and half surrogate pairs have no canonical form.
    throw new UnusableInput('', `canonical JSON cannot carry it: ${(error as Error).message}`);
  }
}
