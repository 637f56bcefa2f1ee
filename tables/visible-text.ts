/** Characters without a form of their own: control, format, surrogate, unassigned; and separators of lines. */
const INVISIBLE = /[^\P{C}\t\n\r]|[\p{Zl}\p{Zp}]/gu;

/**
 * Text without characters that cannot be seen: some of them turn the direction of writing, others no XML may hold. Tabs and line
 * breaks stay.
 */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '');
}
