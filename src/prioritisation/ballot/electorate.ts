import type { Agreement } from '../../agreement/agreement.ts';
import { membersOf } from '../../agreement/membership.ts';
import { type Rate, rateFromText, WHOLE } from '../../money/rate.ts';

/** Who may vote: everybody who sits in a body, or every municipality that takes part in a year. */
export type Electorate =
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'municipalities'; readonly year: number };

/** How much a voter weighs: all the same, or municipalities by their population. */
export type VoteWeights = 'equal' | 'population';

/** The municipalities that may vote, by code; undefined where the voters are the members of a body. */
export function votingMunicipalities(
  electorate: Electorate,
  agreement: Agreement,
): ReadonlyMap<string, bigint> | undefined {
  if (electorate.kind === 'body') return undefined;
  const members = membersOf(agreement, electorate.year);
  return new Map(members.map(({ municipality, population }) => [municipality, population]));
}

/** The weight of a voter who has voted. */
export function weightOf(
  voter: string,
  weights: VoteWeights,
  municipalities: ReadonlyMap<string, bigint> | undefined,
): Rate {
  const population = municipalities?.get(voter);
  return weights === 'equal' || population === undefined ? WHOLE : rateFromText(String(population));
}
