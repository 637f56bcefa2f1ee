import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider';

/** Whom tokens are made for that the program takes. */
export const AUDIENCE = 'https://k98.example';

/** What the provider says of somebody, by the name they log in with. */
export type People = Readonly<Record<string, object>>;

export interface RunningProvider {
  readonly issuer: URL;
  /** An access token (JWT) of the person, made for the audience. */
  token(person: string, audience?: string): Promise<string>;
  stop(): Promise<void>;
}

const SECRET = 'a-secret-of-the-test';

/**
 * A real OpenID provider on a free port of this machine, which knows the people. Each is a client too, so that a test gets
 * tokens for them without a browser.
 *
 * @param callback where logins come back to, if anybody is to log in
 */
export async function startProvider(people: People, callback?: string): Promise<RunningProvider> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(people, callback));
  provider.on('server_error', (_, error) => console.error(error));
  server.on('request', provider.callback());
  return {
    issuer: new URL(issuer),
    token: async (person, audience = AUDIENCE) => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        resource: audience,
        scope: 'k98',
      });
      const headers = { authorization: `Basic ${Buffer.from(`${person}:${SECRET}`).toString('base64')}` };
      const response = await fetch(`${issuer}/token`, { method: 'POST', body, headers });
      const { access_token: token } = (await response.json()) as { access_token: string };
      return token;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function configuration(people: People, callback: string | undefined): Configuration {
  const claims = (person: string) => people[person] ?? {};
  return {
    clients: [
      ...Object.keys(people).map(programFor),
      ...(callback === undefined ? [] : [browserClient(callback)]),
    ],
    cookies: { keys: ['signs the cookies of the test'] },
    claims: { openid: ['sub', 'roles', 'municipality', 'bodies'] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 600,
      ClientCredentials: 3600,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    pkce: { required: () => true },
    findAccount: (_, person) => ({
      accountId: person,
      claims: async () => ({ sub: person, ...claims(person) }),
    }),
    extraTokenClaims: (_, token) => ({ ...claims('clientId' in token ? (token.clientId ?? '') : '') }),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, audience) => ({
          scope: 'k98',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 3600,
        }),
      },
    },
  };
}

function programFor(person: string): ClientMetadata {
  return {
    client_id: person,
    client_secret: SECRET,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  };
}

/** The program itself, as people log in to it with a browser. */
export const BROWSER_CLIENT = { id: 'k98-browser', secret: SECRET } as const;

function browserClient(callback: string): ClientMetadata {
  return {
    client_id: BROWSER_CLIENT.id,
    client_secret: BROWSER_CLIENT.secret,
    redirect_uris: [callback],
    post_logout_redirect_uris: [new URL('/', callback).href],
  };
}
