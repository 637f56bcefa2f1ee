import type { Rate } from '../../money/rate.ts';
import type { Electorate } from './electorate.ts';
import type { Utility } from './problem.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** The strength of every entry of the rows: the group's weight, times the points given with `score`. */
export interface Strengths {
  /** The nearest doubles. */
  readonly rowStrength: Float64Array;
  /** Present where a double may not hold a strength, or a sum of some, exactly. */
  readonly wideStrength?: readonly bigint[];
  /** How many units of strength make a utility of 1 for a weight of 1. */
  readonly perOne: bigint;
}

/** Sums below this are exact in doubles, whatever their order. */
const EXACT_BELOW = 2n ** 53n;

export function strengthsOf(electorate: Electorate, rowStart: Int32Array, utility: Utility): Strengths {
  const { representatives, weights, totalWeight, weightPerOne } = electorate;
  const points = utility === 'score' ? pointsOf(electorate) : undefined;
  const perOne = weightPerOne * (points?.perOne ?? 1n);
  const rowStrength = new Float64Array(rowStart.at(-1) ?? 0);
  const wideStrength: bigint[] = [];
  const isWide = totalWeight * (points?.most ?? 1n) >= EXACT_BELOW;
  representatives.forEach(({ ballot }, group) => {
    const start = rowStart[group] ?? 0;
    const weight = weights[group] ?? 0n;
    if (points === undefined && !isWide) {
      rowStrength.fill(Number(weight), start, rowStart[group + 1]);
      return;
    }
    const weightDouble = Number(weight);
    ballot.utilities.forEach((utilityGiven, index) => {
      const given = points?.of.get(utilityGiven) ?? ONE_POINT;
      rowStrength[start + index] = weightDouble * given.double;
      if (isWide) wideStrength.push(weight * given.whole);
    });
  });
  return isWide ? { rowStrength, wideStrength, perOne } : { rowStrength, perOne };
}

/** Points as a whole number and as the nearest double. */
interface Given {
  readonly whole: bigint;
  readonly double: number;
}

const ONE_POINT: Given = { whole: 1n, double: 1 };

/** The points that occur, in one unit; there are few, however many the voters. */
function pointsOf({ representatives }: Electorate) {
  const distinct = new Set<Rate>();
  for (const { ballot } of representatives) for (const utility of ballot.utilities) distinct.add(utility);
  const { numbers, perOne } = wholeNumbers([...distinct]);
  const given = numbers.map((whole): Given => ({ whole, double: Number(whole) }));
  return {
    of: new Map([...distinct].map((utility, place) => [utility, given[place] ?? ONE_POINT])),
    most: numbers.reduce((most, number) => (number > most ? number : most), 1n),
    perOne,
  };
}
