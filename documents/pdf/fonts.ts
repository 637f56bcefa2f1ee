import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { LRUCache } from 'lru-cache';
import { invariant } from '../../src/refusal.ts';

/** The two weights of IBM Plex Sans that documents are set in; its digits are all of one width, so amounts stand in columns. */
export type FontName = 'regular' | 'semibold';

/** Words come back in every invoice, and laying one out takes longer than all else. */
const MOST_WORDS = 20_000;
/** At so many units an em pdfkit scales a layout by one, so that a layout can be used again. */
const UNITS_OF_PDF = 1000;

export const FONTS: Readonly<Record<FontName, Font>> = {
  regular: opened(
    import.meta.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  ),
  semibold: opened(
    import.meta.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
  ),
};

/** A font that all documents share, and that remembers how it has laid out a word. */
function opened(file: string): Font {
  const font = create(readFileSync(new URL(file)));
  invariant('layout' in font && font.unitsPerEm === UNITS_OF_PDF, 'the font is one font, in units of PDF');
  const layouts = new LRUCache<string, ReturnType<Font['layout']>>({ max: MOST_WORDS });
  const layout = (word: string) => {
    const known = layouts.get(word) ?? font.layout(word);
    layouts.set(word, known);
    return known;
  };
  return Object.create(font, { layout: { value: layout } });
}
