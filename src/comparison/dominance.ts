import type { ComparedShares } from './scenario-result.ts';

/** For no municipality in any compared year is `dominating` dearer than `dominated`, and for some it is cheaper. */
export interface Dominance {
  readonly dominating: string;
  readonly dominated: string;
  /** Pairs of a municipality and a year for which it is cheaper. */
  readonly cheaperFor: number;
}

/**
 * Every pair of scenarios of which one dominates the other, in the order given. Only scenarios with the same members
 * in every compared year are held against each other: to leave the agreement is not to get it cheaper. It speaks
 * of what is paid, not of what is got for it. Irreflexive and transitive.
 */
export function dominances(scenarios: readonly ComparedShares[]): Dominance[] {
  const columns = scenarios.map((scenario) => ({ id: scenario.id, amounts: amountsOf(scenario) }));
  return columns.flatMap((dominating) =>
    columns.flatMap((dominated) => {
      const cheaperFor = timesCheaper(dominating.amounts, dominated.amounts);
      return cheaperFor > 0 ? [{ dominating: dominating.id, dominated: dominated.id, cheaperFor }] : [];
    }),
  );
}

type Amounts = ReadonlyMap<string, bigint>;

function amountsOf({ years }: ComparedShares): Amounts {
  return new Map(
    years.flatMap(({ year, municipalities }) =>
      municipalities.map(({ municipality, amount }) => [`${year} ${municipality}`, amount] as const),
    ),
  );
}

/** How often the first is cheaper; none when it is dearer somewhere or when the members differ. */
function timesCheaper(first: Amounts, second: Amounts): number {
  if (first.size !== second.size) return 0;
  let cheaper = 0;
  for (const [payer, amount] of first) {
    const other = second.get(payer);
    if (other === undefined || amount > other) return 0;
    if (amount < other) cheaper += 1;
  }
  return cheaper;
}
