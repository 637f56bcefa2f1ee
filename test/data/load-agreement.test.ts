import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadAgreement } from '../../data/load-agreement.ts';
import { loadAgreements } from '../../data/load-agreements.ts';
import { UnusableFile } from '../../data/unusable-file.ts';
import { pointerTo } from '../../src/pointer.ts';
import { hashOf } from '../../src/result-hash.ts';
import { type Change, changed } from './changed.ts';

const example = fileURLToPath(new URL('../../data/k98-example.agreement.json', import.meta.url));
const text = readFileSync(example, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'k98-agreement-'));
const file = join(folder, 'own.agreement.json');

afterAll(() => rmSync(folder, { recursive: true }));

async function failureOf(content: string): Promise<UnusableFile> {
  writeFileSync(file, content);
  const failure = await loadAgreement(file).catch((error: unknown) => error);
  if (!(failure instanceof UnusableFile)) throw new Error(`loaded or failed otherwise: ${String(failure)}`);
  return failure;
}

function broken(...changes: Change[]): string {
  return JSON.stringify(changes.reduce(changed, JSON.parse(text)), null, 2);
}

/** Line (counted from 1) of the first line of a text that contains a part. */
function lineWith(content: string, part: string): number {
  return content.split('\n').findIndex((line) => line.includes(part)) + 1;
}

describe('loadAgreement', () => {
  it('loads the example in canonical order, with the hash of the canonical document', async () => {
    const { document, agreement, hash } = await loadAgreement(example);
    expect(agreement.agreement).toBe('k98-example');
    expect(document).not.toHaveProperty('$schema');
    expect(agreement.solutions.map(({ solution }) => solution)).toEqual(
      document.solutions.map(({ solution }) => solution),
    );
    expect(hash).toBe(hashOf(document));
  });

  it('gives the same hash for a file that is sorted otherwise', async () => {
    const { solutions, municipalities } = JSON.parse(text);
    writeFileSync(
      file,
      broken(['solutions', solutions.toReversed()], ['municipalities', municipalities.toReversed()]),
    );
    expect((await loadAgreement(file)).hash).toBe((await loadAgreement(example)).hash);
  });

  it('gives another hash when one øre is moved', async () => {
    writeFileSync(file, broken(['solutions', 0, 'basePrices', 0, 'amount', '30740000.01']));
    expect((await loadAgreement(file)).hash).not.toBe((await loadAgreement(example)).hash);
  });

  it('reads a file that an editor has put a byte order mark in', async () => {
    writeFileSync(file, `\uFEFF${text}`);
    expect((await loadAgreement(file)).agreement.agreement).toBe('k98-example');
  });
});

/** What is broken in the example file, the errors' codes with pointers, and a part of the line they are on. */
const BROKEN: [what: string, change: Change, error: string, line: string][] = [
  [
    'money as a number',
    ['solutions', 3, 'basePrices', 0, 'amount', 2100000.5],
    'money_form /solutions/3/basePrices/0/amount',
    '2100000.5',
  ],
  ['a rate as a number', ['efficiency', 0, 'rate', 0.01], 'rate_form /efficiency/0/rate', '"rate": 0.01'],
  ['a field left out', ['baseYear', undefined], 'field_missing /baseYear', '{'],
  [
    'a misspelt field',
    ['solutions', 5, 'reservedshare', '0.25'],
    'field_unknown /solutions/5/reservedshare',
    '"reservedshare"',
  ],
  ['an unknown area', ['solutions', 0, 'area', 'libraries'], 'unknown_area /solutions/0/area', '"libraries"'],
  [
    'an unknown municipality in a key',
    ['solutions', 2, 'key', 'weights', '0411', '1'],
    'unknown_municipality /solutions/2/key/weights/0411',
    '"0411"',
  ],
  [
    'a population as text',
    ['municipalities', 7, 'population', '40000'],
    'count_form /municipalities/7/population',
    '"40000"',
  ],
];

