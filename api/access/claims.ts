import { type Identity, ROLES, type Role } from '../../src/access/identity.ts';

/** Where an identity provider writes what, and what it calls our roles. */
export interface ClaimNames {
  readonly roles: string;
  readonly municipality: string;
  readonly bodies: string;
  /** The provider's own names of roles; the names of ours are always understood. */
  readonly roleNames: ReadonlyMap<string, Role>;
}

/** What a provider says of somebody. */
export interface Claims {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/**
 * The identity that claims give. Roles that are not ours, and a municipality that is not a code, give nothing: a
 * misspelt claim takes rights away, it never grants them.
 */
export function identityFrom(claims: Claims, names: ClaimNames): Identity {
  const municipality = textsAt(claims, names.municipality).find((text) => /^\d{4}$/.test(text));
  const roles = new Set(textsAt(claims, names.roles).map((name) => roleOf(name, names.roleNames)));
  return {
    // Apart from the names that the program itself uses, whatever the provider calls its users.
    subject: `user:${claims.sub}`,
    roles: ROLES.filter((role) => roles.has(role)),
    ...(municipality !== undefined && { municipality }),
    bodies: textsAt(claims, names.bodies),
  };
}

function roleOf(name: string, roleNames: ReadonlyMap<string, Role>): Role | undefined {
  return roleNames.get(name) ?? ROLES.find((role) => role === name);
}

/** A list, or a text with spaces or commas in between, as providers write one or several values. */
function textsAt(claims: Claims, name: string): string[] {
  const value = valueAt(claims, name);
  if (typeof value === 'string') return value.split(/[\s,]+/).filter((text) => text !== '');
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

/** The claim of that name; otherwise the name is a path, as `realm_access.roles`. */
function valueAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((value, key) => {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return isThere ? (value as Record<string, unknown>)[key] : undefined;
  }, claims);
}
