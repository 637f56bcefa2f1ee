import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementFromDocument } from '../../data/agreement-from-document.ts';
import { canonicalDocument } from '../../data/canonical-document.ts';
import { exampleAgreement } from '../../data/example/example-agreement.ts';
import { loadAccessionRegister } from '../../data/load-accession-register.ts';
import type { AccessionsDocument } from '../../data/schema/accession.ts';
import { UnusableFile } from '../../data/unusable-file.ts';
import { membersSignedBy } from '../../src/accession/standing.ts';
import { hashOf } from '../../src/result-hash.ts';
import { smallDocument } from '../data/small-document.ts';
import { acceptedValue, refusalsOf } from '../results.ts';

const register: AccessionsDocument = {
  versions: [{ version: '1.0', date: '2025-09-15', status: 'final', changes: [] }],
  entries: [
    { entry: 1, recorded: '2025-09-15', municipality: '0101', type: 'invited', date: '2025-09-15' },
    {
      entry: 2,
      recorded: '2025-10-16',
      municipality: '0101',
      type: 'signed',
      date: '2025-10-16',
      version: '1.0',
    },
  ],
  provenance: { kind: 'example' },
};
const backwards = { ...register, entries: register.entries.toReversed() };
const twice = [...backwards.entries, { ...backwards.entries[0], entry: 3 }] as AccessionsDocument['entries'];

describe('an agreement that keeps a register', () => {
  it('is the same whatever the order of its lines', () => {
    const [document, other] = [register, backwards].map((accessions) => ({ ...smallDocument(), accessions }));
    if (document === undefined || other === undefined) throw new Error('there are two');
    expect(hashOf(canonicalDocument(other))).toBe(hashOf(canonicalDocument(document)));
    expect(hashOf(canonicalDocument(document))).not.toBe(hashOf(canonicalDocument(smallDocument())));
    expect(acceptedValue(agreementFromDocument(other)).accessions?.entries).toEqual(register.entries);
  });

  it('is refused with a line that cannot stand, which is pointed at where it is', () => {
    const document = { ...smallDocument(), accessions: { ...register, entries: twice } };
    expect(refusalsOf(agreementFromDocument(document))).toEqual([
      { code: 'already_signed', path: ['accessions', 'entries', 2, 'type'] },
    ]);
  });

  it('is refused when it describes a version twice', () => {
    const versions = [...register.versions, ...register.versions];
    const document = { ...smallDocument(), accessions: { ...register, versions } };
    expect(refusalsOf(agreementFromDocument(document))).toEqual([
      { code: 'duplicate_value', path: ['accessions', 'versions', 1, 'version'] },
    ]);
  });
});

describe('a register in a file of its own', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'register-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function loaded(content: object): Promise<unknown> {
    const file = join(folder, 'own.accession.json');
    await writeFile(file, JSON.stringify(content));
    return loadAccessionRegister(file, new Set(['0101'])).catch((error: unknown) => error);
  }

  it('is read in the order of its numbers', async () => {
    expect(await loaded({ agreement: 'own', ...backwards })).toEqual({ agreement: 'own', ...register });
  });

  it.each<[string, object, string, (string | number)[]]>([
    ['a line that cannot stand', { entries: twice }, 'already_signed', ['entries', 2, 'type']],
    [
      'a date that there is not',
      { entries: [{ ...register.entries[0], date: '2025-02-30' }] },
      'date_form',
      ['entries', 0, 'date'],
    ],
  ])('with %s is refused', async (_, wrong, code, path) => {
    const error = await loaded({ agreement: 'own', ...register, ...wrong });
    if (!(error instanceof UnusableFile)) throw new Error(`the file was refused, not: ${String(error)}`);
    expect(error.errors).toMatchObject([{ code, path }]);
  });
});

describe('the example register', () => {
  const { accessions } = exampleAgreement();
  if (accessions === undefined) throw new Error('the example keeps a register');

  it('is called an example', () => {
    expect(accessions.provenance.kind).toBe('example');
  });

  it('has two drafts before the text that was signed, and says what each changed', () => {
    expect(accessions.versions.map(({ version, status }) => [version, status])).toEqual([
      ['0.7', 'draft'],
      ['0.8', 'draft'],
      ['1.0', 'final'],
    ]);
    expect(accessions.versions.filter(({ changes }) => changes.length === 0)).toEqual([]);
  });

  it.each([
    ['2025-09-15', 0],
    ['2025-12-31', 61],
    ['2026-06-30', 73],
  ])('counts on %s %d of 98 that have signed', (day, count) => {
    expect(membersSignedBy(accessions, day)).toHaveLength(count);
  });

  it('has one mistake, mended the day after, and one notice', () => {
    const rare = accessions.entries.filter(({ type }) => type === 'correction' || type === 'notice');
    expect(rare).toMatchObject([
      { type: 'correction', municipality: '0163', corrects: 110, recorded: '2025-10-10' },
      { type: 'notice', municipality: '0741', lastYear: 2027 },
    ]);
    expect(accessions.entries[109]).toMatchObject({ municipality: '0163', recorded: '2025-10-09' });
  });
});
