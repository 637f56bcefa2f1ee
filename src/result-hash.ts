import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { invariant } from './refusal.ts';

/**
 * The name of what was computed from: SHA-256 of the value's canonical JSON (RFC 8785), in lower-case hex.
 * The order of object keys does not matter, the order of a list does. The value must be JSON: text, booleans,
 * finite numbers, null, lists and plain objects; a field that is undefined counts as absent.
 */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(value))));
}

/** The value's canonical JSON (RFC 8785): one text for equal values. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  invariant(text !== undefined, 'canonical JSON is made of JSON');
  return text;
}
