import type { OpenAPIV3_1 } from 'openapi-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Claims, identityFrom } from '../../api/access/claims.ts';
import { EXAMPLES } from '../../api/examples/examples.ts';
import { type Belonging, permits, type Right } from '../../src/access/permissions.ts';
import { accepted } from '../../src/refusal.ts';
import { createResource } from '../../store/resources.ts';
import { write } from '../../store/write.ts';
import { CLAIMS, guardedApp } from './guarded-app.ts';

/** Somebody for each office, somebody for two that reach differently far, and somebody without any. */
const PEOPLE: Readonly<Record<string, object>> = {
  reader: { roles: ['reader'] },
  'finance-officer': { roles: ['finance-officer'], municipality: '0101' },
  'council-member': { roles: ['council-member'], bodies: ['portfolio-council-children-and-schools'] },
  'board-member': { roles: ['board-member'], bodies: ['board'] },
  operator: { roles: ['operator'] },
  auditor: { roles: ['auditor'] },
  'auditor who sits in a council': {
    roles: ['auditor', 'council-member'],
    bodies: ['portfolio-council-children-and-schools'],
  },
  nobody: {},
};

/** What is looked up by an id and belongs to nobody: who has the right has it to each of them. */
const BELONG_TO_NOBODY = ['accessions', 'agreements', 'results', 'rule-sets', 'api-keys'];

/** What belongs to somebody without being a kept thing; test/invoicing/invoice-access.test.ts says whose it is. */
const OF_THEIR_OWN = ['invoices'];

const { app, store, token } = await guardedApp(PEOPLE);

/** An operation as OpenAPI describes it, with what the table needs to know. */
interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Undefined: everybody who is known. */
  readonly right: Right | undefined;
  readonly isOpen: boolean;
  /** The kind of kept thing that the path leads to one of. */
  readonly stored: string | undefined;
}

const { paths = {}, components } = app.swagger() as OpenAPIV3_1.Document;

const OPERATIONS: readonly Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods ?? {}).map(([method, described]) => {
    const { operationId: id = '', security = [] } = described as OpenAPIV3_1.OperationObject;
    const [way] = security;
    return {
      id,
      method: method.toUpperCase() as Operation['method'],
      path,
      right: way?.bearer?.[0] as Right | undefined,
      isOpen: way === undefined,
      stored: path.includes('{') ? storedKind(path) : undefined,
    };
  }),
);

/** The kind of the things at `/v1/kind/{id}`, if whoever reads one is told whose it is. */
function storedKind(path: string): string | undefined {
  const kind = path.split('/')[2] ?? '';
  const answer = paths[`/v1/${kind}/{id}`]?.get?.responses?.['200'];
  const media =
    answer !== undefined && 'content' in answer ? answer.content?.['application/json'] : undefined;
  const reference = media?.schema !== undefined && '$ref' in media.schema ? media.schema.$ref : '';
  const schema = components?.schemas?.[reference.split('/').at(-1) ?? ''];
  return schema?.properties?.stored === undefined ? undefined : kind;
}

function readRight(kind: string): Right | undefined {
  return OPERATIONS.find(({ method, path }) => method === 'GET' && path === `/v1/${kind}/{id}`)?.right;
}

/** Whose a thing can be, seen from somebody. */
const BELONGINGS = {
  "one's own": (subject: string) => ({ owner: subject, isShared: false }),
  "one's municipality's or council's": (_: string, unit: string | undefined) => ({
    owner: 'user:colleague',
    ...(unit !== undefined && { unit }),
    isShared: false,
  }),
  "somebody else's": () => ({ owner: 'user:stranger', unit: '0147', isShared: false }),
  "somebody else's, shared": () => ({ owner: 'user:stranger', unit: '0147', isShared: true }),
} satisfies Record<string, (subject: string, unit: string | undefined) => Belonging>;

let seeds = 0;

/** Keeps a thing of that belonging, with the content of the kind's own example. */
async function seed(kind: string, { owner, unit, isShared }: Belonging): Promise<string> {
  const id = `seed-${++seeds}`;
  // What is kept beside an agreement is in force at once: these are beside one that nobody has published.
  const beside = ['bodies', 'index-vintages'].includes(kind) && { agreement: 'not-published' };
  const content = { ...exampleOf(kind), ...beside };
  const act = { actor: owner, action: `${kind}.create`, target: `${kind}/${id}`, detail: {} };
  await write(store, act, async (under) => {
    const version = { body: { ...content, shared: isShared }, state: 'draft', action: 'create', reason: '' };
    await createResource(under, { kind, id, owner, ...(unit !== undefined && { unit }) }, version);
    return accepted({ value: id });
  });
  return id;
}

function exampleOf(kind: string): object {
  const making = OPERATIONS.find(({ method, path }) => method === 'POST' && path === `/v1/${kind}`);
  const {
    id: _,
    reason: __,
    ...content
  } = { ...(EXAMPLES[making?.id ?? '']?.request.body as object | undefined) } as {
    id?: string;
    reason?: string;
  };
  // A run that others have overtaken: it can be asked for, and is not issued.
  const overtaken = kind === 'invoice-runs' && { issuedUpTo: -1 };
  const computed = settledIn(making?.id ?? '');
  return computed === undefined ? content : { ...content, computed: { ...computed, ...overtaken } };
}

/** What is settled when a thing of a kind is made, for the kinds that have such a part. */
function settledIn(operation: string): object | undefined {
  return (EXAMPLES[operation]?.answer as { computed?: object } | undefined)?.computed;
}

