import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import type { Store } from '../../store/write.ts';
import { type EngineUnderTest, openTestStore } from '../store/engines.ts';

/** The application on an engine, with an empty store that the tests of one `describe` share. */
export interface GovernedApp {
  readonly app: FastifyInstance;
  readonly store: Store;
}

/** Starts the application before the tests and closes it after them; a failure of ours fails the test. */
export function governedApp(engine: () => EngineUnderTest): () => GovernedApp {
  let started: GovernedApp | undefined;
  beforeAll(async () => {
    const store = await openTestStore(await engine().newLocation());
    const report = (failure: unknown) => {
      throw failure;
    };
    started = { app: await buildApp(await loadData(), { report, store }), store };
  });
  afterAll(async () => {
    await started?.app.close();
    await started?.store.database.close();
  });
  return () => {
    if (started === undefined) throw new Error('the application has not started');
    return started;
  };
}
