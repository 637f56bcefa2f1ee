import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import type { RunningProvider } from './provider.ts';

/** Tokens that look like a genuine one of the provider and must not be taken, each with what is wrong with it. */
export async function forgedTokens(
  provider: RunningProvider,
  person: string,
): Promise<(readonly [name: string, token: string])[]> {
  const genuine = await provider.token(person);
  const claims = decodeJwt(genuine);
  const header = decodeProtectedHeader(genuine);
  const { privateKey } = await generateKeyPair('RS256');
  const { exp: _, ...endless } = claims;
  const signed = (content: typeof claims, more: object = {}) =>
    new SignJWT(content).setProtectedHeader({ ...header, alg: 'RS256', ...more }).sign(privateKey);
  const asSharedSecret = new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' });
  return [
    ['made for another program', await provider.token(person, 'https://other.example')],
    ['without a signature (alg: none)', new UnsecuredJWT(claims).encode()],
    ['signed by another key under the name of the right one', await signed(claims)],
    ['signed by a key that the provider does not have', await signed(claims, { kid: 'unheard-of' })],
    [
      "signed with the provider's public key as a shared secret",
      await asSharedSecret.sign(await publicText(provider)),
    ],
    ['without an end', await signed(endless)],
    ['whose content was changed', changed(genuine)],
    ['that is no token', 'nonsense'],
  ];
}

async function publicText({ issuer }: RunningProvider): Promise<Uint8Array> {
  const response = await fetch(new URL('/jwks', issuer));
  const { keys } = (await response.json()) as { keys: JWK[] };
  const key = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
  return new TextEncoder().encode(key.export({ type: 'spki', format: 'pem' }).toString());
}

/** The token with another role in it and the old signature. */
function changed(token: string): string {
  const [head = '', , signature = ''] = token.split('.');
  const content = Buffer.from(JSON.stringify({ ...decodeJwt(token), roles: ['auditor'] }));
  return [head, content.toString('base64url'), signature].join('.');
}
