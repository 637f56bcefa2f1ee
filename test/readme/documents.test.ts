import { access, glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { danishKroner } from '../../src/money/danish-figures.ts';
import { KRONER_FORM, oreFromKroner } from '../../src/money/ore.ts';
import { appOptions } from '../api/app-options.ts';
import { hasExcerpt, type WorkedExample, workedExamples } from './worked-examples.ts';

const documents = await Array.fromAsync(
  glob(['*.md', '{docs,data,verify,rules,scenarios}/**/*.md']),
  async (file) => ({ file, text: await readFile(file, 'utf8') }),
);
const examples = documents.flatMap(({ file, text }) =>
  workedExamples(text).map((example) => ({ file, ...example })),
);

let app: FastifyInstance;
let options: Awaited<ReturnType<typeof appOptions>>;
beforeAll(async () => {
  options = await appOptions((failure) => {
    throw failure;
  });
  app = await buildApp(await loadData(), options);
});
afterAll(async () => {
  await app.close();
  await options.remove();
});

describe('the documents', () => {
  it('show requests in the README and in the page on the two-way split', () => {
    const files = new Set(examples.map(({ file }) => file));
    expect(files).toContain('README.md');
    expect(files).toContain('docs/decisions/how-are-rows-and-columns-both-exact.md');
  });

  it.each(examples)('$file: $method $url answers as shown', async (example) => {
    expect(hasExcerpt(await answerTo(example), example.answer)).toBe(true);
  });

  it('name no amount in the README that the program does not give', async () => {
    const readme = examples.filter(({ file }) => file === 'README.md');
    const agreement = { method: 'GET', url: '/v1/agreements/k98-example' } as const;
    const answers = await Promise.all([...readme, agreement].map(answerTo));
    const given = new Set(answers.flatMap(amountsIn));
    const text = documents.find(({ file }) => file === 'README.md')?.text ?? '';
    const named = [...text.matchAll(/\b\d{1,3}(?:\.\d{3})*,\d{2}\b(?! %)/g)].map(
      ([amount]) => `${amount} kr.`,
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((amount) => !given.has(amount))).toEqual([]);
  });

  it.each(documents)('$file leads only to files and commands that are there', async ({ file, text }) => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target);
    await Promise.all(links.map((target) => access(join(dirname(file), target))));
    const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(scripts));
  });
});

async function answerTo({ method, url, body }: Omit<WorkedExample, 'answer'>): Promise<unknown> {
  const answer = await app.inject({
    method,
    url,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, payload: body }),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

/** Every amount in an answer, as Danish readers see it. */
function amountsIn(value: unknown): string[] {
  if (typeof value === 'string') return KRONER_FORM.test(value) ? [danishKroner(oreFromKroner(value))] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(amountsIn) : [];
}
