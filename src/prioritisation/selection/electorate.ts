import { greatestCommonDivisor } from '../../money/exact.ts';
import { type Rate, rateText } from '../../money/rate.ts';
import type { Utility, Voter } from './problem.ts';
import { wholeNumbers } from './whole-numbers.ts';

/**
 * The voters as the methods see them: those with the same approvals, and the same money for each unit of weight,
 * are one group of added weight. Merging never changes an outcome.
 */
export interface Electorate {
  /** The group of each voter, in the voters' order. */
  readonly groupOf: Int32Array;
  /** One voter of each group, whose ballot stands for all; groups come in the order of their first voters. */
  readonly representatives: readonly Voter[];
  /** The weight of each group, and of all, in units of which `weightPerOne` make 1. */
  readonly weights: readonly bigint[];
  readonly totalWeight: bigint;
  readonly weightPerOne: bigint;
  /** What each group holds of the budget, in øre; absent: its weight's share. */
  readonly endowments?: readonly bigint[];
  /** Groups of the same class hold the same money for each unit of weight. */
  readonly endowmentClass: Int32Array;
}

/** Merges voters. Utilities tell voters apart only where they count, that is with `score`. */
export function mergeVoters(voters: readonly Voter[], utility: Utility): Electorate {
  const { numbers, perOne } = wholeNumbers(voters.map(({ weight }) => weight));
  const keyOf = ballotKeys(utility);
  const classes = new Map<string, number>();
  const groups = new Map<string, number>();
  const groupOf = new Int32Array(voters.length);
  const representatives: Voter[] = [];
  const weights: bigint[] = [];
  const endowments: bigint[] = [];
  const classOf: number[] = [];
  voters.forEach((voter, place) => {
    const weight = numbers[place] ?? 0n;
    const moneyClass = numbered(classes, moneyPerWeight(voter, weight));
    const group = numbered(groups, `${moneyClass} ${keyOf(voter)}`);
    groupOf[place] = group;
    representatives[group] ??= voter;
    classOf[group] = moneyClass;
    weights[group] = (weights[group] ?? 0n) + weight;
    endowments[group] = (endowments[group] ?? 0n) + (voter.endowment ?? 0n);
  });
  return {
    groupOf,
    representatives,
    weights,
    totalWeight: numbers.reduce((sum, weight) => sum + weight, 0n),
    weightPerOne: perOne,
    ...(voters[0]?.endowment !== undefined && { endowments }),
    endowmentClass: Int32Array.from(classOf),
  };
}

/** The number of a key: its own when it is known, the next one when it is new. */
function numbered(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function moneyPerWeight({ endowment }: Voter, weight: bigint): string {
  if (endowment === undefined) return '';
  const divisor = greatestCommonDivisor(endowment, weight);
  return `${endowment / divisor}/${weight / divisor}`;
}

/** Places as characters make short keys; as many utilities follow, so that no two ballots share a key. */
function ballotKeys(utility: Utility): (voter: Voter) => string {
  const supportedKey = ({ ballot }: Voter): string =>
    Reflect.apply(String.fromCharCode, undefined, ballot.supported);
  if (utility !== 'score') return supportedKey;
  const texts = new Map<Rate, string>();
  const textOf = (points: Rate): string => {
    const known = texts.get(points) ?? rateText(points);
    texts.set(points, known);
    return known;
  };
  return (voter) => `${supportedKey(voter)} ${voter.ballot.utilities.map(textOf).join(' ')}`;
}
