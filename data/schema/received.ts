import type { Bilingual } from '../../src/refusal.ts';

const MOST_CHARACTERS = 60;

/**
 * A value from outside as a short text that may stand in a message: texts and numbers as JSON, cut off when
 * long, with invisible characters written out; lists and objects by what they are.
 */
export function shownValue(value: unknown): Bilingual {
  if (Array.isArray(value)) {
    return {
      da: value.length === 0 ? 'en tom liste' : 'en liste',
      en: value.length === 0 ? 'an empty list' : 'a list',
    };
  }
  if (typeof value === 'object' && value !== null) return { da: 'et objekt', en: 'an object' };
  const text = typeof value === 'string' ? quoted(value) : String(value);
  return { da: text, en: text };
}

function quoted(text: string): string {
  const characters = [...text];
  const short = characters.slice(0, MOST_CHARACTERS).join('');
  const ellipsis = characters.length > MOST_CHARACTERS ? '…' : '';
  return `${JSON.stringify(short).replaceAll(INVISIBLE, writtenOut).slice(0, -1)}${ellipsis}"`;
}

/** Control and format characters (such as those that turn the direction of writing) and separators but space. */
const INVISIBLE = /[[\p{C}\p{Z}]--[ ]]/gv;

function writtenOut(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** The value at a path in a document, and whether there is one. */
export function valueAt(
  document: unknown,
  path: readonly (string | number)[],
): { found: boolean; value: unknown } {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return { found: false, value: undefined };
    value = Reflect.get(value, step);
  }
  return { found: value !== undefined, value };
}
