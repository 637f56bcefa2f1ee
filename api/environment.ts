import { z } from 'zod';
import { ROLES, type Role } from '../src/access/identity.ts';
import type { StoreLocation } from '../store/database.ts';
import type { AccessSettings } from './access/access.ts';
import type { ProviderSettings } from './access/identity-provider.ts';
import { isLoopback, UNGUARDED_HOST } from './access/local-user.ts';
import { LOG_LEVELS, type LogLevel } from './service/log.ts';

/** How a server is run, as its environment says. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly location: StoreLocation;
  /** Undefined: no access control, for the one user of this machine. */
  readonly access: AccessSettings | undefined;
  readonly logLevel: LogLevel;
  /** Of one user or program; undefined: as many as they like. */
  readonly requestsPerMinute: number | undefined;
  readonly trustedProxies: readonly string[];
  /** Undefined: one for each processor. */
  readonly sweepThreads: number | undefined;
}

const text = z.string();

/** An address at which others cannot listen in: HTTPS, or this very machine. */
const webAddress = z
  .url({ protocol: /^https?$/, error: 'an address begins with https://' })
  .transform((address) => new URL(address))
  .refine(({ protocol, hostname }) => protocol === 'https:' || isLoopback(hostname), {
    error: 'an address begins with https://, except on this machine itself',
  });

