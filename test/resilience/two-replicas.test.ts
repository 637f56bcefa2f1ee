import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../store/migrations/migrations.ts';
import { openTestStore } from '../store/engines.ts';
import { type PostgresUnderTest, startPostgres } from '../store/postgres-server.ts';
import { startServer } from './server-process.ts';
import { expectWhole } from './whole.ts';
import { Writers } from './writers.ts';

describe('two replicas on one database of PostgreSQL', () => {
  let postgres: PostgresUnderTest;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  it('start at once on an empty one, migrate it once, keep what is shipped once, and write in one order', async () => {
    const location = await postgres.newLocation();
    const replicas = await Promise.all([startServer(location), startServer(location)]);
    const writers = replicas.map(({ address }, place) => new Writers(address, 4, `replica-${place}`));
    while (writers.some(({ acknowledged }) => acknowledged.length < 20)) await tick();
    await Promise.all(writers.map((replica) => replica.stop()));
    // What one has kept, the other answers.
    const [first, second] = replicas;
    const id = writers[0]?.acknowledged[0]?.id;
    expect((await fetch(`${second?.address}/v1/scenarios/${id}`)).status).toBe(200);
    expect(await first?.stop()).toBe(0);
    expect((await fetch(`${second?.address}/ready`)).status).toBe(200);
    expect(await second?.stop()).toBe(0);
    expect(writers.flatMap(({ refused }) => refused)).toEqual([]);

    await expectWhole(
      location,
      writers.flatMap(({ acknowledged }) => acknowledged),
      new Map(writers.flatMap(({ sent }) => [...sent])),
    );
    const { database } = await openTestStore(location);
    const done = await database.query.selectFrom('schema_migrations').select('id').orderBy('id').execute();
    expect(done.map((migration) => migration.id)).toEqual(MIGRATIONS.map((migration) => migration.id));
    const shipped = await database.query
      .selectFrom('resource_versions')
      .select('version')
      .where('state', '=', 'shipped')
      .execute();
    expect(new Set(shipped.map(({ version }) => version))).toEqual(new Set([1n]));
    await database.close();
  });
});

const tick = () => new Promise((resolve) => setTimeout(resolve, 20));
