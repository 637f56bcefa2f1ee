import { timestamp } from './clock.ts';
import { secretHash } from './secret.ts';
import type { Store } from './write.ts';

/** What has to be remembered of a login while its user is at the identity provider. */
export interface LoginUnderWay {
  readonly codeVerifier: string;
  readonly nonce: string;
  /** The page of ours to go to afterwards. */
  readonly returnTo: string;
}

/** The two secrets that bring a login back: one travels with the user, the other stays in the browser. */
export interface LoginSecrets {
  readonly state: string;
  readonly browser: string;
}

/** Longer than anybody takes to log in. */
const LASTS = { minutes: 10 };

/** Remembers a login. Those that never came back are forgotten. */
export async function rememberLogin(
  { database, clock }: Store,
  { state, browser }: LoginSecrets,
  { codeVerifier, nonce, returnTo }: LoginUnderWay,
): Promise<void> {
  const now = clock();
  await database.query.deleteFrom('logins').where('expires_at', '<=', timestamp(now)).execute();
  await database.query
    .insertInto('logins')
    .values({
      state_hash: secretHash(state),
      browser_hash: secretHash(browser),
      code_verifier: codeVerifier,
      nonce,
      return_to: returnTo,
      expires_at: timestamp(now.add(LASTS)),
    })
    .execute();
}

/** The login with both secrets, once: it is forgotten as it is read, so that it cannot be replayed. */
export async function takeLogin(
  { database, clock }: Store,
  { state, browser }: LoginSecrets,
): Promise<LoginUnderWay | undefined> {
  const row = await database.query
    .deleteFrom('logins')
    .where('state_hash', '=', secretHash(state))
    .where('browser_hash', '=', secretHash(browser))
    .where('expires_at', '>', timestamp(clock()))
    .returning(['code_verifier', 'nonce', 'return_to'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { codeVerifier: row.code_verifier, nonce: row.nonce, returnTo: row.return_to };
}
