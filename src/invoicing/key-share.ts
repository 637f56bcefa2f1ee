import { solutionWeights } from '../agreement/key-weights.ts';
import { membersOf } from '../agreement/membership.ts';
import { keyWords } from '../explanation/key-words.ts';
import { type Exact, sum, ZERO } from '../money/exact.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { type Bilingual, invariant } from '../refusal.ts';

/** By what a solution's price is shared, and what a municipality weighs in it out of all. */
export interface KeyShare {
  readonly key: Bilingual;
  readonly weight: Exact;
  readonly totalWeight: Exact;
}

/** The weight of a municipality in a solution's allocation key in the year of a price; nothing when the solution is not in it. */
export function keyShareOf(
  { agreement, year }: YearPrice,
  solution: string,
  municipality: string,
): KeyShare | undefined {
  const described = agreement.solutions.find((candidate) => candidate.solution === solution);
  if (described === undefined) return undefined;
  const members = membersOf(agreement, year);
  const weights = solutionWeights(described, members);
  invariant(weights.length === members.length, 'every member has a weight, if only zero');
  const place = members.findIndex((member) => member.municipality === municipality);
  return { key: keyWords(described.key), weight: weights[place] ?? ZERO, totalWeight: sum(weights) };
}
