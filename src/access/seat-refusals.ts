import type { Bilingual, Refusal } from '../refusal.ts';
import type { Seat } from './seats.ts';

const TEXTS = {
  term_reversed: {
    field: 'until',
    message: {
      da: 'Hvervets sidste dag ligger før den første.',
      en: 'The last day of the seat is before the first.',
    },
    remedy: { da: 'Ret en af de to dage.', en: 'Correct one of the two days.' },
  },
  terms_overlap: {
    field: 'from',
    message: {
      da: 'Personen har allerede et hverv i organet i nogle af dagene.',
      en: 'The person already holds a seat in the body on some of these days.',
    },
    remedy: {
      da: 'Afslut det ene hverv, før det andet begynder.',
      en: 'End the one seat before the other begins.',
    },
  },
  two_chairs: {
    field: 'office',
    message: {
      da: 'Organet har allerede en formand i nogle af dagene.',
      en: 'The body already has a chair on some of these days.',
    },
    remedy: {
      da: 'Afslut den enes formandskab, før den andens begynder.',
      en: "End the one's term as chair before the other's begins.",
    },
  },
} as const satisfies Record<string, { field: keyof Seat; message: Bilingual; remedy: Bilingual }>;

/** Why the seats of a body cannot stand as they are; paths are `[place, field]`. */
export function seatRefusals(seats: readonly Seat[]): Refusal[] {
  return seats.flatMap((seat, place) => {
    const earlier = seats.slice(0, place).filter((other) => overlap(other, seat));
    if (seat.until !== undefined && seat.until < seat.from) return [seatRefusal('term_reversed', place)];
    if (earlier.some(({ subject }) => subject === seat.subject)) return [seatRefusal('terms_overlap', place)];
    const hasChair = earlier.some(({ office }) => office === 'chair');
    return seat.office === 'chair' && hasChair ? [seatRefusal('two_chairs', place)] : [];
  });
}

/** Later than any day that a seat can end on. */
const END_OF_TIME = '9999-12-31';

function overlap(first: Seat, second: Seat): boolean {
  return first.from <= (second.until ?? END_OF_TIME) && second.from <= (first.until ?? END_OF_TIME);
}

function seatRefusal(code: keyof typeof TEXTS, place: number): Refusal {
  const { field, message, remedy } = TEXTS[code];
  return { code, path: [place, field], message, remedy };
}
