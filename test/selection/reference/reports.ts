import Fraction from 'fraction.js';
import type { SelectionRequest } from '../../../data/schema/selection.ts';
import { votesOf } from './greedy.ts';

/** What every answer says of its voters, written straight from the definition, in fractions and kroner. */

export interface ReferenceReport {
  readonly utility: Fraction;
  readonly supportedChosen: number;
  readonly share: Fraction;
  readonly fairShare: Fraction;
}

const ZERO = new Fraction(0);

/** Each voter's report, in the order of the request. */
export function referenceReports(
  request: SelectionRequest,
  selected: readonly string[],
): (ReferenceReport & { readonly id: string; readonly weight: Fraction })[] {
  const { voters = [], initiatives, budget, utility } = request;
  const total = sum(voters.map(({ weight = '1' }) => new Fraction(weight)));
  return voters.map(({ id, weight = '1', approvals = {} }) => {
    const supported = initiatives.filter((initiative) => Number(approvals[initiative.id] ?? '0') > 0);
    const chosen = supported.filter((initiative) => selected.includes(initiative.id));
    const perVote = ({ id: initiative, cost }: (typeof initiatives)[number]) =>
      new Fraction(cost).div(votesOf(request, initiative));
    const worth = ({ id: initiative, cost }: (typeof initiatives)[number]) =>
      ({
        cost: new Fraction(cost),
        cardinality: new Fraction(1),
        score: new Fraction(approvals[initiative] ?? '0'),
      })[utility];
    const ofAll = sum(supported.map(perVote));
    const equal = new Fraction(budget).div(total);
    return {
      id,
      weight: new Fraction(weight),
      utility: sum(chosen.map(worth)),
      supportedChosen: chosen.length,
      share: sum(chosen.map(perVote)),
      fairShare: equal.compare(ofAll) < 0 ? equal : ofAll,
    };
  });
}

/** Mean, Gini by its definition over all pairs, share of the served, and mean distance to the fair share. */
export function referenceFairness(voters: ReturnType<typeof referenceReports>) {
  const total = sum(voters.map(({ weight }) => weight));
  const mean = (of: (voter: (typeof voters)[number]) => Fraction) =>
    sum(voters.map((voter) => of(voter).mul(voter.weight))).div(total);
  const meanUtility = mean(({ utility }) => utility);
  const differences = voters.flatMap((one) =>
    voters.map((other) => one.utility.sub(other.utility).abs().mul(one.weight).mul(other.weight)),
  );
  return {
    meanUtility,
    gini: meanUtility.equals(ZERO) ? ZERO : sum(differences).div(total).div(total).div(meanUtility).div(2),
    servedShare: mean(({ supportedChosen }) => new Fraction(supportedChosen > 0 ? 1 : 0)),
    distanceToFairShare: mean(({ share, fairShare }) => share.sub(fairShare).abs()),
  };
}

function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((total, fraction) => total.add(fraction), ZERO);
}
