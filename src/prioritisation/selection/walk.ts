import { type Ore, ore } from '../../money/ore.ts';
import { type LimitRow, limitRows } from './limit-rows.ts';
import type { Candidate, Group, SelectionProblem } from './problem.ts';

/** Why a candidate cannot be chosen beside what is chosen already, money apart. */
export type Obstacle =
  | { readonly kind: 'must-not' }
  | { readonly kind: 'depends-on'; readonly missing: readonly number[] }
  | { readonly kind: 'excluded-by'; readonly by: readonly number[] }
  | { readonly kind: 'group-full'; readonly group: Group }
  | { readonly kind: 'limit'; readonly row: LimitRow; readonly missing: bigint };

/**
 * A set that is chosen one by one and never breaks a constraint that can be kept so: what depends waits for what it depends on,
 * what is excluded, over a limit or over a group's bound is passed over. That a group has at least so many cannot be
 * kept one by one; it is checked when all is chosen. Without constraints nothing is ever in the way.
 */
export class Walk {
  readonly order: number[] = [];
  readonly #problem: SelectionProblem;
  readonly #isChosen: Uint8Array;
  readonly #barred: ReadonlySet<number>;
  readonly #excludedBy: readonly ReadonlySet<number>[];
  readonly #groupsOf: readonly (readonly Group[])[];
  readonly #rows: readonly LimitRow[];
  readonly #used: bigint[];
  #left: bigint;

  constructor(problem: SelectionProblem) {
    this.#problem = problem;
    this.#isChosen = new Uint8Array(problem.candidates.length);
    this.#barred = new Set(problem.mustNot);
    this.#excludedBy = exclusions(problem.candidates);
    this.#groupsOf = problem.candidates.map((_, place) =>
      problem.groups.filter(({ members, atMost }) => atMost !== undefined && members.includes(place)),
    );
    this.#rows = limitRows(problem);
    this.#used = this.#rows.map(() => 0n);
    this.#left = problem.budget;
  }

  /** What is left of the budget. */
  get left(): Ore {
    return ore(this.#left);
  }

  has(place: number): boolean {
    return this.#isChosen[place] === 1;
  }

  fits(place: number): boolean {
    return this.#costOf(place) <= this.#left;
  }

  /** Chooses a candidate; funded in part it uses as much less of each limit, rounded up. */
  take(place: number, amount = this.#costOf(place)): void {
    const cost = this.#costOf(place);
    this.#isChosen[place] = 1;
    this.order.push(place);
    this.#left -= amount;
    this.#rows.forEach(({ use }, row) => {
      const whole = use[place] ?? 0n;
      const used = amount === cost ? whole : (whole * amount + cost - 1n) / cost;
      this.#used[row] = (this.#used[row] ?? 0n) + used;
    });
  }

  /** The first thing in the way, in the order of the kinds; undefined when there is none. */
  obstacle(place: number): Obstacle | undefined {
    if (this.#barred.has(place)) return { kind: 'must-not' };
    const by = [...(this.#excludedBy[place] ?? [])].filter((other) => this.has(other));
    if (by.length > 0) return { kind: 'excluded-by', by: by.toSorted((first, second) => first - second) };
    return this.#fullGroup(place) ?? this.#exceededLimit(place) ?? this.#missingDependency(place);
  }

  /** Whether the only thing in the way may still go away. */
  isWaiting(place: number): boolean {
    return this.obstacle(place)?.kind === 'depends-on';
  }

  #fullGroup(place: number): Obstacle | undefined {
    const full = this.#groupsOf[place]?.find(
      ({ members, atMost = 0 }) => members.filter((member) => this.has(member)).length >= atMost,
    );
    return full && { kind: 'group-full', group: full };
  }

  #exceededLimit(place: number): Obstacle | undefined {
    for (const [index, row] of this.#rows.entries()) {
      const missing = (this.#used[index] ?? 0n) + (row.use[place] ?? 0n) - row.limit;
      if (missing > 0n && row.use[place] !== 0n) return { kind: 'limit', row, missing };
    }
    return undefined;
  }

  #missingDependency(place: number): Obstacle | undefined {
    const { dependsOn = [] } = this.#problem.candidates[place] ?? {};
    const missing = dependsOn.filter((needed) => !this.has(needed));
    return missing.length === 0 ? undefined : { kind: 'depends-on', missing };
  }

  #costOf(place: number): bigint {
    return this.#problem.candidates[place]?.cost ?? 0n;
  }
}

/** By place: what cannot be chosen beside it, whoever of the two says so. */
export function exclusions(candidates: readonly Candidate[]): ReadonlySet<number>[] {
  const sets = candidates.map(({ excludes }) => new Set(excludes));
  candidates.forEach(({ excludes }, place) => {
    for (const other of excludes) sets[other]?.add(place);
  });
  return sets;
}