const storeVariables = {
  DATABASE_URL: text
    .regex(/^postgres(ql)?:\/\//, { error: 'DATABASE_URL begins with postgres://' })
    .optional(),
  DATA_DIR: text.default('./var'),
};

const serverVariables = {
  ...storeVariables,
  PORT: text
    .regex(/^\d{1,5}$/, { error: 'PORT is a whole number from 0 (any free port) to 65535' })
    .transform(Number)
    .default(3000),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: webAddress
    .refine(({ pathname }) => pathname === '/', { error: 'PUBLIC_URL has no path' })
    .optional(),
  API_KEYS: z.enum(['on', 'off']).default('off'),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_AUDIENCE: text.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_SCOPE: text.default('openid'),
  OIDC_ROLES_CLAIM: text.default('roles'),
  OIDC_ROLE_NAMES: text.default('').transform(roleNames),
  OIDC_MUNICIPALITY_CLAIM: text.default('municipality'),
  OIDC_BODIES_CLAIM: text.default('bodies'),
  SESSION_HOURS: text
    .regex(/^[1-9]\d?$/, { error: 'SESSION_HOURS is a whole number from 1 to 99' })
    .transform(Number)
    .default(8),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `LOG_LEVEL is one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  RATE_LIMIT: text
    .regex(/^(off|[1-9]\d{0,6})$/, { error: 'RATE_LIMIT is a number of requests a minute, or off' })
    .optional(),
  SWEEP_THREADS: text
    .regex(/^\d{1,3}$/, { error: 'SWEEP_THREADS is a whole number; 0 leaves sweeps to other replicas' })
    .transform(Number)
    .optional(),
  TRUSTED_PROXIES: text
    .default('')
    .transform(commaSeparated)
    .pipe(
      z.array(
        z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
          error: 'TRUSTED_PROXIES is a list of addresses and networks, as 10.0.0.5,10.1.0.0/16',
        }),
      ),
    ),
};

/** What one person needs is far less: a page sends some twenty requests when it is opened. */
const USUAL_REQUESTS_A_MINUTE = 1_200;

type Variables = z.output<z.ZodObject<typeof serverVariables>>;

/** What has to be there for something else to make sense. */
const DEMANDS: readonly (readonly [message: string, isMet: (variables: Variables) => boolean])[] = [
  [
    UNGUARDED_HOST,
    ({ HOST, API_KEYS, OIDC_ISSUER }) => isLoopback(HOST) || API_KEYS === 'on' || OIDC_ISSUER !== undefined,
  ],
  [
    'OIDC_AUDIENCE and OIDC_CLIENT_ID need OIDC_ISSUER',
    ({ OIDC_ISSUER, OIDC_AUDIENCE, OIDC_CLIENT_ID }) =>
      OIDC_ISSUER !== undefined || (OIDC_AUDIENCE ?? OIDC_CLIENT_ID) === undefined,
  ],
  [
    'OIDC_ISSUER needs OIDC_AUDIENCE (to take tokens), OIDC_CLIENT_ID (to let people log in) or both',
    ({ OIDC_ISSUER, OIDC_AUDIENCE, OIDC_CLIENT_ID }) =>
      OIDC_ISSUER === undefined || (OIDC_AUDIENCE ?? OIDC_CLIENT_ID) !== undefined,
  ],
  [
    'OIDC_CLIENT_ID needs PUBLIC_URL: where browsers find this program',
    ({ OIDC_CLIENT_ID, PUBLIC_URL }) => OIDC_CLIENT_ID === undefined || PUBLIC_URL !== undefined,
  ],
];

const serverSchema = z.object(serverVariables).check(({ value, issues }) => {
  for (const [message, isMet] of DEMANDS)
    if (!isMet(value)) issues.push({ code: 'custom', message, input: undefined, path: [] });
});

/** @throws ZodError that names each variable that is wrong */
export function serverSettings(environment: NodeJS.ProcessEnv): Settings {
  const variables = serverSchema.parse(set(environment));
  const { HOST: host, PORT: port, API_KEYS, OIDC_ISSUER: issuer } = variables;
  const isGuarded = API_KEYS === 'on' || issuer !== undefined;
  const access = issuer === undefined ? {} : { provider: providerSettings(variables, issuer) };
  return {
    host,
    port,
    location: locationOf(variables),
    access: isGuarded ? access : undefined,
    logLevel: variables.LOG_LEVEL,
    requestsPerMinute: requestsPerMinute(variables.RATE_LIMIT, isGuarded),
    trustedProxies: variables.TRUSTED_PROXIES,
    sweepThreads: variables.SWEEP_THREADS,
  };
}

/** The one user of this machine is not limited unless somebody says so. */
function requestsPerMinute(limit: string | undefined, isGuarded: boolean): number | undefined {
  if (limit === 'off') return undefined;
  if (limit !== undefined) return Number(limit);
  return isGuarded ? USUAL_REQUESTS_A_MINUTE : undefined;
}

/**
 * Where data is kept, for commands that need to know nothing else.
 *
 * @throws ZodError that names each variable that is wrong
 */
export function storeLocation(environment: NodeJS.ProcessEnv): StoreLocation {
  return locationOf(z.object(storeVariables).parse(set(environment)));
}

function locationOf({ DATABASE_URL, DATA_DIR }: z.output<z.ZodObject<typeof storeVariables>>): StoreLocation {
  return { dataDirectory: DATA_DIR, ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }) };
}

function providerSettings(variables: Variables, issuer: URL): ProviderSettings {
  const {
    OIDC_AUDIENCE: audience,
    OIDC_CLIENT_ID: id,
    OIDC_CLIENT_SECRET: secret,
    PUBLIC_URL: publicUrl,
  } = variables;
  const client = id !== undefined &&
    publicUrl !== undefined && {
      client: {
        id,
        ...(secret !== undefined && { secret }),
        scope: variables.OIDC_SCOPE,
        publicUrl,
        sessionHours: variables.SESSION_HOURS,
      },
    };
  return {
    issuer,
    ...(audience !== undefined && { audience }),
    claims: {
      roles: variables.OIDC_ROLES_CLAIM,
      roleNames: variables.OIDC_ROLE_NAMES,
      municipality: variables.OIDC_MUNICIPALITY_CLAIM,
      bodies: variables.OIDC_BODIES_CLAIM,
    },
    ...client,
  };
}

/** `their name=our role`, separated by commas. */
function roleNames(list: string, context: z.RefinementCtx): ReadonlyMap<string, Role> {
  const names = new Map<string, Role>();
  for (const pair of commaSeparated(list)) {
    const [name = '', ours = ''] = pair.split('=').map((part) => part.trim());
    const role = ROLES.find((known) => known === ours);
    if (role !== undefined) names.set(name, role);
    else context.addIssue(`OIDC_ROLE_NAMES is name=role,…, where a role is one of ${ROLES.join(', ')}`);
  }
  return names;
}

function commaSeparated(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A variable that is set to nothing counts as not set, as some ways of starting programs cannot leave one out. */
function set(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}
