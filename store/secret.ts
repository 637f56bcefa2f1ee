import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text: nobody guesses it, so one round of hashing hides it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a secret: what is kept instead of it. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
