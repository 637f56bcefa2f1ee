import type { Period } from './period.ts';
import { type Rational, ZERO } from './rational.ts';

/** What a key lets an amount rise or fall from the year before, as fractions of that amount. */
export interface Limits {
  readonly rise?: Rational;
  readonly fall?: Rational;
}

export type PlainKey =
  | { readonly kind: 'population' }
  | { readonly kind: 'population-tiered'; readonly threshold: bigint; readonly weightAbove: Rational }
  | { readonly kind: 'equal' }
  | { readonly kind: 'weights'; readonly weights: ReadonlyMap<string, Rational> }
  | { readonly kind: 'mix'; readonly parts: readonly { readonly share: Rational; readonly key: PlainKey }[] };

export type Key = PlainKey & { readonly limits?: Limits };

/** The base-year price of one component of a solution. */
export interface Cell {
  readonly component: string;
  readonly ore: bigint;
  readonly wageShare?: Rational;
}

export interface Solution {
  readonly solution: string;
  readonly order: number;
  readonly periods: readonly Period[];
  /** In the components' order. */
  readonly cells: readonly Cell[];
  readonly reservedShare: Rational;
  readonly key: Key;
  readonly participants?: ReadonlySet<string>;
}

export interface IndexRates {
  readonly wage?: Rational;
  readonly price?: Rational;
  readonly combined: Rational;
  readonly correction: Rational;
}

export interface IndexEntry extends IndexRates {
  readonly year: number;
  readonly vintage: string;
}

/** An efficiency measure over the cells it names; an absent set names all. */
export interface Measure {
  readonly year: number;
  readonly solutions?: ReadonlySet<string>;
  readonly components?: ReadonlySet<string>;
  readonly saving: { readonly rate: Rational } | { readonly ore: bigint };
}

export interface MembershipPeriod extends Period {
  readonly fixedShare: Rational;
}

export interface Municipality {
  readonly municipality: string;
  readonly population: bigint;
  readonly membership: readonly MembershipPeriod[];
}

/** Everything of an agreement that a price depends on, lists in the model's order. */
export interface Terms {
  readonly baseYear: number;
  /** Ids of the components that the prioritisation pool is reserved from. */
  readonly reservable: ReadonlySet<string>;
  /** In catalogue order. */
  readonly solutions: readonly Solution[];
  readonly index: readonly IndexEntry[];
  /** Only vintages up to this day count; absent: all. */
  readonly indexAsOf?: string;
  /** Rates that a scenario has set, whatever the vintage. */
  readonly indexSet: ReadonlyMap<number, IndexRates>;
  /** In the order in which they were laid down: of two rates for a cell and year the later holds. */
  readonly measures: readonly Measure[];
  /** By code. */
  readonly municipalities: readonly Municipality[];
}

/** The rates in force for a year: those a scenario set, else the newest vintage that counts. */
export function ratesInForce(terms: Terms, year: number): IndexRates | undefined {
  const known = terms.index
    .filter((entry) => entry.year === year && entry.vintage <= (terms.indexAsOf ?? '9999-12-31'))
    .sort((first, second) => (first.vintage < second.vintage ? 1 : -1));
  return terms.indexSet.get(year) ?? known[0];
}

/** Rates that stand on those in force; without any, the correction is nothing and `combined` must be given. */
export function ratesUpon(
  inForce: IndexRates | undefined,
  given: Partial<IndexRates>,
): IndexRates | undefined {
  const combined = given.combined ?? inForce?.combined;
  if (combined === undefined) return undefined;
  return { correction: ZERO, ...inForce, ...given, combined };
}
