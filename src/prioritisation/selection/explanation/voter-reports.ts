import type { Rate } from '../../../money/rate.ts';
import type { Fraction } from '../fraction.ts';
import type { Prepared } from '../prepared.ts';
import type { Grant } from '../problem.ts';
import { leastCommonMultiple, wholeNumbers } from '../whole-numbers.ts';

/** What a selection gives a group of equal voters, counted for one unit of weight. */
export interface VoterReport {
  /** Σ utility of what is chosen; kroner with `cost`. */
  readonly utility: Fraction;
  /** How many of the initiatives it supports are chosen. */
  readonly supportedChosen: number;
  /** Σ c(p)/v(p) over what it supports and is chosen, in øre. */
  readonly share: Fraction;
  /** min( B/n, Σ c(p)/v(p) over all it supports ), in øre. */
  readonly fairShare: Fraction;
}

/** By group. Selection, "What every answer explains". */
export function voterReports(prepared: Prepared, grants: readonly Grant[]): VoterReport[] {
  const { problem, electorate, votes } = prepared;
  const chosen = new Set(grants.map(({ place }) => place));
  const { totalWeight, weightPerOne } = electorate;
  // One denominator for all: of votes that are not zero, and of the total weight for B/n.
  const denominator = votes.filter((vote) => vote > 0n).reduce(leastCommonMultiple, totalWeight || 1n);
  const perVote = problem.candidates.map(({ cost }, place) => {
    const vote = votes[place] ?? 0n;
    return vote === 0n ? 0n : cost * weightPerOne * (denominator / vote);
  });
  const equalShare = totalWeight === 0n ? 0n : problem.budget * weightPerOne * (denominator / totalWeight);
  const utilityOf = utilityOfPlace(prepared);
  return electorate.representatives.map(({ ballot }) => {
    let [supportedChosen, utility, share, all] = [0, 0n, 0n, 0n];
    ballot.supported.forEach((place, index) => {
      const part = perVote[place] ?? 0n;
      all += part;
      if (!chosen.has(place)) return;
      supportedChosen += 1;
      share += part;
      utility += utilityOf.at(place, ballot.utilities[index]);
    });
    const fairShare = all < equalShare ? all : equalShare;
    return {
      utility: { numerator: utility, denominator: utilityOf.perOne },
      supportedChosen,
      share: { numerator: share, denominator },
      fairShare: { numerator: fairShare, denominator },
    };
  });
}

/** The utility of a chosen candidate to whoever supports it, in units of which `perOne` make 1. */
function utilityOfPlace({ problem, settings, electorate }: Prepared) {
  if (settings.utility === 'cardinality') return { at: () => 1n, perOne: 1n };
  if (settings.utility === 'cost') {
    return { at: (place: number) => problem.candidates[place]?.cost ?? 0n, perOne: ORE_PER_KRONE };
  }
  const distinct = [...new Set(electorate.representatives.flatMap(({ ballot }) => ballot.utilities))];
  const { numbers, perOne } = wholeNumbers(distinct);
  const numberOf = new Map(distinct.map((points, place) => [points, numbers[place] ?? 0n]));
  return { at: (_: number, points?: Rate) => (points && numberOf.get(points)) ?? 0n, perOne };
}

const ORE_PER_KRONE = 100n;
