import type { EfficiencyMeasure } from '../agreement/agreement.ts';
import { covers } from '../agreement/scope.ts';
import type { CompiledCell } from './compiled-solution.ts';
import { digitsAt, powerOfTen, type Scaled } from './scaled.ts';
import type { CellFactor, YearFactors } from './year-factors.ts';

/**
 * The exact figures of a year's cells as whole numbers over one denominator: øre · denominator. Nothing is reduced on the way,
 * which is what makes fractions slow.
 */
export interface ExactCells {
  readonly denominator: bigint;
  readonly indexed: readonly bigint[];
  /** Indexed less efficiency, before memberships. */
  readonly kept: readonly bigint[];
}

/** @returns undefined when efficiency exceeds a price; `priceYear` says which */
export function exactCells(
  cells: readonly CompiledCell[],
  factors: readonly CellFactor[],
  measures: readonly EfficiencyMeasure[],
  growthSince: YearFactors['growthSince'],
  years: { readonly after: number; readonly upTo: number },
): ExactCells | undefined {
  let exact = scaledCells(cells, factors);
  for (const measure of measures) {
    if (measure.form !== 'amount' || measure.year <= years.after || measure.year > years.upTo) continue;
    const reduced = lessAmount(exact, cells, measure, growthSince(measure.year));
    if (reduced === undefined) return undefined;
    exact = reduced;
  }
  return exact.kept.some((kept) => kept < 0n) ? undefined : exact;
}

/** Base price times factors, at the largest scale that any factor has. */
function scaledCells(cells: readonly CompiledCell[], factors: readonly CellFactor[]): ExactCells {
  const multipliers = new Map<CellFactor, { indexed: bigint; kept: bigint }>();
  let scale = 0;
  for (const { index, kept } of factors) scale = Math.max(scale, index.scale + kept.scale);
  const indexed: bigint[] = [];
  const kept: bigint[] = [];
  for (const [place, { base }] of cells.entries()) {
    const factor = factors[place];
    if (factor === undefined) continue;
    let multiplier = multipliers.get(factor);
    if (multiplier === undefined) {
      const index = digitsAt(factor.index, scale - factor.kept.scale);
      multiplier = { indexed: index * powerOfTen(factor.kept.scale), kept: index * factor.kept.digits };
      multipliers.set(factor, multiplier);
    }
    indexed.push(base * multiplier.indexed);
    kept.push(base * multiplier.kept);
  }
  return { denominator: powerOfTen(scale), indexed, kept };
}

type AmountMeasure = Extract<EfficiencyMeasure, { form: 'amount' }>;

/**
 * Takes an amount, carried to the year, from the cells that it covers in proportion to their indexed price; everything gets
 * that price as a further factor of its denominator.
 */
function lessAmount(
  { denominator, indexed, kept }: ExactCells,
  cells: readonly CompiledCell[],
  measure: AmountMeasure,
  growth: Scaled,
): ExactCells | undefined {
  const isCovered = cells.map((cell) => covers(measure, cell));
  let named = 0n;
  for (const [place, price] of indexed.entries()) if (isCovered[place]) named += price;
  const unit = powerOfTen(growth.scale);
  const carried = measure.amount * growth.digits;
  // carried / unit and named / denominator are øre.
  if (carried * denominator > named * unit) return undefined;
  if (named === 0n) return { denominator, indexed, kept };
  const factor = named * unit;
  const perIndexed = carried * denominator;
  return {
    denominator: denominator * factor,
    indexed: indexed.map((price) => price * factor),
    kept: kept.map(
      (price, place) => price * factor - (isCovered[place] ? (indexed[place] ?? 0n) * perIndexed : 0n),
    ),
  };
}
