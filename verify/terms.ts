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
  /** By first year, as every list of periods. */
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

/** What changes have laid down about a municipality's population, in their order. */
export interface Projection {
  readonly counted: ReadonlyMap<number, bigint>;
  readonly grown: ReadonlyMap<number, Rational>;
}

export interface Municipality {
  readonly municipality: string;
  readonly population: bigint;
  /** What changes say of its population in later years. */
  readonly projection?: Projection;
  readonly membership: readonly MembershipPeriod[];
}

/** A line of the register of accessions: on what day it was written, of whom, and what of membership it says. */
export interface AccessionLine {
  readonly entry: number;
  readonly recorded: string;
  readonly municipality: string;
  readonly type: string;
  /** Of a notice: the last year of membership. */
  readonly lastYear?: number;
  /** Of a correction: the number of the line that it takes out of force. */
  readonly corrects?: number;
}

/** Øre by municipality code, by solution. */
export type PaidShares = ReadonlyMap<string, ReadonlyMap<string, bigint>>;

/** Everything of an agreement that a price depends on, lists in the model's order. */
export interface Terms {
  readonly baseYear: number;
  /** Ids in the components' order. */
  readonly components: readonly string[];
  /** Ids of the components that the prioritisation pool is reserved from. */
  readonly reservable: ReadonlySet<string>;
  /** In catalogue order. */
  readonly solutions: readonly Solution[];
  readonly index: readonly IndexEntry[];
  /** Only vintages up to this day count; absent: all. */
  readonly indexAsOf?: string;
  /** Rates that a scenario has set by year: they hold whatever the vintage. */
  readonly indexSet: ReadonlyMap<number, Partial<IndexRates>>;
  /** In the order in which they were laid down: of two rates for a cell and year the later holds. */
  readonly measures: readonly Measure[];
  /** By code. */
  readonly municipalities: readonly Municipality[];
  /** In the order in which they were written; absent: no register is kept. */
  /** By what benefit is judged: changes may weigh these and no others. */
  readonly criteria: ReadonlySet<string>;
  readonly accessions?: readonly AccessionLine[];
  /** What was in fact paid in a year, in øre by municipality, by solution. */
  readonly past: ReadonlyMap<number, PaidShares>;
}

/**
 * The rates in force for a year: each the one that a scenario set, else that of the newest vintage that counts.
 * `undefined` when there is neither an entry nor a combined rate that was set; without an entry the correction
 * is nothing unless it was set.
 */
export function ratesInForce(terms: Terms, year: number): IndexRates | undefined {
  const entry = terms.index
    .filter((known) => known.year === year && known.vintage <= (terms.indexAsOf ?? LAST_DAY))
    .reduce<IndexEntry | undefined>(newer, undefined);
  const set = terms.indexSet.get(year);
  const combined = set?.combined ?? entry?.combined;
  return combined === undefined ? undefined : { correction: ZERO, ...entry, ...set, combined };
}

const LAST_DAY = '9999-12-31';

function newer(first: IndexEntry | undefined, second: IndexEntry): IndexEntry {
  return first === undefined || first.vintage < second.vintage ? second : first;
}

/** Cells in the components' order. */
export function inOrder(cells: readonly Cell[], components: readonly string[]): Cell[] {
  return cells.toSorted(
    (first, second) => components.indexOf(first.component) - components.indexOf(second.component),
  );
}
