import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replacedAt } from './json-pointer.ts';
import { smallCase } from './small-answer.ts';

const CLI = join(import.meta.dirname, '../../verify/cli.ts');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  await writeFile(join(folder, 'good.json'), JSON.stringify(smallCase));
  await writeFile(
    join(folder, 'bad.json'),
    JSON.stringify(replacedAt(smallCase, '/result/years/0/pool', '1.00')),
  );
  await writeFile(join(folder, 'odd.json'), JSON.stringify({ ...smallCase, agreement: {} }));
  await writeFile(join(folder, 'text.json'), 'not JSON');
});

afterAll(() => rm(folder, { recursive: true }));

function audit(...files: string[]) {
  const { status, stdout, stderr } = spawnSync(execPath, [CLI, ...files], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('an answer that is right is accepted with exit code 0', () => {
  const { status, stdout } = audit('good.json');
  expect(stdout).toMatch(/^good\.json: accepted: \d+ figures checked\n$/);
  expect(status).toBe(0);
});

test('an answer that is wrong is refused with exit code 1 and a line for each finding', () => {
  const { status, stdout } = audit('good.json', 'bad.json');
  expect(stdout).toContain('bad.json: refused: 2 findings');
  expect(stdout).toContain('  /years/0/pool: expected "135.82", found "1.00" (prioritisation pool');
  expect(status).toBe(1);
});

test.each([
  ['odd.json', 'odd.json: unusable: /agreement: the field "components" is missing'],
  ['text.json', 'text.json: unusable: '],
  ['missing.json', 'missing.json: unusable: ENOENT'],
])('%s cannot be audited: exit code 2 and the reason', (file, reason) => {
  const { status, stderr } = audit('bad.json', file);
  expect(stderr).toContain(reason);
  expect(status).toBe(2);
});

test('without a file the usage is shown', () => {
  expect(audit()).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: npm run verify') });
});