/** The status of the operation's own example, sent by somebody, to the seeded thing if there is one. */
async function ask(operation: Operation, person: string | undefined, seeded?: string) {
  const { url, headers = {}, body } = EXAMPLES[operation.id]?.request ?? { url: '' };
  const response = await app.inject({
    method: operation.method,
    url: seeded === undefined ? url : operation.path.replace(/\{\w+\}/, seeded),
    headers: {
      ...headers,
      ...(headers['if-match'] !== undefined && { 'if-match': '"1"' }),
      ...(person !== undefined && { authorization: `Bearer ${await token(person)}` }),
    },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  expect(response.statusCode, response.body).toBeLessThan(500);
  const codes =
    response.statusCode >= 400 ? response.json().errors.map(({ code }: { code: string }) => code) : [];
  return { status: response.statusCode, codes };
}

/** Makes what the settled parts of seeded things name: it is kept once, when the first of them is made. */
beforeAll(async () => {
  const makers = OPERATIONS.filter(
    ({ id, path, method }) => method === 'POST' && !path.includes('{') && settledIn(id) !== undefined,
  );
  expect(makers.length).toBeGreaterThan(1);
  for (const maker of makers) {
    const isMade = async (person: string) => [200, 201].includes((await ask(maker, person)).status);
    for (const person of Object.keys(PEOPLE)) if (await isMade(person)) break;
  }
});

/** What access control makes of it: the sender is unknown, lacks the right, is shown nothing, or is let through. */
function outcome({ status, codes }: { status: number; codes: string[] }): string {
  if (status === 401) return 'unknown';
  if (codes.includes('right_missing')) return 'no right';
  return status === 404 ? 'nothing there' : 'let through';
}

describe('every operation', () => {
  it('says in its description which right it takes, or that it asks nobody', () => {
    expect(OPERATIONS.length).toBeGreaterThan(20);
    expect(OPERATIONS.filter(({ isOpen }) => isOpen).map(({ id }) => id)).toEqual([
      'getHealth',
      'getReadiness',
    ]);
    expect(
      OPERATIONS.filter(({ right, isOpen }) => right === undefined && !isOpen).map(({ id }) => id),
    ).toEqual(['getMe']);
  });

  it('that leads to one thing is either about a kept thing or about what belongs to nobody', () => {
    const others = OPERATIONS.filter(({ path, stored }) => path.includes('{') && stored === undefined);
    const kinds = others.map(({ path }) => path.split('/')[2] ?? '');
    expect(kinds.filter((kind) => ![...BELONG_TO_NOBODY, ...OF_THEIR_OWN].includes(kind))).toEqual([]);
  });

  it.each(OPERATIONS)('$method $path lets nobody through who does not say who it is', async (operation) => {
    expect(outcome(await ask(operation, undefined))).toBe(operation.isOpen ? 'let through' : 'unknown');
  });
});

describe.each(Object.keys(PEOPLE))('%s', (person) => {
  const identity = identityFrom({ sub: person, ...PEOPLE[person] } as Claims, CLAIMS);
  const unit = identity.municipality ?? (identity.bodies === 'all' ? undefined : identity.bodies[0]);
  const has = (right: Right | undefined, whose?: Belonging) =>
    right === undefined || permits(identity, right, whose);
  const general = OPERATIONS.filter(({ stored }) => stored === undefined);
  const particular = OPERATIONS.filter(({ stored }) => stored !== undefined).flatMap((operation) =>
    Object.entries(BELONGINGS).map(([whose, belonging]) => ({
      ...operation,
      whose,
      belonging: belonging(identity.subject, unit),
    })),
  );

  it.each(general)('$method $path', async (operation) => {
    const answered = outcome(await ask(operation, person));
    if (has(operation.right)) expect(['let through', 'nothing there']).toContain(answered);
    else expect(answered).toBe('no right');
  });

  it.each(particular)('$method $path of $whose', async ({ belonging, ...operation }) => {
    const kind = operation.stored ?? '';
    const answered = outcome(await ask(operation, person, await seed(kind, belonging)));
    if (!has(operation.right)) expect(answered).toBe('no right');
    else if (!has(readRight(kind), belonging)) expect(answered).toBe('nothing there');
    else expect(answered).toBe(has(operation.right, belonging) ? 'let through' : 'no right');
  });

  it('finds in lists what may be read, and nothing else', async () => {
    const lists = OPERATIONS.filter(
      ({ method, path }) =>
        method === 'GET' && storedKind(`${path}/{id}`) !== undefined && path.split('/').length === 3,
    );
    expect(lists.length).toBeGreaterThan(2);
    for (const { path, right } of lists.filter((list) => has(list.right))) {
      const kind = path.split('/')[2] ?? '';
      const owned = Object.values(BELONGINGS).map((belonging) => belonging(identity.subject, unit));
      const kept = await Promise.all(owned.map(async (whose) => ({ id: await seed(kind, whose), whose })));
      const listed = await idsIn(path, person);
      const expected = kept.filter(({ whose }) => has(right, whose)).map(({ id }) => id);
      expect(kept.map(({ id }) => id).filter((id) => listed.has(id))).toEqual(expected);
    }
  });
});

async function idsIn(path: string, person: string): Promise<Set<string>> {
  const ids = new Set<string>();
  const headers = { authorization: `Bearer ${await token(person)}` };
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const url = `${path}?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page = (await app.inject({ url, headers })).json() as {
      items: { id: string }[];
      nextCursor?: string;
    };
    for (const { id } of page.items) ids.add(id);
    cursor = page.nextCursor;
  }
  return ids;
}
