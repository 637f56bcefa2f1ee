import { accepted, type Result, refused } from '../refusal.ts';
import { danishKroner, englishKroner } from './danish-figures.ts';
import { compare, divide, type Exact, exactFromOre, multiply, sign, subtract, sum, ZERO } from './exact.ts';
import { type Ore, sumOre } from './ore.ts';

/** The least and the most that a part may get, in whole øre; no `most`: no limit upwards. */
export interface ShareLimits {
  readonly least: Ore;
  readonly most?: Ore;
}

/**
 * Exact shares of a total in proportion to weights, each held within its limits; what limits take off or add is
 * carried by the rest in proportion to their weights: share(i) = clamp(λ · weight(i)) with the λ that meets the
 * total. Model, section 4 (caps and floors).
 *
 * Each round finds λ for the parts not yet held and holds those beyond their limits on the side that deviates
 * most; that side's holds never have to be taken back, so there are at most as many rounds as parts.
 *
 * @param weights ≥ 0; a part of weight zero has the limits 0 and 0
 * @returns shares that sum to the total; refused (`limits_unreachable`) when all limits together cannot meet it
 */
export function clampedShares(
  total: Ore,
  weights: readonly Exact[],
  limits: readonly ShareLimits[],
): Result<Exact[]> {
  const least = sumOre(limits.map((limit) => limit.least));
  const tops = limits.flatMap(({ most }) => (most === undefined ? [] : [most]));
  const most = tops.length === limits.length ? sumOre(tops) : undefined;
  if (total < least || (most !== undefined && total > most)) return limitsUnreachable(total, least, most);

  const held = new Map<number, Exact>();
  for (;;) {
    const shares = freeShares(total, weights, held);
    const { above, below } = breaches(shares, limits);
    if (above.length === 0 && below.length === 0) return accepted(shares);
    const excess = sum(above.map(({ part, limit }) => subtract(shares[part] ?? ZERO, limit)));
    const shortfall = sum(below.map(({ part, limit }) => subtract(limit, shares[part] ?? ZERO)));
    for (const { part, limit } of compare(excess, shortfall) >= 0 ? above : below) held.set(part, limit);
  }
}

/** Held parts keep their limit; the others share what is left in proportion to their weights. */
function freeShares(total: Ore, weights: readonly Exact[], held: ReadonlyMap<number, Exact>): Exact[] {
  const left = subtract(exactFromOre(total), sum(held.values()));
  const freeWeight = sum(weights.filter((_, part) => !held.has(part)));
  const perWeight = sign(freeWeight) === 0 ? ZERO : divide(left, freeWeight);
  return weights.map((weight, part) => held.get(part) ?? multiply(perWeight, weight));
}

interface Breach {
  readonly part: number;
  readonly limit: Exact;
}

function breaches(
  shares: readonly Exact[],
  limits: readonly ShareLimits[],
): { above: Breach[]; below: Breach[] } {
  const above: Breach[] = [];
  const below: Breach[] = [];
  limits.forEach(({ least, most }, part) => {
    const share = shares[part] ?? ZERO;
    const floor = exactFromOre(least);
    if (compare(share, floor) < 0) below.push({ part, limit: floor });
    if (most === undefined) return;
    const cap = exactFromOre(most);
    if (compare(share, cap) > 0) above.push({ part, limit: cap });
  });
  return { above, below };
}

function limitsUnreachable(total: Ore, least: Ore, most: Ore | undefined): Result<never> {
  const range = {
    da: `mindst ${danishKroner(least)}${most === undefined ? '' : ` og højst ${danishKroner(most)}`}`,
    en: `at least ${englishKroner(least)}${most === undefined ? '' : ` and at most ${englishKroner(most)}`}`,
  };
  return refused({
    code: 'limits_unreachable',
    path: [],
    message: {
      da: `Beløbet ${danishKroner(total)} kan ikke fordeles inden for grænserne, der tilsammen giver ${range.da}`,
      en: `The amount ${englishKroner(total)} cannot be shared within the limits, which together give ${range.en}.`,
    },
    remedy: {
      da: 'Gør grænserne for stigning og fald videre, eller fjern dem for dette år.',
      en: 'Widen the limits on rise and fall, or leave them out for this year.',
    },
  });
}
