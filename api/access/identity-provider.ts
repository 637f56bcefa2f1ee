import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { allowInsecureRequests, type Configuration, discovery, None } from 'openid-client';
import { RetryLater } from '../request-error.ts';
import type { ClaimNames } from './claims.ts';

/** An OpenID provider that says who people are. */
export interface ProviderSettings {
  readonly issuer: URL;
  /** Whom access tokens have to be made for; without it no tokens are taken, only logins. */
  readonly audience?: string;
  readonly claims: ClaimNames;
  readonly client?: ClientSettings;
}

/** How this program is known to the provider, when people log in with a browser. */
export interface ClientSettings {
  readonly id: string;
  readonly secret?: string;
  readonly scope: string;
  /** Where browsers find this program. */
  readonly publicUrl: URL;
  readonly sessionHours: number;
}

/** What the provider says of itself. Asked at the first use, and again only when that failed. */
export interface IdentityProvider {
  configuration(): Promise<Configuration>;
  keys(): Promise<JWTVerifyGetKey>;
}

const TIMEOUT_SECONDS = 5;

/** Ends the request (503) while the provider cannot be reached. */
export function identityProvider({ issuer, client, audience }: ProviderSettings): IdentityProvider {
  const configuration = onceItSucceeds(() =>
    discovery(issuer, client?.id ?? audience ?? '', client?.secret, client?.secret ? undefined : None(), {
      timeout: TIMEOUT_SECONDS,
      // Only a provider on this very machine may be spoken to in the clear: the environment is checked for that.
      execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
    }).catch((cause) => {
      throw providerUnreachable(cause);
    }),
  );
  const keys = onceItSucceeds(async () => {
    const { jwks_uri: address } = (await configuration()).serverMetadata();
    if (address === undefined) throw new Error(`${issuer} does not say where its keys are`);
    return createRemoteJWKSet(new URL(address), { timeoutDuration: TIMEOUT_SECONDS * 1000 });
  });
  return { configuration, keys };
}

/** The provider does not answer: whoever asks is told to come back. */
export function providerUnreachable(cause: unknown): RetryLater {
  return new RetryLater('service-unavailable', 'provider_unreachable', { cause });
}

function onceItSucceeds<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work().catch((error) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}
