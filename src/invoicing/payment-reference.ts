import { invariant } from '../refusal.ts';

/** A payment slip of card type 71 carries 14 digits and a check digit. */
const REFERENCE_DIGITS = 14;

/** The reference that tells which invoice a payment slip (*FIK 71*) pays: 14 digits of its number and a check digit. */
export function slipReference(invoiceNumber: string): string {
  invariant(/^\d{1,14}$/.test(invoiceNumber), 'an invoice number has at most 14 digits');
  const digits = invoiceNumber.padStart(REFERENCE_DIGITS, '0');
  return `${digits}${slipCheckDigit(digits)}`;
}

/** Modulus 10: from the right the digits weigh 2, 1, 2, 1 …; of products their digits are added. */
export function slipCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
