import { describe, expect, it } from 'vitest';
import { recordEntry, registerOf } from '../../src/accession/record-entry.ts';
import { acceptedValue, refusalsOf } from '../results.ts';
import { type BuiltEntry, buildEntry, buildRegister, KNOWN, VERSIONS } from './build-register.ts';

const invited: BuiltEntry = { invited: '0101', date: '2025-09-15' };
const signed: BuiltEntry = { signed: '0101', date: '2025-10-16' };
const notice: BuiltEntry = { notice: '0101', date: '2026-06-15', lastYear: 2027 };
const unsigned: BuiltEntry = { correction: '0101', recorded: '2026-06-20', corrects: 2 };

/** In the order in which refusals take precedence: lines that stand, the line that cannot, its field and code. */
const REFUSALS: [what: string, before: BuiltEntry[], line: BuiltEntry, field: string, code: string][] = [
  [
    'recorded before the line before it',
    [invited],
    { invited: '0147', date: '2025-09-14' },
    'recorded',
    'recorded_before_previous',
  ],
  [
    'of a municipality that there is not',
    [],
    { invited: '0999', date: '2025-09-15' },
    'municipality',
    'municipality_unknown',
  ],
  [
    'of something that had not happened when it was recorded',
    [invited],
    { signed: '0101', date: '2025-10-16', recorded: '2025-10-15' },
    'date',
    'date_after_recorded',
  ],
  [
    'of something before the latest known of the municipality',
    [{ invited: '0101', date: '2025-09-16' }],
    { signed: '0101', date: '2025-09-15', recorded: '2025-10-01' },
    'date',
    'date_before_previous',
  ],
  [
    'of an invitation to one that is invited',
    [invited],
    { invited: '0101', date: '2025-09-16' },
    'type',
    'already_invited',
  ],
  [
    'of an invitation to one that has signed',
    [invited, signed],
    { invited: '0101', date: '2025-11-01' },
    'type',
    'already_signed',
  ],
  [
    'of an invitation to one that has not left yet',
    [invited, signed, notice],
    { invited: '0101', date: '2027-12-31' },
    'type',
    'already_signed',
  ],
  ['of a signature without an invitation', [], signed, 'type', 'not_invited'],
  [
    'of a signature after leaving without a new invitation',
    [invited, signed, notice],
    { signed: '0101', date: '2028-01-01', version: '1.1' },
    'type',
    'not_invited',
  ],
  [
    'of a second signature',
    [invited, signed],
    { signed: '0101', date: '2026-05-02', version: '1.1' },
    'type',
    'already_signed',
  ],
  [
    'of a version that there is not',
    [invited],
    { signed: '0101', date: '2025-10-16', version: '2.0' },
    'version',
    'version_unknown',
  ],
  [
    'of a signed draft',
    [invited],
    { signed: '0101', date: '2025-10-16', version: '0.8' },
    'version',
    'version_is_draft',
  ],
  [
    'of a version signed before it went out',
    [invited],
    { signed: '0101', date: '2026-04-30', version: '1.1' },
    'date',
    'version_not_yet_sent',
  ],
  ['of a notice before signing', [invited], notice, 'type', 'not_signed'],
  [
    'of a second notice',
    [invited, signed, notice],
    { notice: '0101', date: '2026-07-01', lastYear: 2028 },
    'type',
    'notice_already_given',
  ],
  [
    'of a notice for a year that has passed',
    [invited, signed],
    { notice: '0101', date: '2026-06-15', lastYear: 2025 },
    'lastYear',
    'last_year_passed',
  ],
  [
    'that corrects a line that is not there',
    [invited],
    { correction: '0101', recorded: '2025-09-20', corrects: 7 },
    'corrects',
    'entry_to_correct_unknown',
  ],
  [
    'that corrects a line of another municipality',
    [invited, { invited: '0147', date: '2025-09-15' }],
    { correction: '0101', recorded: '2025-09-20', corrects: 2 },
    'corrects',
    'entry_to_correct_unknown',
  ],
  [
    'that corrects a correction',
    [invited, signed, unsigned],
    { correction: '0101', recorded: '2026-06-21', corrects: 3 },
    'corrects',
    'entry_to_correct_unknown',
  ],
  ['that corrects twice', [invited, signed, unsigned], unsigned, 'corrects', 'already_corrected'],
  [
    'that takes away what a later line rests on',
    [invited, signed],
    { correction: '0101', recorded: '2025-11-01', corrects: 1 },
    'corrects',
    'later_entry_depends',
  ],
];

describe('the register refuses a line', () => {
  it.each(REFUSALS)('%s', (_, before, line, field, code) => {
    const register = buildRegister(...before);
    const refusals = refusalsOf(recordEntry(register, buildEntry(before.length + 1, line), KNOWN));
    expect(refusals).toMatchObject([{ code, path: [field] }]);
  });

  it.each([[1], [3]])('numbered %d where 2 comes next', (number) => {
    const line = buildEntry(number, { invited: '0147', date: '2025-09-15' });
    const refusals = refusalsOf(recordEntry(buildRegister(invited), line, KNOWN));
    expect(refusals).toMatchObject([{ code: 'entry_out_of_sequence', path: ['entry'] }]);
  });

  it('and says which it was when it reads them all', () => {
    const entries = [invited, signed, signed].map((line, place) => buildEntry(place + 1, line));
    expect(refusalsOf(registerOf({ versions: VERSIONS, entries }, KNOWN))).toMatchObject([
      { code: 'already_signed', path: ['entries', 2, 'type'] },
    ]);
  });
});

describe('the register takes a line', () => {
  it('and leaves the register it was given as it was', () => {
    const before = buildRegister(invited);
    const line = buildEntry(2, signed);
    const after = acceptedValue(recordEntry(before, line, KNOWN));
    expect(before.entries).toHaveLength(1);
    expect(after.entries).toEqual([...before.entries, line]);
  });

  it.each<[string, BuiltEntry[]]>([
    ['of a signature on the day of the invitation', [invited, { signed: '0101', date: '2025-09-15' }]],
    [
      'of a signature on the day the version went out',
      [invited, { signed: '0101', date: '2026-05-01', version: '1.1' }],
    ],
    [
      'of a notice for the year it is given in',
      [invited, signed, { notice: '0101', date: '2026-12-31', lastYear: 2026 }],
    ],
    [
      'of a signature that was heard of late',
      [invited, { signed: '0101', date: '2025-10-16', recorded: '2026-02-01' }],
    ],
    [
      'of an earlier signature than the one that was wrong',
      [
        invited,
        signed,
        { correction: '0101', recorded: '2025-11-01', corrects: 2 },
        { signed: '0101', date: '2025-10-14', recorded: '2025-11-01' },
      ],
    ],
    [
      'of a new invitation and signature once the last year is over',
      [
        invited,
        signed,
        notice,
        { invited: '0101', date: '2028-01-01' },
        { signed: '0101', date: '2028-02-01', version: '1.1' },
      ],
    ],
  ])('%s', (_, lines) => {
    expect(buildRegister(...lines).entries).toHaveLength(lines.length);
  });
});
