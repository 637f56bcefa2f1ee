import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { EXAMPLES, type Example } from '../../api/examples/examples.ts';
import { loadData } from '../../api/load-data.ts';
import { appOptions } from './app-options.ts';
import { shortened } from './shortened.ts';

const run = promisify(execFile);

/** With what is shipped and nothing else: that is what the examples speak of. */
const options = await appOptions(console.error);
const app = await buildApp(await loadData(), options);
afterAll(async () => {
  await app.close();
  await options.remove();
});

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, unknown>> }>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** Operations that answer no JSON: a text that differs from moment to moment, and a workbook. */
const NO_JSON = ['getMetrics', 'getScenarioWorkbook', 'streamSweepPoints'];

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
    for (const { operationId, summary, tags, responses } of operations) {
      expect(summary).not.toBe('');
      expect(tags).toHaveLength(1);
      const { status = 200 } = EXAMPLES[operationId] ?? {};
      expect(Object.keys(responses)).toEqual(expect.arrayContaining([String(status), '406', '500']));
      if (status !== 204 && !NO_JSON.includes(operationId))
        expect(responses[status]?.content['application/json']).toHaveProperty('examples.example.value');
    }
  });
});

const send = ({ method, url, headers = {}, body }: Example['request']) =>
  app.inject({
    method: method as 'GET' | 'POST' | 'PUT' | 'DELETE',
    url,
    headers,
    ...(body === undefined ? {} : { payload: body as object }),
  });

describe('the examples of the description are true', () => {
  it.each(Object.entries(EXAMPLES))(
    '%s answers the example request as it says',
    async (operationId, example) => {
      for (const step of example.before ?? []) await send(step);
      const status = example.status ?? 200;
      const response = await send(example.request);
      expect(response.statusCode).toBe(status);
      const hasJson = status !== 204 && !NO_JSON.includes(operationId);
      const answer = hasJson ? shortened(response.json()) : null;
      const written = { ...example, answer };
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
