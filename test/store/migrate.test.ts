import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { MIGRATIONS } from '../../store/migrations/migrations.ts';
import { describeOnEachEngine, openTestStore } from './engines.ts';

const run = promisify(execFile);
/** A process of its own that opens the store, as a server does when it starts. */
const REPLICA = new URL('starting-replica.ts', import.meta.url).pathname;

const clock = () => Temporal.Instant.from('2026-01-01T00:00:00Z');

describeOnEachEngine('migrations', (engine) => {
  it('run once, also when several replicas start together', async () => {
    const location = await engine().newLocation();
    await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, [REPLICA, JSON.stringify(location)])));
    const database = await openDatabase(location);
    const done = await database.query.selectFrom('schema_migrations').select('id').orderBy('id').execute();
    expect(done.map(({ id }) => id)).toEqual(MIGRATIONS.map(({ id }) => id));
    await database.close();
  });

  it('refuse a database whose migration was changed after it ran', async () => {
    const { database } = await openTestStore(await engine().newLocation());
    const changed = MIGRATIONS.map((migration, place) =>
      place === 0 ? { ...migration, statements: () => ['CREATE TABLE other (id BIGINT)'] } : migration,
    );
    await expect(migrate(database, clock, changed)).rejects.toThrow(
      '0001-resources was changed after it ran',
    );
    await database.close();
  });

  it('refuse a database that a newer program has migrated', async () => {
    const { database } = await openTestStore(await engine().newLocation());
    await expect(migrate(database, clock, MIGRATIONS.slice(0, 2))).rejects.toThrow(
      'which this program does not know',
    );
    await database.close();
  });

  it('keep nothing of a migration that fails', async () => {
    const location = await engine().newLocation();
    const database = await openDatabase(location);
    const failing = [
      { id: '0001-half', statements: () => ['CREATE TABLE half (id BIGINT)', 'CREATE NONSENSE'] },
    ];
    await expect(migrate(database, clock, failing)).rejects.toThrow();
    await migrate(database, clock);
    await expect(
      database.query
        .selectFrom('half' as never)
        .selectAll()
        .execute(),
    ).rejects.toThrow();
    await database.close();
  });
});
