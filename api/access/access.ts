import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Store } from '../../store/write.ts';
import { authenticateBy } from './authenticate.ts';
import { guardRoutes } from './guard.ts';
import { type IdentityProvider, identityProvider, type ProviderSettings } from './identity-provider.ts';
import { authenticateLocalUser, refuseForeignPages } from './local-user.ts';
import { loginRoutes } from './login.ts';
import { withRegisteredSeats } from './registered-seats.ts';
import { sessionCheck } from './sessions.ts';
import { tokenCheck } from './tokens.ts';

/** Access control: who may come in is asked for by keys, and by the provider when there is one. */
export interface AccessSettings {
  readonly provider?: ProviderSettings;
}

/**
 * Puts every route registered after it behind access control, or, without settings, gives all of them to the one
 * local user of this machine. Adds the routes of the login when people can log in with a browser.
 */
export async function controlAccess(
  app: FastifyInstance,
  store: Store,
  settings: AccessSettings | undefined,
): Promise<void> {
  if (settings === undefined) {
    refuseForeignPages(app);
    guardRoutes(app, authenticateLocalUser);
    return;
  }
  if (settings.provider === undefined) {
    guardRoutes(app, authenticateBy(store, {}));
    return;
  }
  await askProvider(app, store, settings.provider, identityProvider(settings.provider));
}

async function askProvider(
  app: FastifyInstance,
  store: Store,
  settings: ProviderSettings,
  provider: IdentityProvider,
): Promise<void> {
  const tokens = tokenCheck(provider, settings, store.clock);
  const { client } = settings;
  if (client === undefined) {
    guardRoutes(app, withRegisteredSeats(store, authenticateBy(store, { tokens })));
    return;
  }
  await app.register(fastifyCookie);
  const sessions = sessionCheck(store, client.publicUrl);
  guardRoutes(app, withRegisteredSeats(store, authenticateBy(store, { tokens, sessions })));
  loginRoutes(app, { store, provider, client, claims: settings.claims });
}
