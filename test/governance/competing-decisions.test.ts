import type { FastifyInstance } from 'fastify';
import { expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { auditEntries } from '../../store/audit.ts';
import { checkAudit } from '../../store/audit-check.ts';
import { poolEntries } from '../../store/pool-entries.ts';
import type { Store } from '../../store/write.ts';
import { describeOnEachEngine, type EngineUnderTest, openTestStore } from '../store/engines.ts';
import { clientOf, initiative, YEAR } from './proposals-over-http.ts';

const CLIENTS = 64;
/** Aula's contribution to the pool of 2027 is some 3.9 million kroner: it holds a few of them, not all. */
const COST = '900000.00';

/** What an approval that comes too late is told, each with its status. */
const REFUSALS = [
  [409, 'approval_not_carried_out'],
  // When the council's own contributions are spent, the rest would come from other areas: that is for the management first.
  [422, 'crossing_needs_executive'],
];

const inOre = (kroner: string) => BigInt(kroner.replace('.', ''));
const sumOf = (entries: readonly { readonly amount: bigint }[]) =>
  entries.reduce((sum, { amount }) => sum + amount, 0n);

/** As many applications on one database as replicas: SQLite has one. */
async function startReplicas(
  engine: EngineUnderTest,
): Promise<{ stores: Store[]; apps: Awaited<ReturnType<typeof buildApp>>[] }> {
  const location = await engine.newLocation();
  const count = location.databaseUrl === undefined ? 1 : 2;
  const stores: Store[] = [];
  for (let replica = 0; replica < count; replica++) stores.push(await openTestStore(location));
  const data = await loadData();
  const report = (failure: unknown) => {
    throw failure;
  };
  const apps: Awaited<ReturnType<typeof buildApp>>[] = [];
  for (const store of stores) apps.push(await buildApp(data, { report, store }));
  return { stores, apps };
}

/** What came of one approval. */
interface Decided {
  readonly id: string;
  readonly status: number;
  readonly codes: readonly string[];
}

async function approve(app: FastifyInstance, id: string): Promise<Decided> {
  const { status, json } = await clientOf(app).act(id, 3, { action: 'approve', body: 'board' });
  return { id, status, codes: json.errors?.map(({ code }) => code) ?? [] };
}

/** Each approval has one entry in the log, which says that it was made, or the very codes for which it was refused. */
async function expectExplained(store: Store, decided: readonly Decided[]): Promise<void> {
  const log = await auditEntries(store.database.query, 0n, 1_000);
  const explained = log
    .filter(({ action }) => action.startsWith('proposals.approve'))
    .map(({ action, target, detail }) => ({ action, target, codes: detail.codes ?? [] }));
  const expected = decided.map(({ id, status, codes }) => ({
    action: status === 200 ? 'proposals.approve' : 'proposals.approve.refused',
    target: `proposals/${id}`,
    codes,
  }));
  const byTarget = (a: { target: string }, b: { target: string }) => (a.target < b.target ? -1 : 1);
  expect(explained.toSorted(byTarget)).toEqual(expected.toSorted(byTarget));
}

describeOnEachEngine('64 clients who approve competing decisions against one pool', (engine) => {
  it('never bind more than the pool holds, and every refusal says why and is in the log', async () => {
    const { stores, apps } = await startReplicas(engine());
    const [first] = apps;
    const [store] = stores;
    if (first === undefined || store === undefined) throw new Error('there is a replica');
    const client = clientOf(first);
    const ids = Array.from({ length: CLIENTS }, (_, place) => `competing-${String(place).padStart(2, '0')}`);
    for (const id of ids) await client.recommended(id, [initiative(id, COST)]);

    const decided = await Promise.all(
      ids.map((id, place) => approve(apps[place % apps.length] ?? first, id)),
    );
    const approved = decided.filter(({ status }) => status === 200);
    const refused = decided.filter(({ status }) => status !== 200);
    expect(approved.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, codes } of refused) expect(REFUSALS).toContainEqual([status, ...codes]);

    const bound = await poolEntries(store.database.query, 'k98-example');
    expect(sumOf(bound)).toBe(BigInt(approved.length) * inOre(COST));
    const { solutions } = await client.price(YEAR);
    for (const { solution, pool } of solutions)
      expect(sumOf(bound.filter((entry) => entry.solution === solution)) <= inOre(pool)).toBe(true);
    await expectExplained(store, decided);
    expect(await checkAudit(store.database.query)).toHaveProperty('end');
    for (const app of apps) await app.close();
    for (const opened of stores) await opened.database.close();
  });
});
