import type { Audit } from './audit.ts';
import { kronerText } from './kroner.ts';
import { ceiling, floor, type Rational } from './rational.ts';

/** Refuses an amount that is neither the floor nor the ceiling of what it is exactly; nothing is checked where that is not known. */
export function checkBetween(
  audit: Audit,
  pointer: string,
  exact: Rational | undefined,
  found: bigint,
  whose: string,
): void {
  if (exact === undefined) return;
  audit.figuresChecked += 1;
  const [least, most] = [floor(exact), ceiling(exact)];
  if (least <= found && found <= most) return;
  const bounds = least === most ? kronerText(least) : `${kronerText(least)} or ${kronerText(most)}`;
  audit.refuse(pointer, bounds, kronerText(found), `${whose}: the floor or the ceiling of its exact figure`);
}
