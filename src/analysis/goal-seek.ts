/** How a figure stands to its target: below, on it, or above. */
type Standing = -1 | 0 | 1;

/** Neighbouring places that stand alike. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly standing: Standing;
}

/**
 * Where a figure meets its target: at every place from the first to the last, to the øre; or nowhere, but between two neighbouring places,
 * of which one is below and one above.
 */
export type Meeting =
  | { readonly kind: 'met'; readonly first: number; readonly last: number }
  | { readonly kind: 'crossed'; readonly first: number; readonly last: number };

export interface Search {
  readonly meetings: readonly Meeting[];
  /** The places at which the figure was computed, ascending: between two of them that stand alike nothing was looked for. */
  readonly tried: readonly number[];
}

/** At least so many places are tried, evenly spread, before it is decided where to look closer. */
export const FIRST_LOOKS = 33;

/**
 * Looks for all places at which a figure meets a target: first at places spread over the range, then by bisection between
 * any two neighbours that stand differently. Each meeting is bracketed by figures that were really computed.
 *
 * A generator, so that whoever computes the figures may do other things in between: it yields a place and is given its figure.
 *
 * @param count places 0 … count − 1
 */
export function* seekGoal(count: number, target: bigint): Generator<number, Search, bigint> {
  const standings = new Map<number, Standing>();
  function* standingAt(place: number): Generator<number, Standing, bigint> {
    const known = standings.get(place);
    if (known !== undefined) return known;
    const figure = yield place;
    const standing = figure < target ? -1 : figure > target ? 1 : 0;
    standings.set(place, standing);
    return standing;
  }

  const runs: Run[] = [];
  for (const look of spread(count)) {
    const standing = yield* standingAt(look);
    let run = runs.pop() ?? { first: look, last: look, standing };
    while (run.standing !== standing) {
      const last = yield* lastLike(run, look, standingAt);
      runs.push({ ...run, last });
      run = { first: last + 1, last: last + 1, standing: yield* standingAt(last + 1) };
    }
    runs.push({ ...run, last: look });
  }
  return { meetings: meetingsOf(runs), tried: [...standings.keys()].sort((first, second) => first - second) };
}

/** The last place that stands like a run, before one that does not: halved until the two are neighbours. */
function* lastLike(
  { last, standing }: Run,
  unlike: number,
  standingAt: (place: number) => Generator<number, Standing, bigint>,
): Generator<number, number, bigint> {
  let [like, other] = [last, unlike];
  while (other - like > 1) {
    const middle = like + Math.floor((other - like) / 2);
    if ((yield* standingAt(middle)) === standing) like = middle;
    else other = middle;
  }
  return like;
}

function spread(count: number): number[] {
  const looks = Math.min(count, FIRST_LOOKS);
  const places = Array.from({ length: looks }, (_, look) =>
    looks === 1 ? 0 : Math.floor((look * (count - 1)) / (looks - 1)),
  );
  return [...new Set(places)];
}

function meetingsOf(runs: readonly Run[]): Meeting[] {
  return runs.flatMap((run, place): Meeting[] => {
    if (run.standing === 0) return [{ kind: 'met', first: run.first, last: run.last }];
    const next = runs[place + 1];
    if (next === undefined || next.standing === 0) return [];
    return [{ kind: 'crossed', first: run.last, last: next.first }];
  });
}
