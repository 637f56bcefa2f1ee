import { type MunicipalVoter, partsOf } from '../../../selection/portfolio/selection-request.ts';
import { keyWeights } from '../../../src/agreement/key-weights.ts';
import { apportion } from '../../../src/money/apportionment.ts';
import { type Exact, exactFromOre, ONE, sign } from '../../../src/money/exact.ts';
import { type Ore, sumOre, ZERO_ORE } from '../../../src/money/ore.ts';
import { idOf, type StartingCandidate } from '../../../src/portfolio/candidates.ts';
import { invariant } from '../../../src/refusal.ts';
import { poolOrigin } from '../../../src/reporting/pool-origin.ts';
import type { MethodSetting } from './method-setting.ts';

/**
 * The municipalities as voters: each holds of the budget what it has paid of the pools that the budget comes from
 * (*puljebidrag*), and has the part in an initiative's benefit that the beneficiary key gives it.
 *
 * @param years whose pools the budget comes from
 */
export function municipalVoters(
  candidates: readonly StartingCandidate[],
  budget: Ore,
  years: ReadonlySet<number>,
  setting: MethodSetting,
): MunicipalVoter[] {
  const paid = paidInto(years, setting);
  const members = setting.agreement.municipalities.filter(({ municipality }) => paid.has(municipality));
  const weights = members.map(({ municipality }) => exactFromOre(paid.get(municipality) ?? ZERO_ORE));
  const hasPaid = weights.some((weight) => sign(weight) > 0);
  const endowments = apportion(budget, hasPaid ? weights : members.map(() => ONE));
  const parts = candidates.flatMap((candidate) => {
    const { beneficiaryKey } = candidate.initiative;
    const partOf = beneficiaryKey && partsOf(keyWeights(beneficiaryKey, members));
    return partOf === undefined ? [] : [{ id: idOf(candidate), partOf }];
  });
  return members.map(({ municipality }, row) => ({
    municipality,
    endowment: endowments[row] ?? ZERO_ORE,
    partOf: new Map(
      parts.flatMap(({ id, partOf }): [string, Exact][] => {
        const part = partOf[row];
        return part === undefined ? [] : [[id, part]];
      }),
    ),
  }));
}

function paidInto(years: ReadonlySet<number>, { prices, shares }: MethodSetting): Map<string, Ore> {
  const paid = new Map<string, Ore>();
  for (const [place, price] of prices.entries()) {
    const ofYear = shares[place];
    invariant(ofYear?.year === price.year, `the year ${price.year} is shared`);
    if (!years.has(price.year)) continue;
    for (const { municipality, amount } of poolOrigin(price, ofYear).municipalities)
      paid.set(municipality, sumOre([paid.get(municipality) ?? ZERO_ORE, amount]));
  }
  return paid;
}
