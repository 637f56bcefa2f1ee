import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Result } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import { createOnce } from '../../store/idempotency.ts';
import { listResources, readHistory, readResource } from '../../store/resource-versions.ts';
import { createResource, updateResource } from '../../store/resources.ts';
import { type Store, write } from '../../store/write.ts';
import { runs } from '../settings/runs.ts';
import { describeOnEachEngine, openTestStore } from './engines.ts';

const KIND = 'scenarios';
const act = (action: string, id: string) => ({
  actor: 'local',
  action,
  target: `scenarios/${id}`,
  detail: {},
});
const version = (body: unknown, extra: object = {}) => ({
  body,
  state: 'draft',
  action: 'save',
  reason: 'a try',
  ...extra,
});
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusals[0]?.code);

const create = (store: Store, id: string, body: unknown) =>
  write(store, act('create', id), async (under) => {
    const created = await createResource(under, { kind: KIND, id, owner: 'local' }, version(body));
    return created.ok ? { ok: true, value: { value: created.value } } : created;
  });

const update = (store: Store, id: string, seen: bigint, body: unknown, extra: object = {}) =>
  write(store, act('update', id), async (under) => {
    const updated = await updateResource(under, { kind: KIND, id }, seen, version(body, extra));
    return updated.ok ? { ok: true, value: { value: updated.value } } : updated;
  });

/** What the store should hold, as plainly as can be said: every version of every id with the moment it was kept. */
class Model {
  readonly versions = new Map<string, { at: string; body: unknown; deleted: boolean }[]>();

  current(id: string, asOf = '9999'): { version: bigint; body: unknown } | undefined {
    const known = (this.versions.get(id) ?? []).filter(({ at }) => at <= asOf);
    const last = known.at(-1);
    return last === undefined || last.deleted
      ? undefined
      : { version: BigInt(known.length), body: last.body };
  }

  keep(id: string, version: { at: string; body: unknown; deleted: boolean }): void {
    this.versions.set(id, [...(this.versions.get(id) ?? []), version]);
  }

  answerTo(command: Command): string {
    const known = this.versions.get(command.id) ?? [];
    if (command.type === 'create') return known.length === 0 ? 'ok' : 'id_taken';
    if (this.current(command.id) === undefined) return 'not_found';
    return command.seen === BigInt(known.length) ? 'ok' : 'version_conflict';
  }

  list(asOf?: string): string[] {
    return [...this.versions.keys()].filter((id) => this.current(id, asOf) !== undefined).toSorted();
  }
}

const IDS = ['a', 'b', 'b-c', 'ba'];
const idArb = fc.constantFrom(...IDS);
const commandArb = fc.oneof(
  fc.record({ type: fc.constant('create' as const), id: idArb, body: fc.jsonValue() }),
  fc.record({
    type: fc.constant('update' as const),
    id: idArb,
    body: fc.jsonValue(),
    seen: fc.bigInt(1n, 4n),
  }),
  fc.record({
    type: fc.constant('delete' as const),
    id: idArb,
    body: fc.constant(null),
    seen: fc.bigInt(1n, 4n),
  }),
);

type Command = typeof commandArb extends fc.Arbitrary<infer C> ? C : never;

/** Does the command to the store and to the model, and gives the moment at which it was done. */
async function runOnBoth(store: Store, model: Model, command: Command): Promise<string> {
  const { type, id, body } = command;
  const deleted = type === 'delete';
  const expected = model.answerTo(command);
  const result =
    type === 'create'
      ? await create(store, id, body)
      : await update(store, id, command.seen, body, { deleted });
  expect(codeOf(result)).toBe(expected);
  const { at } = await store.database.query.selectFrom('audit_head').select('at').executeTakeFirstOrThrow();
  if (result.ok) model.keep(id, { at, body, deleted });
  return at;
}

