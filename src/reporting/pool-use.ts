import type { Agreement } from '../agreement/agreement.ts';
import type { PlainKey } from '../agreement/allocation-key.ts';
import { addOre, type Ore, sumOre, ZERO_ORE } from '../money/ore.ts';
import { byCodePoint } from '../order.ts';
import { accountKey, type Recipient } from '../prioritisation/account.ts';

/** Pool money that a decision has bound in a year, or set free again (negative). */
export interface PoolSpending {
  readonly decision: string;
  readonly year: number;
  /** The solution whose pool contribution pays. */
  readonly solution: string;
  readonly amount: Ore;
  readonly recipient: Recipient;
}

/** What is known of an initiative that pool money has gone to. */
export interface FundedInitiative {
  readonly initiative: string;
  readonly title?: string;
  /** The management area that it serves. */
  readonly area?: string;
  /** The solution that it builds on; absent: a new one. */
  readonly target?: string;
  /** What it is said to give in the year, in the year's prices. */
  readonly benefit?: Ore;
  /** Who benefits; absent: not said. */
  readonly beneficiaries?: PlainKey;
}

/** What an initiative, or a solution's business maintenance, has been given. */
export interface RecipientUse extends Omit<FundedInitiative, 'initiative'> {
  readonly recipient: Recipient;
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
  /** Business maintenance by solution, then initiatives by id. */
  readonly recipients: readonly RecipientUse[];
  /** By area; last what serves none that is known. */
  readonly areas: readonly NamedAmount[];
  /** By the solution whose contribution paid. */
  readonly payers: readonly NamedAmount[];
  /** By the solution built on; last what goes to new ones. */
  readonly targets: readonly NamedAmount[];
}

/** What decisions have done with the pool of a year, by recipient, area, payer and target. */
export function poolUse(
  { solutions }: Agreement,
  spendings: readonly PoolSpending[],
  known: readonly FundedInitiative[],
  year: number,
): PoolUse {
  const ofYear = spendings.filter((spending) => spending.year === year);
  const groups = Map.groupBy(ofYear, ({ recipient }) => accountKey(recipient));
  const described = new Map(known.map(({ initiative, ...facts }) => [initiative, facts]));
  const factsOf = (recipient: Recipient) => {
    if (recipient.kind === 'initiative') return described.get(recipient.initiative);
    const maintained = solutions.find(({ solution }) => solution === recipient.solution);
    return { target: recipient.solution, ...(maintained && { area: maintained.area }) };
  };
  const recipients = [...groups.keys()].sort(byCodePoint).flatMap((key): RecipientUse[] => {
    const group = groups.get(key) ?? [];
    return group.slice(0, 1).map(({ recipient }) => ({
      recipient,
      ...factsOf(recipient),
      amount: sumOre(group.map(({ amount }) => amount)),
      decisions: [...new Set(group.map(({ decision }) => decision))].sort(byCodePoint),
    }));
  });
  return {
    decided: sumOre(ofYear.map(({ amount }) => amount)),
    recipients,
    areas: sumsBy(recipients, ({ area }) => area),
    payers: sumsBy(ofYear, ({ solution }) => solution),
    targets: sumsBy(recipients, ({ target }) => target),
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
