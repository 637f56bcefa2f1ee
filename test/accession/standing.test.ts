import { describe, expect, it } from 'vitest';
import { historyOf, membersSignedBy, standingOn } from '../../src/accession/standing.ts';
import { buildRegister } from './build-register.ts';

/**
 * København is invited, signs, gives notice and comes back; Frederiksberg's signature is recorded ten days late; a
 * signature of Aarhus is recorded by mistake and taken out again two days later.
 */
const register = buildRegister(
  { invited: '0101', date: '2025-09-15' },
  { invited: '0147', date: '2025-09-15' },
  { invited: '0751', date: '2025-09-15' },
  { signed: '0101', date: '2025-10-16' },
  { signed: '0147', date: '2025-10-20', recorded: '2025-10-30' },
  { signed: '0751', date: '2025-11-10' },
  { correction: '0751', recorded: '2025-11-12', corrects: 6 },
  { notice: '0101', date: '2026-06-15', recorded: '2026-06-17', lastYear: 2027 },
  { invited: '0101', date: '2028-03-01' },
  { signed: '0101', date: '2028-04-01', version: '1.1' },
);

describe('where a municipality stands', () => {
  it.each([
    ['2025-09-14', 'not-invited'],
    ['2025-09-15', 'invited'],
    ['2025-10-15', 'invited'],
    ['2025-10-16', 'signed'],
    ['2026-06-16', 'signed'],
    ['2026-06-17', 'leaving'],
    ['2027-12-31', 'leaving'],
    ['2028-01-01', 'left'],
    ['2028-03-01', 'invited'],
    ['2028-04-01', 'signed'],
  ])('at the end of %s: %s', (day, status) => {
    expect(standingOn(register, '0101', day).status).toBe(status);
  });

  it('tells the days, the version signed and the last year', () => {
    expect(standingOn(register, '0101', '2026-12-31')).toEqual({
      municipality: '0101',
      status: 'leaving',
      invited: '2025-09-15',
      signed: { date: '2025-10-16', version: '1.0' },
      notice: { date: '2026-06-15', lastYear: 2027 },
    });
    expect(standingOn(register, '0101', '2028-12-31')).toEqual({
      municipality: '0101',
      status: 'signed',
      invited: '2028-03-01',
      signed: { date: '2028-04-01', version: '1.1' },
    });
  });

  it('is what the register knew that day: a signature counts from the day it is recorded', () => {
    expect(standingOn(register, '0147', '2025-10-29').status).toBe('invited');
    expect(standingOn(register, '0147', '2025-10-30')).toMatchObject({ signed: { date: '2025-10-20' } });
  });

  it('is mended from the day of the correction, not before it', () => {
    expect(standingOn(register, '0751', '2025-11-11').status).toBe('signed');
    expect(standingOn(register, '0751', '2025-11-12')).toEqual({
      municipality: '0751',
      status: 'invited',
      invited: '2025-09-15',
    });
  });

  it('is not invited when the register has nothing about it', () => {
    expect(standingOn(register, '0851', '2030-01-01')).toEqual({
      municipality: '0851',
      status: 'not-invited',
    });
  });

  it('has a history of every line, those out of force too', () => {
    expect(historyOf(register, '0751').map(({ entry, type }) => [entry, type])).toEqual([
      [3, 'invited'],
      [6, 'signed'],
      [7, 'correction'],
    ]);
  });
});

describe('who has signed', () => {
  it.each([
    ['2025-10-15', []],
    ['2025-10-30', [{ municipality: '0101' }, { municipality: '0147' }]],
    ['2025-11-11', [{ municipality: '0101' }, { municipality: '0147' }, { municipality: '0751' }]],
    ['2025-11-12', [{ municipality: '0101' }, { municipality: '0147' }]],
    ['2026-06-17', [{ municipality: '0101', lastYear: 2027 }, { municipality: '0147' }]],
    ['2028-03-01', [{ municipality: '0101', lastYear: 2027 }, { municipality: '0147' }]],
    ['2028-04-01', [{ municipality: '0101' }, { municipality: '0147' }]],
  ])('by the end of %s', (day, members) => {
    expect(membersSignedBy(register, day)).toEqual(members);
  });
});
