import { accepted, type Result, refused } from '../refusal.ts';

/**
 * A series of invoice numbers (*fakturanummerserie*): the prefix, then a count of a fixed width. Digits only, so that a
 * number is also the reference of a payment slip.
 */
export interface NumberSeries {
  /** Such as `2026`; at most 8 digits. */
  readonly prefix: string;
  /** How many digits the count has; at most 6. */
  readonly width: number;
}

/** The number after the last one of a series, or its first; refused with `number_series_full`. */
export function nextNumber({ prefix, width }: NumberSeries, last?: string): Result<string> {
  const count = last === undefined ? 1 : Number(last.slice(prefix.length)) + 1;
  const digits = String(count).padStart(width, '0');
  return digits.length > width ? seriesFull(prefix) : accepted(`${prefix}${digits}`);
}

function seriesFull(prefix: string): Result<never> {
  return refused({
    code: 'number_series_full',
    path: ['series'],
    message: {
      da: `Nummerserien "${prefix}" har ikke flere numre.`,
      en: `The number series "${prefix}" has no numbers left.`,
    },
    remedy: { da: 'Begynd en ny serie.', en: 'Begin a new series.' },
  });
}
