import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { EXAMPLES } from '../../api/examples/examples.ts';
import { loadData } from '../../api/load-data.ts';
import { shortened } from './shortened.ts';

const run = promisify(execFile);

/** With what is shipped and nothing else: that is what the examples speak of. */
const app = await buildApp(await loadData(), { report: console.error });
afterAll(() => app.close());

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, unknown>> }>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const description = (await app.inject('/openapi.json')).json() as {
  readonly openapi: string;
  readonly paths: Paths;
};
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

describe('GET /openapi.json', () => {
  it('is OpenAPI 3.1 without a single error or warning of @redocly/cli', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'k98-openapi-'));
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(description));
    const cli = new URL('../../node_modules/.bin/redocly', import.meta.url).pathname;
    const lint = await run(cli, ['lint', file, '--extends=recommended-strict', '--format=json'], {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    }).catch((failed: { stdout: string }) => failed);
    await rm(folder, { recursive: true });
    expect(JSON.parse(lint.stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 }, problems: [] });
  });

  it('describes each operation once, with id, summary, tag, problems and an example', () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
    for (const { summary, tags, responses } of operations) {
      expect(summary).not.toBe('');
      expect(tags).toHaveLength(1);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '406', '500']));
      expect(responses['200']?.content['application/json']).toHaveProperty('examples.example.value');
    }
  });
});

describe('the examples of the description are true', () => {
  it.each(Object.entries(EXAMPLES))(
    '%s answers the example request as it says',
    async (operationId, example) => {
      const { method, url, body } = example.request;
      const response = await app.inject({
        method: method as 'GET' | 'POST',
        url,
        ...(body === undefined ? {} : { payload: body as object }),
      });
      expect(response.statusCode).toBe(200);
      const written = { request: example.request, answer: shortened(response.json()) };
      await expect(`${JSON.stringify(written, undefined, 2)}\n`).toMatchFileSnapshot(
        `../../api/examples/${operationId}.json`,
      );
    },
  );
});

describe('GET /docs', () => {
  it('shows the description in a browser', async () => {
    const page = await app.inject('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('swagger-ui');
  });
});
