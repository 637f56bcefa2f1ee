/** White space that is not a space; and characters without a form of their own: control, format, surrogate, unassigned. */
const WHITE_SPACE = /\s+/gu;
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A text as documents may carry it: on one line, without characters that cannot be seen, some of which XML forbids and
 * others of which turn the direction of writing.
 */
export function plainText(text: string): string {
  return text.replace(WHITE_SPACE, ' ').replace(INVISIBLE, '').trim();
}
