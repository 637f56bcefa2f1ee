import { kronerFromOre, type Ore } from '../../src/money/ore.ts';
import type { XmlElement } from './xml-document.ts';

export const CURRENCY = 'DKK';

/** An amount with its currency, always with two decimals. */
export function amount(ore: Ore): XmlElement {
  return { '@currencyID': CURRENCY, '#': kronerFromOre(ore) };
}
