/** What decides when a request gets its turn. */
export interface Turn {
  readonly id: string;
  readonly position: 'first' | 'listed' | 'last';
  /** Place in the proposal. */
  readonly place: number;
  /** Ids that must have had their turn before; ids that take no turn are passed over. */
  readonly after: readonly string[];
}

const RANK = { first: 0, listed: 1, last: 2 } as const;

/**
 * The order in which requests get their turn at the pool: those that a rule puts first, the rest as listed,
 * those that a rule puts last; within each as the proposal lists them. What a request depends on is brought
 * forward to just before it, so that a need that comes first brings what it needs. `after` must not run in a
 * circle.
 */
export function turnOrder<T extends Turn>(turns: readonly T[]): T[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const ordered = new Set<T>();
  const take = (turn: T): void => {
    if (ordered.has(turn)) return;
    for (const dependency of inRank(turn.after.flatMap((other) => byId.get(other) ?? []))) take(dependency);
    ordered.add(turn);
  };
  for (const turn of inRank(turns)) take(turn);
  return [...ordered];
}

function inRank<T extends Turn>(turns: readonly T[]): T[] {
  return turns.toSorted(
    (first, second) => RANK[first.position] - RANK[second.position] || first.place - second.place,
  );
}
