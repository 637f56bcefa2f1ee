import { keyWeights } from '../agreement/key-weights.ts';
import { membersOf } from '../agreement/membership.ts';
import { type Exact, sign } from '../money/exact.ts';
import { type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { splitTwoWay } from '../money/two-way-split.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import type { MunicipalityContribution, PoolOrigin } from './pool-origin.ts';
import type { PoolUse, RecipientUse } from './pool-use.ts';

/** What the pool of a year costs a municipality, and what of it is spent to its benefit. */
export interface MunicipalityEffect {
  readonly municipality: string;
  readonly contributed: Ore;
  /** Its part of what is decided for initiatives of which it is known who benefits. */
  readonly received: Ore;
  /** received − contributed. */
  readonly net: Ore;
  /** Its part of the benefit that those of them that hold money in the year are said to give. */
  readonly benefit: Ore;
}

/**
 * The net effect of the pool on each municipality: money and benefit follow the beneficiary keys of the initiatives,
 * over the members that paid, split two ways. What has no key, or one that nobody has weight in, is told apart.
 */
export function municipalityEffects(
  { agreement, year }: YearPrice,
  { municipalities }: PoolOrigin,
  { recipients }: PoolUse,
): { readonly municipalities: readonly MunicipalityEffect[]; readonly unattributed: Ore } {
  const codes = new Set(municipalities.map(({ municipality }) => municipality));
  const members = membersOf(agreement, year).filter(({ municipality }) => codes.has(municipality));
  const keyed = recipients.flatMap((recipient): KeyedRecipient[] => {
    if (recipient.beneficiaries === undefined) return [];
    const weights = keyWeights(recipient.beneficiaries, members);
    return weights.some((weight) => sign(weight) > 0) ? [{ ...recipient, weights }] : [];
  });
  const received = rowSums(keyed, ({ amount }) => amount);
  const benefits = rowSums(keyed, ({ amount, benefit = ZERO_ORE }) => (amount > 0n ? benefit : ZERO_ORE));
  const attributed = sumOre(keyed.map(({ amount }) => amount));
  return {
    municipalities: municipalities.map((contribution, row) =>
      effectOn(contribution, received[row] ?? ZERO_ORE, benefits[row] ?? ZERO_ORE),
    ),
    unattributed: subtractOre(sumOre(recipients.map(({ amount }) => amount)), attributed),
  };
}

type KeyedRecipient = RecipientUse & { readonly weights: readonly Exact[] };

/** What falls to each municipality of an amount of every recipient. */
function rowSums(recipients: readonly KeyedRecipient[], amountOf: (one: KeyedRecipient) => Ore): Ore[] {
  const split = splitTwoWay(
    recipients.map((recipient) => ({ total: amountOf(recipient), weights: recipient.weights })),
  );
  const [first = []] = split;
  return first.map((_, row) => sumOre(split.map((column) => column[row] ?? ZERO_ORE)));
}

function effectOn(
  { municipality, amount: contributed }: MunicipalityContribution,
  received: Ore,
  benefit: Ore,
): MunicipalityEffect {
  return { municipality, contributed, received, net: subtractOre(received, contributed), benefit };
}
