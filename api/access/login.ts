import type { FastifyInstance } from 'fastify';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client';
import type { Identity } from '../../src/access/identity.ts';
import { timestamp } from '../../store/clock.ts';
import { type LoginUnderWay, rememberLogin, takeLogin } from '../../store/logins.ts';
import { newSecret } from '../../store/secret.ts';
import { beginSession, endSession } from '../../store/sessions.ts';
import type { Store } from '../../store/write.ts';
import { RequestError, Unauthenticated } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';
import { type ClaimNames, identityFrom } from './claims.ts';
import { cookiesFor } from './cookies.ts';
import { type ClientSettings, type IdentityProvider, providerUnreachable } from './identity-provider.ts';

/** What a login with a browser needs. */
interface LoginParts {
  readonly store: Store;
  readonly provider: IdentityProvider;
  readonly client: ClientSettings;
  readonly claims: ClaimNames;
}

/** Where people come to when they did not say where they want to. */
const USUAL_RETURN = '/v1/me';
const LOGIN_SECONDS = 600;

/**
 * `/login`, `/callback` and `/logout`: authorization code with PKCE. The first two are pages that a browser is led
 * through; the last one is called by a page, as it changes something.
 */
export function loginRoutes(app: FastifyInstance, parts: LoginParts): void {
  const { store, provider, client } = parts;
  const cookies = cookiesFor(client.publicUrl);
  const schema = { hide: true };

  app.get('/login', { schema, config: { right: 'open' } }, async (request, reply) => {
    const { returnTo } = request.query as { returnTo?: unknown };
    const { browser, address } = await begin(parts, ownPath(returnTo, client.publicUrl));
    return reply
      .setCookie(cookies.login, browser, { ...cookies.options, maxAge: LOGIN_SECONDS })
      .redirect(address.href, 303);
  });

  app.get('/callback', { schema, config: { right: 'open' } }, async (request, reply) => {
    const address = new URL(request.url, client.publicUrl);
    const secrets = {
      state: address.searchParams.get('state') ?? '',
      browser: request.cookies[cookies.login] ?? '',
    };
    const login = await takeLogin(store, secrets);
    if (login === undefined) throw new RequestError('forbidden', requestRefusal('login_unknown'));
    const identity = await confirmed(parts, address, secrets.state, login);
    const token = newSecret();
    const end = store.clock().add({ hours: client.sessionHours });
    await beginSession(store, identity, token, timestamp(end));
    return reply
      .clearCookie(cookies.login, cookies.options)
      .setCookie(cookies.session, token, { ...cookies.options, maxAge: client.sessionHours * 3600 })
      .redirect(login.returnTo, 303);
  });

  app.post('/logout', { schema, config: { right: 'known' } }, async (request, reply) => {
    const token = request.cookies[cookies.session];
    if (token !== undefined && request.caller?.knownBy === 'session')
      await endSession(store, request.identity, token);
    reply.clearCookie(cookies.session, cookies.options);
    return { location: await farewell(provider, client) };
  });
}

/** The provider's page to log in at; the browser keeps one secret and carries the other there and back. */
async function begin({ store, provider, client }: LoginParts, returnTo: string) {
  const configuration = await provider.configuration();
  const secrets = { state: newSecret(), browser: newSecret() };
  const login = { codeVerifier: randomPKCECodeVerifier(), nonce: randomNonce(), returnTo };
  await rememberLogin(store, secrets, login);
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: new URL('/callback', client.publicUrl).href,
    scope: client.scope,
    state: secrets.state,
    nonce: login.nonce,
    code_challenge: await calculatePKCECodeChallenge(login.codeVerifier),
    code_challenge_method: 'S256',
  });
  return { browser: secrets.browser, address };
}

/** Who the provider says has logged in. */
async function confirmed(
  { provider, claims }: LoginParts,
  address: URL,
  state: string,
  login: LoginUnderWay,
): Promise<Identity> {
  const configuration = await provider.configuration();
  const tokens = await authorizationCodeGrant(configuration, address, {
    expectedState: state,
    expectedNonce: login.nonce,
    pkceCodeVerifier: login.codeVerifier,
    idTokenExpected: true,
  }).catch((error: unknown) => {
    // fetch itself fails with a TypeError; everything else is an answer, and it is not the one that was hoped for.
    throw error instanceof TypeError ? providerUnreachable(error) : new Unauthenticated('login_failed');
  });
  const said = tokens.claims();
  if (said === undefined) throw new Unauthenticated('login_failed');
  return identityFrom(said, claims);
}

/** Where to go after logging out here: to the provider, to log out there too, if it offers that. */
async function farewell(provider: IdentityProvider, { id, publicUrl }: ClientSettings): Promise<string> {
  const configuration = await provider.configuration();
  if (configuration.serverMetadata().end_session_endpoint === undefined) return publicUrl.href;
  const parameters = { client_id: id, post_logout_redirect_uri: publicUrl.href };
  return buildEndSessionUrl(configuration, parameters).href;
}

/** A path of this program: nobody is sent elsewhere by an address that looks like ours. */
function ownPath(wanted: unknown, publicUrl: URL): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, publicUrl)) return USUAL_RETURN;
  const { origin, pathname, search, hash } = new URL(wanted, publicUrl);
  return origin === publicUrl.origin ? `${pathname}${search}${hash}` : USUAL_RETURN;
}
