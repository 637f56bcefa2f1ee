import type { CookieSerializeOptions } from '@fastify/cookie';

/** The two cookies there are: of a session, and of a login that is under way. */
export interface Cookies {
  readonly session: string;
  readonly login: string;
  readonly options: CookieSerializeOptions;
}

/**
 * Cookies that scripts cannot read and that other sites' forms and frames do not send. Where the program is reached by
 * HTTPS, browsers accept them (`__Host-`) from this host alone and send them by HTTPS alone.
 */
export function cookiesFor(publicUrl: URL): Cookies {
  const secure = publicUrl.protocol === 'https:';
  const prefix = secure ? '__Host-' : '';
  return {
    session: `${prefix}k98-session`,
    login: `${prefix}k98-login`,
    // Not strict: the browser has to bring them along when it comes back from the identity provider.
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}
