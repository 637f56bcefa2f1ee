import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import type { Store } from '../../store/write.ts';
import { runs } from '../settings/runs.ts';
import { describeOnEachEngine, openTestStore } from '../store/engines.ts';
import { type Command, commandArb, type Expected, StoredModel } from './stored-model.ts';

const PATH = '/v1/initiatives';
const data = { ...(await loadData()), scenarios: [], portfolios: [] };

interface Page {
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly stored: { readonly version: number };
  }[];
  readonly nextCursor?: string;
}

/** The interface and the model of it, and the moments at which something was done so far. */
class BothSides {
  readonly model = new StoredModel();
  readonly moments: string[] = [];
  readonly #app: FastifyInstance;
  readonly #store: Store;

  constructor(app: FastifyInstance, store: Store) {
    this.#app = app;
    this.#store = store;
  }

  async run(command: Command): Promise<void> {
    await this.#answer(command);
    const head = this.#store.database.query.selectFrom('audit_head').select('at');
    this.moments.push((await head.executeTakeFirstOrThrow()).at);
  }

  #answer(command: Command): Promise<void> {
    switch (command.type) {
      case 'create':
        return this.#create(command);
      case 'replace':
        return this.#replace(command);
      case 'remove':
        return this.#remove(command);
      case 'read':
        return this.read(command.id, this.#momentOf(command.moment));
      case 'list':
        return this.list(command.limit, this.#momentOf(command.moment));
    }
  }

  async #create(creation: Extract<Command, { type: 'create' }>): Promise<void> {
    const { id, title, key } = creation;
    const expected = this.model.creation(creation);
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    const answer = await this.#send('POST', PATH, headers, { id, ...content(title) });
    expectAnswer(answer, expected);
    if (expected.version === undefined) return;
    this.model.keep(id, { at: answer.json().stored.at, title, deleted: false });
    this.model.remember(creation, answer.body);
  }

  async #replace({ id, title, seen }: Extract<Command, { type: 'replace' }>): Promise<void> {
    const expected = this.model.change(id, seen, 200);
    const answer = await this.#send('PUT', `${PATH}/${id}`, ifMatch(seen), content(title));
    expectAnswer(answer, expected);
    if (expected.status === 200) this.model.keep(id, { at: answer.json().stored.at, title, deleted: false });
  }

  async #remove({ id, seen }: Extract<Command, { type: 'remove' }>): Promise<void> {
    const expected = this.model.change(id, seen, 204);
    expectAnswer(await this.#send('DELETE', `${PATH}/${id}`, ifMatch(seen)), expected);
    if (expected.status !== 204) return;
    const newest = this.#store.database.query.selectFrom('audit_head').select('at');
    const { at } = await newest.executeTakeFirstOrThrow();
    this.model.keep(id, { at, title: '', deleted: true });
  }

  async read(id: string, asOf: string | undefined): Promise<void> {
    const current = this.model.current(id, asOf);
    const query = asOf === undefined ? '' : `?asOf=${asOf}`;
    const answer = await this.#send('GET', `${PATH}/${id}${query}`);
    expectAnswer(
      answer,
      current === undefined ? { status: 404, code: 'initiative_unknown' } : { status: 200, ...current },
    );
    if (current !== undefined) expect(answer.headers.etag).toBe(`"${current.version}"`);
  }

  /** Every page is as long as it may be, and together they are the list, each thing once. */
  async list(limit: number, asOf: string | undefined): Promise<void> {
    const expected = this.model.list(asOf);
    const listed: Page['items'][number][] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const more = `${cursor && `&cursor=${cursor}`}${asOf === undefined ? '' : `&asOf=${asOf}`}`;
      const page: Page = (await this.#send('GET', `${PATH}?limit=${limit}${more}`)).json();
      listed.push(...page.items);
      expect(page.items).toHaveLength(Math.min(limit, expected.length - listed.length + page.items.length));
      cursor = page.nextCursor;
    }
    expect(listed.map(({ id }) => id)).toEqual(expected);
    expect(listed.map(({ title, stored: { version } }) => ({ version, title }))).toEqual(
      expected.map((id) => this.model.current(id, asOf)),
    );
  }

  #momentOf(place: number | undefined): string | undefined {
    return place === undefined ? undefined : this.moments[place % Math.max(1, this.moments.length)];
  }

  #send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, headers = {}, payload?: object) {
    return this.#app.inject({ method, url, headers, ...(payload && { payload }) });
  }
}

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;

function expectAnswer(answer: Answer, { status, code, version, title, text }: Expected): void {
  expect(answer.statusCode).toBe(status);
  if (text !== undefined) expect(answer.body).toBe(text);
  if (code !== undefined) expect(answer.json().errors[0].code).toBe(code);
  if (version === undefined) return;
  const kept = code === undefined ? answer.json() : answer.json().current;
  expect({ version: kept.stored.version, title: kept.title }).toEqual({ version, title });
}

function ifMatch(seen: number | undefined): Record<string, string> {
  return seen === undefined ? {} : { 'if-match': `"${seen}"` };
}

function content(title: string): object {
  const costs = [{ year: 2027, amount: '1000.00' }];
  return {
    agreement: 'k98-example',
    title,
    area: 'children-and-schools',
    target: 'new',
    costs,
    priceLevel: 2026,
  };
}

describeOnEachEngine('kept things over HTTP', (engine) => {
  it('behave as a list of versions does: If-Match, Idempotency-Key, pages and asOf', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(commandArb, { minLength: 5, maxLength: 30 }), async (commands) => {
        const store = await openTestStore(await engine().newLocation());
        const report = (failure: unknown) => {
          throw failure;
        };
        const app = await buildApp(data, { report, store });
        const both = new BothSides(app, store);
        for (const command of commands) await both.run(command);
        for (const asOf of [undefined, ...both.moments.slice(-5)]) {
          await both.list(2, asOf);
          await both.read('a', asOf);
        }
        await app.close();
        await store.database.close();
      }),
      runs(6, 200),
    );
  });
});
