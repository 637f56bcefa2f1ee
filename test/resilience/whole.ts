import { expect } from 'vitest';
import { checkAudit } from '../../store/audit-check.ts';
import { systemClock } from '../../store/clock.ts';
import type { StoreLocation } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/write.ts';
import type { Acknowledged } from './writers.ts';

/**
 * Fails unless the store holds every version that was acknowledged as it was acknowledged, nothing that nobody sent, no half of
 * a write, and an unbroken audit log.
 */
export async function expectWhole(
  location: StoreLocation,
  acknowledged: readonly Acknowledged[],
  sent: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const store = await openStore(location, systemClock);
  try {
    const kept = await keptTitles(store);
    const lost = acknowledged.filter(({ id, version, title }) => kept.get(id)?.[version - 1] !== title);
    expect(lost).toEqual([]);
    const unheardOf = [...kept].filter(([id, titles]) =>
      titles.some((title, place) => sent.get(id)?.[place] !== title),
    );
    expect(unheardOf).toEqual([]);
    await expectNoHalves(store, kept);
    expect(await checkAudit(store.database.query)).toHaveProperty('end');
  } finally {
    await store.database.close();
  }
}

/** What users have written, by id, in the order of the versions. */
async function keptTitles({ database }: Store): Promise<Map<string, string[]>> {
  const rows = await database.query
    .selectFrom('resource_versions')
    .select(['id', 'version', 'body'])
    .where('kind', '=', 'scenarios')
    .where('actor', '=', 'local')
    .orderBy('id')
    .orderBy('version')
    .execute();
  const kept = new Map<string, string[]>();
  for (const { id, version, body } of rows) {
    const titles = kept.get(id) ?? [];
    titles[Number(version) - 1] = JSON.parse(body).title;
    kept.set(id, titles);
  }
  return kept;
}

/** A write is a version, the resource at that version, an entry in the log and, at a creation, the key: all of them or none. */
async function expectNoHalves(
  { database: { query } }: Store,
  kept: ReadonlyMap<string, string[]>,
): Promise<void> {
  const resources = await query
    .selectFrom('resources')
    .select(['id', 'version'])
    .where('kind', '=', 'scenarios')
    .where('owner', '=', 'local')
    .execute();
  expect(new Map(resources.map(({ id, version }) => [id, Number(version)]))).toEqual(
    new Map([...kept].map(([id, titles]) => [id, titles.length])),
  );
  const entries = await query
    .selectFrom('audit_entries')
    .select(['action', 'target'])
    .where('actor', '=', 'local')
    .where('action', 'in', ['scenarios.create', 'scenarios.update'])
    .execute();
  const logged = entries.map(({ action, target }) => `${action} ${target}`).toSorted();
  const written = [...kept].flatMap(([id, titles]) =>
    titles.map((_, place) => `scenarios.${place === 0 ? 'create' : 'update'} scenarios/${id}`),
  );
  expect(logged).toEqual(written.toSorted());
  const keys = await query.selectFrom('idempotency_keys').select('key').execute();
  expect(keys.map(({ key }) => key).toSorted()).toEqual([...kept.keys()].toSorted());
}