describe('loadAgreement rejects', () => {
  it.each(BROKEN)('%s, with code, pointer and line', async (_what, change, error, line) => {
    const content = broken(change);
    const { errors } = await failureOf(content);
    expect(errors.map(({ code, path }) => `${code} ${pointerTo(path)}`)).toEqual([error]);
    expect(errors[0]?.place?.line).toBe(lineWith(content, line));
  });

  it.each([
    ['nothing', '', { line: 1, column: 1 }],
    ['a comma too many', '{\n  "agreement": "own",\n}', { line: 3, column: 1 }],
    ['a bracket missing', '{\n  "solutions": [1, 2', { line: 2, column: 20 }],
    ['a comment', '{\n  // mine\n}', { line: 2, column: 3 }],
    ['a number that JSON does not know', '{ "baseYear": NaN }', { line: 1, column: 15 }],
    ['a line break within a text', '{ "title": "K98\n" }', { line: 1, column: 16 }],
  ])('a file that is not JSON: %s', async (_what, content, place) => {
    expect((await failureOf(content)).errors).toMatchObject([{ code: 'json_malformed', path: [], place }]);
  });

  it('a field that an object names twice, which JSON would pass over', async () => {
    const content = text.replace('"baseYear": 2025,', '"baseYear": 2025,\n  "baseYear": 2026,');
    expect((await failureOf(content)).errors).toMatchObject([
      {
        code: 'json_field_twice',
        path: ['baseYear'],
        place: { line: lineWith(content, '2026,'), column: 3 },
      },
    ]);
  });

  it('a field named twice in an object within a list', async () => {
    const errors = (await failureOf('{ "areas": [{ "area": "a" }, { "area": "b", "area": "c" }] }')).errors;
    expect(errors).toMatchObject([{ code: 'json_field_twice', path: ['areas', 1, 'area'] }]);
  });

  it('a file that is not there', async () => {
    const failure = await loadAgreement(join(folder, 'none.json')).catch((error: unknown) => error);
    expect(failure).toMatchObject({ errors: [{ code: 'file_unreadable' }] });
    expect(String(failure)).toContain('ENOENT');
  });

  it('with every error, each with file, place, pointer, code and remedy in both languages', async () => {
    const content = broken(['baseYear', '2025'], ['efficiency', 0, 'rate', 0.01]);
    const { message } = await failureOf(content);
    expect(message.split('\n')).toEqual([
      `${file}:${lineWith(content, '"baseYear"')}:3 /baseYear (year_form)`,
      '  da: Et år er et helt tal fra 2000 til 2100. Modtaget: "2025". Skriv året uden anførselstegn, for eksempel 2026.',
      '  en: A year is a whole number from 2000 to 2100. Received: "2025". Write the year without quotes, for example 2026.',
      `${file}:${lineWith(content, '"rate": 0.01')}:7 /efficiency/0/rate (rate_form)`,
      '  da: En sats, en andel eller en vægt skrives som tekst: et decimaltal med punktum og højst 18 decimaler. Modtaget: 0.01. Skriv for eksempel "0.0275" for 2,75 %: i anførselstegn og uden eksponent.',
      '  en: A rate, a share or a weight is written as text: a decimal with a point and at most 18 decimals. Received: 0.01. Write for example "0.0275" for 2.75 %: in quotes and without an exponent.',
    ]);
  });
});

describe('loadAgreements', () => {
  const shelf = mkdtempSync(join(tmpdir(), 'k98-agreements-'));

  afterAll(() => rmSync(shelf, { recursive: true }));

  it('loads every agreement file of a folder, by name, and nothing else', async () => {
    writeFileSync(join(shelf, 'b.agreement.json'), text);
    writeFileSync(join(shelf, 'a.agreement.json'), broken(['agreement', 'own']));
    writeFileSync(join(shelf, 'notes.json'), 'not an agreement');
    const loaded = await loadAgreements(shelf);
    expect(loaded.map(({ agreement }) => agreement.agreement)).toEqual(['own', 'k98-example']);
  });

  it('rejects the second file of an agreement and names the first', async () => {
    writeFileSync(join(shelf, 'c.agreement.json'), text);
    await expect(loadAgreements(shelf)).rejects.toMatchObject({
      file: join(shelf, 'c.agreement.json'),
      errors: [{ code: 'duplicate_agreement', path: ['agreement'] }],
    });
    await expect(loadAgreements(shelf)).rejects.toThrow(join(shelf, 'b.agreement.json'));
  });
});
