import type { Municipality } from '../agreement/agreement.ts';
import type { PlainKey } from '../agreement/allocation-key.ts';
import { divide, type Exact, exactFromRate, multiply, ONE, sign, sum } from '../money/exact.ts';
import { addRates, type Rate, rateFromText, WHOLE, ZERO_RATE } from '../money/rate.ts';

/** What a price can be charged by; a `unit` is named by the key (pupils, calls), a `weight` has no name. */
export const CHARGE_BASES = ['citizen', 'citizen-above', 'municipality', 'unit', 'weight'] as const;

/** One thing that a key counts, so that a price can be told for each of it. */
export interface Charge {
  readonly basis: (typeof CHARGE_BASES)[number];
  /** What is counted, of a `unit`. */
  readonly unit?: string;
  /** The citizens of a municipality above this many, of `citizen-above`. */
  readonly threshold?: bigint;
  /** How many each municipality has, in the order given. */
  readonly counts: readonly Rate[];
  /** The weight of one of them in the key. */
  readonly weight: Exact;
}

/**
 * A key as prices for each: every municipality's weight is Σ count · weight over the charges. A tiered population
 * has two prices, a mix those of all its parts that anybody has weight in. Model, section 4.
 */
export function chargesOf(key: PlainKey, municipalities: readonly Municipality[]): Charge[] {
  switch (key.kind) {
    case 'population':
      return [
        { basis: 'citizen', counts: municipalities.map(({ population }) => whole(population)), weight: ONE },
      ];
    case 'population-tiered':
      return tieredCharges(key, municipalities);
    case 'equal':
      return [{ basis: 'municipality', counts: municipalities.map(() => WHOLE), weight: ONE }];
    case 'weights': {
      const counts = municipalities.map(({ municipality }) => key.weights.get(municipality) ?? ZERO_RATE);
      if (key.unit === undefined) return [{ basis: 'weight', counts, weight: ONE }];
      return [{ basis: 'unit', unit: key.unit, counts, weight: ONE }];
    }
    case 'mix':
      return key.parts.flatMap((part) => partCharges(part, municipalities));
  }
}

function tieredCharges(
  { threshold, weightAbove }: Extract<PlainKey, { kind: 'population-tiered' }>,
  municipalities: readonly Municipality[],
): Charge[] {
  const above = municipalities.map(({ population }) =>
    population > threshold ? population - threshold : 0n,
  );
  const below = municipalities.map(({ population }, place) => population - (above[place] ?? 0n));
  return [
    { basis: 'citizen', counts: below.map(whole), weight: ONE },
    { basis: 'citizen-above', threshold, counts: above.map(whole), weight: exactFromRate(weightAbove) },
  ];
}

function partCharges(
  { share, key }: Extract<PlainKey, { kind: 'mix' }>['parts'][number],
  municipalities: readonly Municipality[],
): Charge[] {
  const charges = chargesOf(key, municipalities);
  const total = sum(charges.map(totalWeight));
  if (sign(total) === 0) return [];
  const perWeight = divide(exactFromRate(share), total);
  return charges.map((charge) => ({ ...charge, weight: multiply(perWeight, charge.weight) }));
}

/** The weight of all of what is counted. */
export function totalWeight(charge: Charge): Exact {
  return multiply(charge.weight, exactFromRate(totalCount(charge)));
}

export function totalCount({ counts }: Charge): Rate {
  return counts.reduce(addRates, ZERO_RATE);
}

function whole(count: bigint): Rate {
  return rateFromText(String(count));
}
