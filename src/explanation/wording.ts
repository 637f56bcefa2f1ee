import { danishDecimal, danishKroner, englishDecimal, englishKroner } from '../money/danish-figures.ts';
import { type Exact, roundHalfAwayFromZero } from '../money/exact.ts';
import type { Bilingual } from '../refusal.ts';
import { decimalText } from './exact-text.ts';

/** How many decimals of an exact number a sentence shows. */
const SHOWN_DECIMALS = 6;

/** An exact amount of øre as people see it, shown to the øre. */
export function kroner(amount: Exact): Bilingual {
  const shown = roundHalfAwayFromZero(amount);
  return { da: danishKroner(shown), en: englishKroner(shown) };
}

/** A factor, weight or quota as people see it. */
export function decimal(value: Exact): Bilingual {
  const text = decimalText(value, SHOWN_DECIMALS);
  return { da: danishDecimal(text), en: englishDecimal(text) };
}

/** `2026` or `2026–2029`. */
export function yearSpan(from: number, to: number): string {
  return from === to ? String(to) : `${from}–${to}`;
}

/** `a, b og c` / `a, b and c`; the list is not empty. */
export function enumeration(names: readonly string[]): Bilingual {
  const list = (language: string) =>
    new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(names);
  return { da: list('da'), en: list('en-GB') };
}
