import { afterAll } from 'vitest';
import { appOptions } from '../api/app-options.ts';
import { runClient } from './run-client.ts';
import { buildSmallApp } from './small-app.ts';

const options = await appOptions(console.error);

/** The application with the small agreement, and somebody who makes runs of it; closes itself after the file's tests. */
export const app = await buildSmallApp(options.store);
export const client = runClient(app);
export const store = options.store;

afterAll(async () => {
  await app.close();
  await options.remove();
});
