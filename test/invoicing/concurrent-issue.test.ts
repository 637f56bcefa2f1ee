import { expect, it } from 'vitest';
import { checkAudit } from '../../store/audit-check.ts';
import type { Store } from '../../store/write.ts';
import { describeOnEachEngine, type EngineUnderTest, openTestStore } from '../store/engines.ts';
import { acknowledging, runClient } from './run-client.ts';
import { buildSmallApp } from './small-app.ts';

const YEARS = [2026, 2027, 2028, 2029];
const QUARTERS = [1, 2, 3, 4];

/** Two replicas on one PostgreSQL; SQLite has one. */
async function startReplicas(engine: EngineUnderTest) {
  const location = await engine.newLocation();
  const stores: Store[] = [await openTestStore(location)];
  if (location.databaseUrl !== undefined) stores.push(await openTestStore(location));
  const apps = await Promise.all(stores.map((store) => buildSmallApp(store)));
  const close = async () => {
    for (const app of apps) await app.close();
    for (const store of stores) await store.database.close();
  };
  const [store] = stores;
  if (store === undefined) throw new Error('there is a replica');
  const clients = apps.map((app) => runClient(app));
  const client = (place: number) => {
    const chosen = clients[place % clients.length];
    if (chosen === undefined) throw new Error('there is a replica');
    return chosen;
  };
  return { store, client, close };
}

describeOnEachEngine('replicas that issue at once', (engine) => {
  it('give numbers of one series without gap or double, and issue what was asked for once', async () => {
    const { store, client, close } = await startReplicas(engine());
    for (const instalment of QUARTERS) {
      const drafted = await Promise.all(
        YEARS.map((year) =>
          client(0).draft(`y${year}-q${instalment}`, {
            agreement: 'small',
            year,
            instalment,
            frequency: 'quarterly',
          }),
        ),
      );
      // Every run is issued twice at once with one key, by both replicas.
      const answers = await Promise.all(
        drafted.flatMap(({ json }) =>
          [0, 1].map((replica) => client(replica).issue(json.id, 1, acknowledging(json))),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      for (const [place, { json }] of drafted.entries())
        expect(answers[place * 2 + 1]?.text).toBe(answers[place * 2]?.text ?? json.id);
    }
    const invoices = await client(1).invoices();
    expect(invoices.map(({ number }) => Number(number))).toEqual(
      invoices.map((_, place) => 2026000001 + place),
    );
    // Each run has its numbers in one piece.
    const runsInOrder = invoices.map(({ run }) => run).filter((run, place, all) => run !== all[place - 1]);
    expect(runsInOrder.toSorted()).toEqual(
      YEARS.flatMap((year) => QUARTERS.map((quarter) => `y${year}-q${quarter}`)),
    );
    expect(await checkAudit(store.database.query)).toHaveProperty('end');
    await close();
  });

  it('issue one of two drafts of the same instalment, and say of the other that it is outdated', async () => {
    const { client, close } = await startReplicas(engine());
    const run = { agreement: 'small', year: 2026, instalment: 1 };
    const drafted = await Promise.all(['this', 'that'].map((id, replica) => client(replica).draft(id, run)));
    const answers = await Promise.all(
      drafted.map(({ json }, replica) => client(replica).issue(json.id, 1, acknowledging(json))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.flatMap(({ json }) => json.errors?.map(({ code }) => code) ?? [])).toEqual([
      'draft_outdated',
    ]);
    await close();
  });
});
