import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../src/access/identity.ts';
import { seatRefusals } from '../../src/access/seat-refusals.ts';
import { isHeldOn, SEAT_OFFICES, type Seat, votesOn, withSeats } from '../../src/access/seats.ts';
import { runs } from '../settings/runs.ts';

const seat = (subject: string, differently: Partial<Seat> = {}): Seat => ({
  subject,
  office: 'member',
  from: '2026-01-01',
  ...differently,
});
const ada = (...bodies: string[]): Identity => ({ subject: 'user:ada', roles: ['council-member'], bodies });
const bodiesOf = (identity: Identity, seats: readonly Seat[], day: string) =>
  withSeats(identity, new Map([['schools', seats]]), day).bodies;

describe('who sits in a body', () => {
  it.each([
    ['before the first day', '2025-12-31', []],
    ['on the first day', '2026-01-01', ['schools']],
    ['on the last day', '2026-06-30', ['schools']],
    ['after it', '2026-07-01', []],
  ])('%s', (_, day, expected) => {
    expect(bodiesOf(ada(), [seat('user:ada', { until: '2026-06-30' })], day)).toEqual(expected);
  });

  it('is for the register to say of whom it knows, for the identity provider of others', () => {
    const ended = [seat('user:ada', { until: '2026-06-30' })];
    expect(bodiesOf(ada('schools', 'benefits'), ended, '2027-01-01')).toEqual(['benefits']);
    expect(bodiesOf(ada('schools'), [seat('user:bo')], '2027-01-01')).toEqual(['schools']);
  });

  it('is everybody to the local user', () => {
    const local: Identity = { subject: 'local', roles: ['board-member'], bodies: 'all' };
    expect(bodiesOf(local, [seat('user:ada')], '2026-01-01')).toBe('all');
  });

  it('has a vote, except a secretary', () => {
    const seats = [
      seat('a', { office: 'chair' }),
      seat('b'),
      seat('c', { office: 'secretary' }),
      seat('d', { from: '2027-01-01' }),
    ];
    expect(votesOn(seats, '2026-05-01')).toBe(2);
  });
});

describe('seats are refused', () => {
  it.each<[string, Seat[], unknown[]]>([
    ['that end before they begin', [seat('a', { until: '2025-12-31' })], ['term_reversed', [0, 'until']]],
    [
      'that one person holds twice at a time',
      [seat('a', { until: '2026-06-30' }), seat('a', { office: 'chair', from: '2026-06-30' })],
      ['terms_overlap', [1, 'from']],
    ],
    [
      'of two chairs at a time',
      [seat('a', { office: 'chair' }), seat('b', { office: 'chair', from: '2028-01-01' })],
      ['two_chairs', [1, 'office']],
    ],
  ])('%s', (_, seats, [code, path]) => {
    expect(seatRefusals(seats)).toMatchObject([{ code, path }]);
  });

  it('only where somebody would sit twice, or two would chair, on some day', () => {
    const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-01`);
    const dayArb = fc.constantFrom(...days);
    const seatArb = fc.record({
      subject: fc.constantFrom('a', 'b', 'c'),
      office: fc.constantFrom(...SEAT_OFFICES),
      term: fc.uniqueArray(dayArb, { minLength: 2, maxLength: 2 }).map((term) => term.toSorted()),
    });
    fc.assert(
      fc.property(fc.array(seatArb, { maxLength: 6 }), (drawn) => {
        const seats = drawn.map(({ term: [from = '', until = ''], ...rest }) => ({ ...rest, from, until }));
        const isLawful = days.every((day) => {
          const held = seats.filter((one) => isHeldOn(one, day));
          const chairs = held.filter(({ office }) => office === 'chair').length;
          return chairs <= 1 && new Set(held.map(({ subject }) => subject)).size === held.length;
        });
        expect(seatRefusals(seats).length === 0).toBe(isLawful);
      }),
      runs(300, 10_000),
    );
  });
});
