import type { Store } from '../../store/write.ts';
import { Unauthenticated } from '../request-error.ts';
import type { Authenticate } from './caller.ts';
import { isKey, keyHolder } from './keys.ts';
import type { SessionCheck } from './sessions.ts';
import type { TokenCheck } from './tokens.ts';

/** The ways in which people and programs show who they are; keys are always taken. */
export interface WaysIn {
  readonly tokens?: TokenCheck;
  readonly sessions?: SessionCheck;
}

/** Whoever shows a credential is asked for nothing else: a browser's session counts only without one. */
export function authenticateBy(store: Store, { tokens, sessions }: WaysIn): Authenticate {
  return async (request) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return sessions?.(request);
    const credential = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (credential === undefined) throw new Unauthenticated('token_invalid');
    if (isKey(credential)) return { identity: await keyHolder(store, credential), knownBy: 'key' };
    if (tokens === undefined) throw new Unauthenticated('token_invalid');
    return { identity: await tokens(credential), knownBy: 'token' };
  };
}
