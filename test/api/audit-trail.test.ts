import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { clientOf, initiative } from '../governance/proposals-over-http.ts';
import { describeOnEachEngine, openTestStore } from '../store/engines.ts';

const CLI = new URL('../../api/operation/audit-verify-cli.ts', import.meta.url).pathname;
const IDEA = {
  agreement: 'k98-example',
  title: 'En idé',
  area: 'children-and-schools',
  target: 'new',
  costs: [{ year: 2027, amount: '1000.00' }],
  priceLevel: 2026,
};

describeOnEachEngine('the audit log of a server', (engine) => {
  it('holds every write, decision and refusal, and `npm run audit:verify` names the first broken entry', async () => {
    const location = await engine().newLocation();
    const store = await openTestStore(location);
    const report = (failure: unknown) => {
      throw failure;
    };
    const app = await buildApp(await loadData(), { report, store });
    const client = clientOf(app);
    const since = (
      await store.database.query.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
    ).seq;
    const remove = (id: string, seen: number) =>
      app.inject({ method: 'DELETE', url: `/v1/initiatives/${id}`, headers: { 'if-match': `"${seen}"` } });

    await client.send('POST', '/v1/initiatives', { id: 'idea', ...IDEA });
    await client.send('POST', '/v1/initiatives', { id: 'idea', ...IDEA });
    await client.send('POST', '/v1/initiatives', { id: 'lost', ...IDEA, area: 'space' });
    await client.send('PUT', '/v1/initiatives/idea', { ...IDEA, title: 'En bedre idé' }, 1);
    await client.send('PUT', '/v1/initiatives/idea', { ...IDEA, title: 'For sent' }, 1);
    await remove('idea', 2);
    await client.recommended('told', [initiative('told', '1000.00')]);
    await client.act('told', 3, { action: 'put-in-force', body: 'board' });
    await client.act('told', 3, { action: 'approve', body: 'board' });
    const { json } = await client.send<Record<string, unknown>>('GET', '/v1/proposals/told');
    const { id: _, stored: __, ...content } = json;
    await client.send('PUT', '/v1/proposals/told', content, 4);

    const rows = await store.database.query
      .selectFrom('audit_entries')
      .select(['seq', 'action', 'target', 'detail'])
      .where('seq', '>', since)
      .orderBy('seq')
      .execute();
    const codesIn = (detail: string) => (JSON.parse(detail).codes ?? []).join();
    expect(rows.map(({ action, target, detail }) => `${action} ${target} ${codesIn(detail)}`.trim())).toEqual(
      [
        'initiatives.create initiatives/idea',
        'initiatives.create.refused initiatives/idea id_taken',
        'initiatives.create.refused initiatives/lost area_unknown',
        'initiatives.update initiatives/idea',
        'initiatives.update.refused initiatives/idea version_conflict',
        'initiatives.delete initiatives/idea',
        'proposals.create proposals/told',
        'proposals.submit proposals/told',
        'proposals.recommend proposals/told',
        'proposals.put-in-force.refused proposals/told state_does_not_allow',
        'proposals.approve proposals/told',
        'proposals.update.refused proposals/told not_editable_now',
      ],
    );

    const verify = async () => {
      const env = {
        ...process.env,
        DATA_DIR: location.dataDirectory,
        ...(location.databaseUrl !== undefined && { DATABASE_URL: location.databaseUrl }),
      };
      const run = promisify(execFile)(process.execPath, [CLI], { env });
      const { stdout, stderr } = await run.catch((failed) => failed);
      return `${stdout}${stderr}`;
    };
    const last = rows.at(-1)?.seq ?? 0n;
    expect(await verify()).toContain(`${last} entries, unbroken`);
    // An intruder with all rights in the database takes a refusal out of the log.
    const on = location.databaseUrl === undefined ? '' : ' ON audit_entries';
    await sql.raw(`DROP TRIGGER audit_entries_no_delete${on}`).execute(store.database.query);
    const removed = rows.find(({ action }) => action === 'initiatives.update.refused')?.seq ?? 0n;
    await sql.raw(`DELETE FROM audit_entries WHERE seq = ${removed}`).execute(store.database.query);
    expect(await verify()).toContain(`entry ${removed} is broken: the entry is missing`);
    await app.close();
    await store.database.close();
  });
});
