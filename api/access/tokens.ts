import { errors, jwtVerify } from 'jose';
import type { Identity } from '../../src/access/identity.ts';
import type { Clock } from '../../store/clock.ts';
import { Unauthenticated } from '../request-error.ts';
import { type Claims, identityFrom } from './claims.ts';
import { type IdentityProvider, type ProviderSettings, providerUnreachable } from './identity-provider.ts';

/** Signatures that only the provider can make: none with a shared secret, and never `none`. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** How far the provider's clock may be from ours. */
const CLOCK_TOLERANCE_SECONDS = 30;

/** Says whom an access token was given to. */
export type TokenCheck = (token: string) => Promise<Identity>;

/**
 * Checks access tokens (JWT) of the provider: signed by one of its keys, made for this program, and not over. Anything
 * else ends the request (401).
 */
export function tokenCheck(provider: IdentityProvider, settings: ProviderSettings, clock: Clock): TokenCheck {
  const { audience, claims } = settings;
  if (audience === undefined) return () => Promise.reject(new Unauthenticated('token_invalid'));
  return async (token) => {
    const keys = await provider.keys();
    const { issuer } = (await provider.configuration()).serverMetadata();
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(clock().epochMilliseconds),
    }).catch((error: unknown) => {
      throw refusalOf(error);
    });
    return identityFrom(payload as Claims, claims);
  };
}

/** What is wrong with the token, or that the provider's keys could not be had. */
function refusalOf(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return new Unauthenticated('token_expired');
  if (!(error instanceof errors.JOSEError) || OF_THE_PROVIDER.has(error.code))
    return providerUnreachable(error);
  return new Unauthenticated('token_invalid');
}

/** Failures to fetch the keys: not the fault of whoever shows the token. */
const OF_THE_PROVIDER: ReadonlySet<string> = new Set([
  'ERR_JWKS_TIMEOUT',
  'ERR_JWKS_INVALID',
  'ERR_JOSE_GENERIC',
]);
