/** Where something first turns: it does at `steps`, and not yet one step before. Both were tried. */
export interface Turn {
  readonly steps: bigint;
}

/** `never`: not in as many steps as were looked at; `out-of-time`: the trial could not be made. */
export type Turning = Turn | 'never' | 'out-of-time';

/**
 * The smallest number of steps at which something turns, found by doubling and then by halving: where it turns back and forth, a
 * turn between two that were tried may be missed, but what is found is a turn, confirmed on both sides.
 *
 * @param turnsAt whether it has turned after so many steps; undefined when time runs out. It has not after none.
 */
export function smallestTurn(most: bigint, turnsAt: TurnsAt): Turning {
  const search = turnSearch(most);
  let step = search.next();
  while (step.done !== true) step = search.next(turnsAt(step.value));
  return step.value;
}

type TurnsAt = (steps: bigint) => boolean | undefined;

/** The same where trying takes time of its own: asks for trials, and is told whether it has turned. */
export function* turnSearch(most: bigint): Generator<bigint, Turning, boolean | undefined> {
  let before = 0n;
  for (let steps = 1n; before < most; steps = steps * 2n) {
    const tried = steps < most ? steps : most;
    const turned = yield tried;
    if (turned === undefined) return 'out-of-time';
    if (turned) return yield* turnBetween(before, tried);
    before = tried;
  }
  return 'never';
}

/** @param before not yet turned @param after turned */
function* turnBetween(before: bigint, after: bigint): Generator<bigint, Turning, boolean | undefined> {
  let [low, high] = [before, after];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    const turned = yield middle;
    if (turned === undefined) return 'out-of-time';
    if (turned) high = middle;
    else low = middle;
  }
  return { steps: high };
}