/** The store lists and reads what the model holds as of the moment. */
async function expectSame({ database }: Store, model: Model, asOf: string | undefined): Promise<void> {
  const listed = await listResources(database.query, { kind: KIND, limit: 100, ...(asOf && { asOf }) });
  expect(listed.map(({ id }) => id)).toEqual(model.list(asOf));
  for (const id of IDS) {
    const read = await readResource(database.query, { kind: KIND, id }, asOf);
    const expected = model.current(id, asOf);
    expect(read && { version: read.version, body: read.body, hash: read.bodyHash }).toEqual(
      expected && { ...expected, hash: hashOf(expected.body) },
    );
  }
}

describeOnEachEngine('resources', (engine) => {
  it('behave as a list of versions does, now and as of every moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(commandArb, { maxLength: 25 }), async (commands) => {
        const store = await openTestStore(await engine().newLocation());
        const model = new Model();
        const moments: string[] = [];
        for (const command of commands) moments.push(await runOnBoth(store, model, command));
        for (const asOf of [undefined, ...moments]) await expectSame(store, model, asOf);
        await store.database.close();
      }),
      runs(10, 300),
    );
  });

  it('keep every version with who, when and why', async () => {
    const store = await openTestStore(await engine().newLocation());
    await create(store, 'a', { wage: '0.0310' });
    await update(store, 'a', 1n, { wage: '0.0400' }, { reason: 'KL raised its estimate' });
    const history = await readHistory(store.database.query, { kind: KIND, id: 'a' });
    expect(history.map(({ version, actor, reason, body }) => [version, actor, reason, body])).toEqual([
      [1n, 'local', 'a try', { wage: '0.0310' }],
      [2n, 'local', 'KL raised its estimate', { wage: '0.0400' }],
    ]);
    await store.database.close();
  });

  it('are paged in id order without losing or repeating one', async () => {
    const store = await openTestStore(await engine().newLocation());
    const ids = ['b', 'a-b', 'a', 'ab', 'c', 'B2'.toLowerCase(), 'a-a'];
    for (const id of ids) await create(store, id, { id });
    const seen: string[] = [];
    for (let after: string | undefined; ; after = seen.at(-1)) {
      const page = await listResources(store.database.query, {
        kind: KIND,
        limit: 2,
        ...(after && { after }),
      });
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
    }
    expect(seen).toEqual(ids.toSorted());
    await store.database.close();
  });

  it('accept one of many writers who saw the same version, and tell the others', async () => {
    const store = await openTestStore(await engine().newLocation());
    await create(store, 'a', { writer: 0 });
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, writer) => update(store, 'a', 1n, { writer })),
    );
    expect(results.map(codeOf).toSorted()).toEqual(['ok', ...Array(19).fill('version_conflict')]);
    await store.database.close();
  });
});

describeOnEachEngine('a repeated creation', (engine) => {
  const createWithKey = (store: Store, key: string, body: string, made: string[]) =>
    write(store, act('create', body), (under) =>
      createOnce(under, { key, requestHash: hashOf(body) }, async () => {
        made.push(body);
        return { ok: true, value: { status: 201, answer: JSON.stringify({ made: made.length }) } };
      }),
    );

  it('gets the same answer and is made and logged once', async () => {
    const store = await openTestStore(await engine().newLocation());
    const made: string[] = [];
    const answers = await Promise.all([1, 2, 3].map(() => createWithKey(store, 'k1', 'same', made)));
    expect(answers).toEqual(Array(3).fill({ ok: true, value: { status: 201, answer: '{"made":1}' } }));
    expect(made).toEqual(['same']);
    const entries = await store.database.query.selectFrom('audit_entries').selectAll().execute();
    expect(entries).toHaveLength(1);
    await store.database.close();
  });

  it('is refused when the key was used for something else', async () => {
    const store = await openTestStore(await engine().newLocation());
    const made: string[] = [];
    await createWithKey(store, 'k1', 'first', made);
    expect(codeOf(await createWithKey(store, 'k1', 'second', made))).toBe('idempotency_key_reused');
    expect(made).toEqual(['first']);
    await store.database.close();
  });
});
