import { signOf } from '../numbers/decimal.ts';

/** Colour is never alone: the amount has its sign. */
export function toneOf(difference: string): string {
  const sign = signOf(difference);
  if (sign === 0) return 'number';
  return sign < 0 ? 'number falls' : 'number rises';
}
