import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnusableFile } from '../../data/unusable-file.ts';
import { loadRuleSet, loadRuleSets } from '../../rules/load-rule-sets.ts';
import { buildRule, buildRuleSet, governanceDocument } from './read-rules.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, document: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(document, null, 2));
  return file;
}

async function errorOf(promise: Promise<unknown>): Promise<UnusableFile> {
  const reason = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(reason instanceof UnusableFile)) throw new Error('the file was not refused as unusable');
  return reason;
}

describe('loading rule files', () => {
  it('reads the shipped rules', async () => {
    const shipped = await loadRuleSets(fileURLToPath(new URL('../../rules/', import.meta.url)));
    expect(shipped.map(({ document }) => document)).toEqual([governanceDocument()]);
    expect(shipped.map(({ ruleSet }) => ruleSet.rules.length)).toEqual([16]);
  });

  it('names file, line, pointer and remedy of what cannot be evaluated', async () => {
    const conditions = { all: [{ fact: 'weather', operator: 'equal', value: 'fine' }] };
    const file = await write('wrong.rules.json', buildRuleSet([buildRule('a', 1, { conditions })]));
    const error = await errorOf(loadRuleSet(file));
    expect(
      error.errors.map(({ code, path, place }) => [code, path.join('/'), place?.line !== undefined]),
    ).toEqual([['unknown_fact', 'rules/0/conditions/all/0/fact', true]]);
    expect(error.message).toContain(file);
    expect(error.message).toContain('Faktummet "weather" findes ikke.');
  });

  it('names what has not the form of a rule set', async () => {
    const file = await write('wrong.rules.json', { ...buildRuleSet([]), rules: 'none' });
    expect((await errorOf(loadRuleSet(file))).errors.map(({ code }) => code)).toEqual(['list_expected']);
  });

  it('refuses two files with one id, and leaves other files alone', async () => {
    await write('a.rules.json', buildRuleSet([]));
    await write('notes.json', { anything: true });
    expect(await loadRuleSets(folder)).toHaveLength(1);
    await write('b.rules.json', buildRuleSet([]));
    const error = await errorOf(loadRuleSets(folder));
    expect(error.file).toBe(join(folder, 'b.rules.json'));
    expect(error.errors.map(({ code }) => code)).toEqual(['duplicate_rule_set']);
  });
});
