import { invariant } from '../refusal.ts';

declare const unit: unique symbol;

/**
 * An amount of money in whole øre (*øre*, 1/100 DKK), held as a bigint so that no size loses an øre.
 * Model, section 2.
 */
export type Ore = bigint & { readonly [unit]: 'ore' };

/** The form of money in JSON: kroner with exactly two decimals, below ten thousand billion. */
export const KRONER_FORM = /^-?(0|[1-9]\d{0,12})\.\d{2}$/;

export const ZERO_ORE = ore(0n);

export function ore(count: bigint): Ore {
  return count as Ore;
}

/**
 * Reads kroner as JSON carries them: `"1234.50"` is 123450 øre, `"-0.05"` is −5 øre.
 * The text must have the form `KRONER_FORM`; checking it is the loader's work.
 */
export function oreFromKroner(kroner: string): Ore {
  invariant(KRONER_FORM.test(kroner), `"${kroner}" is kroner with two decimals`);
  return ore(BigInt(kroner.replace('.', '')));
}

/** Writes kroner as JSON carries them, the inverse of `oreFromKroner`; never `"-0.00"`. */
export function kronerFromOre(amount: Ore): string {
  const sign = amount < 0n ? '-' : '';
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function addOre(augend: Ore, addend: Ore): Ore {
  return ore(augend + addend);
}

export function subtractOre(minuend: Ore, subtrahend: Ore): Ore {
  return ore(minuend - subtrahend);
}

export function sumOre(amounts: Iterable<Ore>): Ore {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return ore(total);
}

export function negateOre(amount: Ore): Ore {
  return ore(-amount);
}
