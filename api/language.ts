import type { IncomingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';
import type { Bilingual } from '../src/refusal.ts';

export type Language = keyof Bilingual;

/** In order of preference: the first is used when a client asks for neither. */
const LANGUAGES = ['da', 'en'] as const satisfies readonly Language[];

/** The language that `Accept-Language` prefers, Danish when it names none of ours. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const preferred = new Negotiator({ headers }).language(LANGUAGES);
  return LANGUAGES.find((language) => language === preferred) ?? LANGUAGES[0];
}
