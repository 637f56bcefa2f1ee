import { signal } from '@preact/signals';

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text as the API has it. */
export interface Bilingual {
  readonly da: string;
  readonly en: string;
}

const KEPT = 'k98.language';

/** The language of the page (*sprog*): Danish, until somebody chooses otherwise. */
export const language = signal<Language>('da');

/** The language that was chosen on this machine before. */
export function speakAsBefore(): void {
  speak(localStorage.getItem(KEPT) === 'en' ? 'en' : 'da');
}

/** Speaks the language from now on, also after a reload. */
export function speak(chosen: Language): void {
  language.value = chosen;
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen;
}

/**
 * The words of one part of the page. A component that calls the result is painted again when the language changes.
 *
 * ```ts
 * const words = inBoth({ save: 'Gem' }, { save: 'Save' });
 * <button>{words().save}</button>
 * ```
 */
export function inBoth<Words>(da: Words, en: NoInfer<Words>): () => Words {
  return () => (language.value === 'da' ? da : en);
}

/** A text of the API in the language of the page; what somebody wrote in one language stays as it is. */
export function say(text: Bilingual | string): string {
  return typeof text === 'string' ? text : text[language.value];
}
