import { addRates, multiplyRates, type Rate, ZERO_RATE } from '../../money/rate.ts';
import type { Points } from './points.ts';

/** A paper that counts, as a voter of a selection: what it gives, and how much the voter weighs. */
export interface CastPaper {
  readonly voter: string;
  readonly weight: Rate;
  readonly points: Points;
}

/** What all papers together give an initiative. */
export interface InitiativeTotal {
  readonly initiative: string;
  /** The weight of those who give it more than nothing. */
  readonly votes: Rate;
  /** Σ weight · points. */
  readonly points: Rate;
}

/** The totals of all initiatives up for the vote, in their order; exact, and the same for every order of the papers. */
export function totalsOf(initiatives: readonly string[], papers: readonly CastPaper[]): InitiativeTotal[] {
  return initiatives.map((initiative) => {
    let [votes, points] = [ZERO_RATE, ZERO_RATE];
    for (const paper of papers) {
      const given = paper.points.get(initiative);
      if (given === undefined) continue;
      votes = addRates(votes, paper.weight);
      points = addRates(points, multiplyRates([paper.weight, given]));
    }
    return { initiative, votes, points };
  });
}
