import { invariant } from '../refusal.ts';

declare const form: unique symbol;

/**
 * A global location number (*EAN-nummer*): 13 digits, the last of them a check digit. NemHandel finds a public
 * body's paying unit by it.
 */
export type Gln = string & { readonly [form]: 'gln' };

/** The form of a GLN; the check digit is a matter of its own. */
export const GLN_FORM = /^\d{13}$/;

/** Reads 13 digits with the right check digit; checking them is the loader's work. */
export function glnFromText(text: string): Gln {
  invariant(GLN_FORM.test(text) && hasGlnCheckDigit(text), `"${text}" is a GLN`);
  return text as Gln;
}

/** Whether the last of the digits is the check digit of those before it. */
export function hasGlnCheckDigit(digits: string): boolean {
  return digits.at(-1) === glnCheckDigit(digits.slice(0, -1));
}

/** The GS1 check digit: from the right the digits weigh 3, 1, 3, 1 …, and it brings their sum to the next ten. */
export function glnCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    return total + Number(digit) * (place % 2 === 0 ? 3 : 1);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
