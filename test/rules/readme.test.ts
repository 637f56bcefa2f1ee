import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OPERATORS } from '../../rules/operators.ts';
import { ruleSetSchema } from '../../rules/schema.ts';
import { FACTS } from '../../src/prioritisation/facts.ts';
import { buildRuleSet } from './read-rules.ts';

const readme = readFileSync(new URL('../../rules/README.md', import.meta.url), 'utf8');

/** The cells of each row of a table whose first heading is given. */
function table(heading: string): string[][] {
  const [, after = ''] = readme.split(`\n| ${heading} |`);
  const [rows = ''] = after.split('\n\n');
  const lines = rows.split('\n').slice(2);
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function quoted(text = ''): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);
}

it('the readme lists every fact with its type, in the order of the catalogue', () => {
  const listed = table('fact').map(([name, type]) => [...quoted(name), type]);
  expect(listed).toEqual(Object.entries(FACTS).map(([name, { type }]) => [name, type]));
});

it('the readme lists the operators that fit each type of fact', () => {
  for (const [type, operators] of table('type')) {
    const fitting = [...OPERATORS].filter(([, { facts }]) => facts.some((fact) => fact === type));
    expect(quoted(operators)).toEqual(fitting.map(([name]) => name));
  }
  expect(new Set(table('type').map(([type]) => type))).toEqual(
    new Set(Object.values(FACTS).map(({ type }) => type)),
  );
});

it('the readme shows a rule that can be read', () => {
  const [, after = ''] = readme.split('```json\n');
  const [json = ''] = after.split('```');
  expect(ruleSetSchema.safeParse(buildRuleSet([JSON.parse(json)])).error).toBeUndefined();
});
