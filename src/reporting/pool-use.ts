import type { PlainKey } from '../agreement/allocation-key.ts';
import { addOre, type Ore, sumOre, ZERO_ORE } from '../money/ore.ts';
import { byCodePoint } from '../order.ts';

/** Pool money that a decision has bound in a year, or set free again (negative). */
export interface PoolSpending {
  readonly decision: string;
  readonly year: number;
  /** The solution whose pool contribution pays. */
  readonly solution: string;
  readonly amount: Ore;
  readonly initiative: string;
}

/** What is known of an initiative that pool money has gone to. */
export interface FundedInitiative {
  readonly initiative: string;
  /** The management area that it serves. */
  readonly area?: string;
  /** The solution that it builds on; absent: a new one. */
  readonly target?: string;
  /** What it is said to give in the year, in the year's prices. */
  readonly benefit?: Ore;
  /** Who benefits; absent: not said. */
  readonly beneficiaries?: PlainKey;
}

export interface InitiativeUse extends FundedInitiative {
  readonly amount: Ore;
  /** The decisions that it rests on, by id. */
  readonly decisions: readonly string[];
}

/** An amount under a name; without one it is what has none. */
export interface NamedAmount {
  readonly name?: string;
  readonly amount: Ore;
}

/** Where a year's pool went; each of the lists sums to the amount decided. */
export interface PoolUse {
  readonly decided: Ore;
  /** By id. */
  readonly initiatives: readonly InitiativeUse[];
  /** By area; last what serves none that is known. */
  readonly areas: readonly NamedAmount[];
  /** By the solution whose contribution paid. */
  readonly payers: readonly NamedAmount[];
  /** By the solution built on; last what goes to new ones. */
  readonly targets: readonly NamedAmount[];
}

/** What decisions have done with the pool of a year, by initiative, area, payer and target. */
export function poolUse(
  spendings: readonly PoolSpending[],
  known: readonly FundedInitiative[],
  year: number,
): PoolUse {
  const ofYear = spendings.filter((spending) => spending.year === year);
  const described = new Map(known.map((one) => [one.initiative, one]));
  const groups = Map.groupBy(ofYear, ({ initiative }) => initiative);
  const initiatives = [...groups]
    .toSorted(([first], [second]) => byCodePoint(first, second))
    .map(([initiative, group]) => ({
      ...(described.get(initiative) ?? { initiative }),
      amount: sumOre(group.map(({ amount }) => amount)),
      decisions: [...new Set(group.map(({ decision }) => decision))].sort(byCodePoint),
    }));
  return {
    decided: sumOre(ofYear.map(({ amount }) => amount)),
    initiatives,
    areas: sumsBy(initiatives, ({ area }) => area),
    payers: sumsBy(ofYear, ({ solution }) => solution),
    targets: sumsBy(initiatives, ({ target }) => target),
  };
}

/** The amount under a name, nothing where it is not there. */
export function amountUnder(name: string | undefined, amounts: readonly NamedAmount[]): Ore {
  return amounts.find((one) => one.name === name)?.amount ?? ZERO_ORE;
}

/** Sums by what a function names, in code point order; what has no name comes last. */
function sumsBy<Item extends { readonly amount: Ore }>(
  items: readonly Item[],
  nameOf: (item: Item) => string | undefined,
): NamedAmount[] {
  const sums = new Map<string | undefined, Ore>();
  for (const item of items) {
    const name = nameOf(item);
    sums.set(name, addOre(sums.get(name) ?? ZERO_ORE, item.amount));
  }
  const nameless = sums.get(undefined);
  const named = [...sums].flatMap(([name, amount]) => (name === undefined ? [] : [{ name, amount }]));
  return [
    ...named.toSorted((first, second) => byCodePoint(first.name, second.name)),
    ...(nameless === undefined ? [] : [{ amount: nameless }]),
  ];
}
