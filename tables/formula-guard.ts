/** Text that begins like this may be taken for a formula, and run, by the spreadsheet that opens it. */
const BEGINS_A_FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const GUARDED = /^''*[=+\-@\t\r＝＋－＠]/;

/** Whether a spreadsheet may take the text for a formula. */
export function isFormulaLike(text: string): boolean {
  return BEGINS_A_FORMULA.test(text);
}

/** Text with an apostrophe in front where it would be a formula otherwise; numbers are no text and need none. */
export function guardFormula(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}

/** The text that `guardFormula` was given. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
