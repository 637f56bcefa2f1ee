import { afterAll } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { systemClock } from '../../store/clock.ts';
import { AUDIENCE, startProvider } from '../access/provider.ts';
import { appOptions } from './app-options.ts';

/** Where the provider of tests says what somebody may do. */
export const CLAIMS = {
  roles: 'roles',
  municipality: 'municipality',
  bodies: 'bodies',
  roleNames: new Map(),
};

/** The application as people reach it who have to say who they are; closes itself. */
export async function guardedApp(people: Readonly<Record<string, object>>) {
  const provider = await startProvider(people);
  const access = { provider: { issuer: provider.issuer, audience: AUDIENCE, claims: CLAIMS } };
  const options = await appOptions(console.error, systemClock);
  const app = await buildApp(await loadData(), { ...options, access });
  afterAll(async () => {
    await app.close();
    await options.remove();
    await provider.stop();
  });
  return { app, store: options.store, token: (person: string) => provider.token(person) };
}
