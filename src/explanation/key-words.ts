import type { PlainKey } from '../agreement/allocation-key.ts';
import { danishDecimal, danishPercent, englishDecimal, englishPercent } from '../money/danish-figures.ts';
import type { Bilingual } from '../refusal.ts';

/** What an allocation key counts, in the middle of a sentence. */
export function keyWords(key: PlainKey): Bilingual {
  switch (key.kind) {
    case 'population':
      return { da: 'folketal', en: 'population' };
    case 'population-tiered':
      return {
        da: `folketal, hvor borgere over ${danishDecimal(key.threshold)} tæller ${danishPercent(key.weightAbove)}`,
        en: `population, with citizens above ${englishDecimal(key.threshold)} counting ${englishPercent(key.weightAbove)}`,
      };
    case 'equal':
      return { da: 'lige store dele', en: 'equal parts' };
    case 'weights': {
      const unit = key.unitTitle ?? (key.unit === undefined ? undefined : { da: key.unit, en: key.unit });
      return unit === undefined
        ? { da: 'vægte', en: 'weights' }
        : { da: `enheder (${unit.da})`, en: `units (${unit.en})` };
    }
    case 'mix': {
      const parts = key.parts.map(({ share, key: part }) => ({ share, words: keyWords(part) }));
      return {
        da: parts.map(({ share, words }) => `${danishPercent(share)} ${words.da}`).join(' + '),
        en: parts.map(({ share, words }) => `${englishPercent(share)} ${words.en}`).join(' + '),
      };
    }
  }
}
