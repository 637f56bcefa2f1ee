const KRONER = /^-?(0|[1-9]\d*)\.\d{2}$/;

/** Whole øre from kroner with two decimals as JSON carries them; `undefined` for any other value. */
export function oreFrom(kroner: unknown): bigint | undefined {
  if (typeof kroner !== 'string' || !KRONER.test(kroner) || kroner === '-0.00') return undefined;
  return BigInt(kroner.replace('.', ''));
}

/** Kroner with two decimals from whole øre: the one text that JSON may carry for the amount. */
export function kronerText(ore: bigint): string {
  const digits = String(ore < 0n ? -ore : ore).padStart(3, '0');
  return `${ore < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
