import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAccessions } from '../../data/canonical-document.ts';
import { recordEntry } from '../../src/accession/record-entry.ts';
import type { AccessionEntry, AccessionRegister } from '../../src/accession/register.ts';
import { membersSignedBy, standingOn } from '../../src/accession/standing.ts';
import { accessionsDocumentArb } from '../arbitraries/accessions.ts';
import { runs } from '../settings/runs.ts';

const CODES = ['0101', '0147', '0461', '0751'];
const KNOWN = new Set(CODES);
const END_OF_TIME = '9999-12-31';

const registerArb = accessionsDocumentArb(CODES).map(canonicalAccessions);

/** A register and one of its lines. */
const lineArb = registerArb.chain((register) =>
  fc.record({ register: fc.constant(register), line: fc.constantFrom(...register.entries) }),
);

function upTo({ versions, entries }: AccessionRegister, day: string): AccessionRegister {
  return { versions, entries: entries.filter(({ recorded }) => recorded <= day) };
}

function standings(register: AccessionRegister, day: string) {
  return CODES.map((code) => standingOn(register, code, day));
}

describe('laws of the register of accessions', () => {
  it('what is recorded later never changes what an earlier day shows', () => {
    fc.assert(
      fc.property(lineArb, ({ register, line: { recorded } }) => {
        expect(standings(register, recorded)).toEqual(standings(upTo(register, recorded), recorded));
        expect(membersSignedBy(register, recorded)).toEqual(
          membersSignedBy(upTo(register, recorded), recorded),
        );
      }),
      runs(200, 5000),
    );
  });

  it('whatever a correction takes out, everybody stands as if it had never been recorded', () => {
    fc.assert(
      fc.property(lineArb, ({ register, line }) => {
        const corrected = recordEntry(register, correctionOf(line, register), KNOWN);
        fc.pre(corrected.ok);
        const without = { ...register, entries: register.entries.filter((entry) => entry !== line) };
        expect(standings(corrected.value, END_OF_TIME)).toEqual(standings(without, END_OF_TIME));
      }),
      { ...runs(100, 2000), maxSkipsPerRun: 1000 },
    );
  });

  it('nobody has signed a draft, or before the text went out, or before the invitation', () => {
    fc.assert(
      fc.property(lineArb, ({ register, line: { recorded } }) => {
        for (const { status, invited = '', signed } of standings(register, recorded)) {
          if (status !== 'signed' || signed === undefined) continue;
          const version = register.versions.find((one) => one.version === signed.version);
          expect(version?.status).toBe('final');
          expect([version?.date ?? '', invited, signed.date].toSorted().at(-1)).toBe(signed.date);
        }
      }),
      runs(200, 5000),
    );
  });

  it('those who have signed are those whose standing holds a signature', () => {
    fc.assert(
      fc.property(lineArb, ({ register, line: { recorded } }) => {
        const signed = standings(register, recorded).filter((standing) => standing.signed !== undefined);
        expect(membersSignedBy(register, recorded).map(({ municipality }) => municipality)).toEqual(
          signed.map(({ municipality }) => municipality),
        );
      }),
      runs(200, 5000),
    );
  });
});

function correctionOf(
  { municipality, entry }: AccessionEntry,
  { entries }: AccessionRegister,
): AccessionEntry {
  return {
    entry: entries.length + 1,
    recorded: END_OF_TIME,
    municipality,
    type: 'correction',
    corrects: entry,
    reason: 'By mistake.',
  };
}
