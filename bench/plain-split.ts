import { allocate, dinero, toSnapshot } from 'dinero.js/bigint';
import { DKK } from 'dinero.js/bigint/currencies';

/** A column as the peers know it: whole øre and whole weights. */
export interface PlainColumn {
  readonly total: bigint;
  readonly weights: readonly bigint[];
}

/** Largest remainder as one would write it at once: no rows to be exact for, no order but the list's. */
export function plainLargestRemainder({ total, weights }: PlainColumn): bigint[] {
  const sum = weights.reduce((first, second) => first + second, 0n);
  const parts = weights.map((weight) => (total * weight) / sum);
  const left = total - parts.reduce((first, second) => first + second, 0n);
  const remainders = weights.map((weight, place) => ({ place, remainder: (total * weight) % sum }));
  remainders.sort(
    (first, second) => Number(second.remainder - first.remainder) || first.place - second.place,
  );
  for (const { place } of remainders.slice(0, Number(left))) parts[place] = (parts[place] ?? 0n) + 1n;
  return parts;
}

/** The widely used allocation of dinero.js: exact by column, the øre left over go by the order of the ratios. */
export function dineroAllocation({ total, weights }: PlainColumn): bigint[] {
  return allocate(dinero({ amount: total, currency: DKK }), [...weights]).map(
    (part) => toSnapshot(part).amount,
  );
}
