import type { Identity } from './identity.ts';

/** What a member of a body is in it (*hverv*). A secretary acts for the body without a vote. */
export const SEAT_OFFICES = ['chair', 'deputy-chair', 'member', 'secretary'] as const;

export type SeatOffice = (typeof SEAT_OFFICES)[number];

/** A seat in a body and the days for which it is held, both included; days are YYYY-MM-DD. */
export interface Seat {
  /** The stable name that the identity provider gives its holder. */
  readonly subject: string;
  readonly office: SeatOffice;
  readonly from: string;
  /** The last day; absent: it runs on. */
  readonly until?: string;
}

/** Whether the seat is held on the day. */
export function isHeldOn({ from, until }: Seat, day: string): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** How many votes the holders of seats have on the day. */
export function votesOn(seats: readonly Seat[], day: string): number {
  return seats.filter((seat) => seat.office !== 'secretary' && isHeldOn(seat, day)).length;
}

/**
 * The identity with the bodies that it sits in on the day. Where a body's register knows the person, the register
 * decides, also that the term is over; elsewhere what the identity provider says counts.
 *
 * @param register the seats of each body
 */
export function withSeats(
  identity: Identity,
  register: ReadonlyMap<string, readonly Seat[]>,
  day: string,
): Identity {
  const { bodies, subject } = identity;
  if (bodies === 'all') return identity;
  const own = [...register].flatMap(([body, seats]) =>
    seats.filter((seat) => seat.subject === subject).map((seat) => ({ body, isHeld: isHeldOn(seat, day) })),
  );
  const known = new Set(own.map(({ body }) => body));
  const held = own.flatMap(({ body, isHeld }) => (isHeld ? [body] : []));
  return { ...identity, bodies: [...bodies.filter((body) => !known.has(body)), ...new Set(held)] };
}
