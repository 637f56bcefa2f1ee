import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnusableFile } from '../../data/unusable-file.ts';
import { loadScenarios } from '../../scenarios/load-scenarios.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenarios-'));
});
afterEach(() => rm(folder, { recursive: true }));

function scenarioText(id: string, scenario: Record<string, unknown> = {}): string {
  const title = { da: 'Titel', en: 'Title' };
  return JSON.stringify({
    id,
    title,
    explanation: title,
    scenario: { agreement: 'k98-example', years: { from: 2026, to: 2027 }, changes: [], ...scenario },
    expected: [{ year: 2026, figure: 'agreementPrice', equals: '1.00' }],
  });
}

/** What is wrong with a folder that holds these files. */
async function errorOf(files: Record<string, string>): Promise<UnusableFile> {
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  const error: unknown = await loadScenarios(folder).catch((reason: unknown) => reason);
  if (!(error instanceof UnusableFile)) throw new Error(`the folder was refused, not: ${String(error)}`);
  return error;
}

describe('a folder of scenarios', () => {
  it('is read in the order of the file names; other files are left alone', async () => {
    await writeFile(join(folder, 'b.json'), scenarioText('first'));
    await writeFile(join(folder, 'a.json'), scenarioText('second', { basedOn: 'first' }));
    await writeFile(join(folder, 'README.md'), 'no scenario');
    expect((await loadScenarios(folder)).map(({ id }) => id)).toEqual(['second', 'first']);
  });

  it.each<[string, Record<string, string>, string, string, (string | number)[]]>([
    ['is no JSON', { 'a.json': '{' }, 'a.json', 'json_malformed', []],
    [
      'has a float for money',
      { 'a.json': scenarioText('a').replace('"1.00"', '1.5') },
      'a.json',
      'money_form',
      ['expected', 0, 'equals'],
    ],
    [
      'has a change of an unknown type',
      { 'a.json': scenarioText('a', { changes: [{ type: 'set-nothing' }] }) },
      'a.json',
      'kind_unknown',
      ['scenario', 'changes', 0, 'type'],
    ],
    [
      'has the id of another',
      { 'a.json': scenarioText('same'), 'b.json': scenarioText('same') },
      'b.json',
      'duplicate_scenario',
      ['id'],
    ],
    [
      'builds on nothing',
      { 'a.json': scenarioText('a', { basedOn: 'missing' }) },
      'a.json',
      'scenario_unknown',
      ['scenario', 'basedOn'],
    ],
    [
      'builds on itself in the end',
      { 'a.json': scenarioText('a', { basedOn: 'b' }), 'b.json': scenarioText('b', { basedOn: 'a' }) },
      'a.json',
      'based_on_cycle',
      ['scenario', 'basedOn'],
    ],
    [
      'builds on a scenario of another agreement',
      { 'a.json': scenarioText('a', { basedOn: 'b' }), 'b.json': scenarioText('b', { agreement: 'other' }) },
      'a.json',
      'agreement_differs',
      ['scenario', 'basedOn'],
    ],
  ])('names file, pointer and remedy when one %s', async (_, files, name, code, path) => {
    const error = await errorOf(files);
    expect(error.file).toBe(join(folder, name));
    expect(error.errors).toMatchObject([{ code, path }]);
    expect(error.message).toContain(name);
    expect(error.errors[0]?.remedy.da).not.toBe('');
  });
});
