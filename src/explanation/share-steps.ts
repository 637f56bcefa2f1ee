import { apportion } from '../money/apportionment.ts';
import { exactFromOre } from '../money/exact.ts';
import { type Ore, ZERO_ORE } from '../money/ore.ts';
import type { SolutionPrice } from '../pricing/year-price.ts';
import { type Bilingual, invariant } from '../refusal.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import type { Step } from './explanation.ts';
import { keyInputs } from './key-inputs.ts';
import { keyWords } from './key-words.ts';
import { limitsSteps } from './limits-step.ts';
import type { LocatedShare } from './located-figure.ts';
import { memberOf } from './population-input.ts';
import { scopeOf } from './price-scope.ts';
import { priceAddress, priceSteps } from './price-steps.ts';
import { type ShareQuota, shareQuotas, yearBefore } from './share-quotas.ts';
import { extraOre, extraWords, quotaInputs } from './tying-steps.ts';
import { decimal, kroner } from './wording.ts';

/** What a municipality pays for one solution: from the solution's base prices to its øre. Model, section 4. */
export function solutionShareSteps(
  figure: LocatedShare,
  solution: SolutionPrice,
  amount: Ore,
  years: readonly YearShares[],
): Step[] {
  const { price, share } = figure;
  const before = yearBefore(price, years);
  const quota = shareQuotas(price, before, share.municipality).find(
    (candidate) => candidate.solution.solution === solution.solution,
  );
  invariant(quota !== undefined, 'a solution that is priced has a quota');
  return [
    ...priceSteps(scopeOf(price, solution)),
    quotaStep(figure, quota),
    ...limitsSteps(
      price,
      quota,
      share,
      before,
      years.some(({ year }) => year === price.year - 1),
    ),
    roundedShareStep(figure, quota, amount),
  ];
}

function quotaStep({ price, share }: LocatedShare, quota: ShareQuota): Step {
  const { solution, weight, weightSum, keyQuota } = quota;
  const { name } = memberOf(price, share.municipality);
  const words = keyWords(solution.key);
  const [part, whole, shown] = [decimal(weight), decimal(weightSum), decimal(keyQuota)];
  return {
    step: 'quota',
    sentence: {
      da: `${name} vejer ${part.da} ud af ${whole.da} i fordelingsnøglen (${words.da}), så andelen er ${shown.da} øre.`,
      en: `${name} weighs ${part.en} out of ${whole.en} in the allocation key (${words.en}), so the share is ${shown.en} øre.`,
    },
    formula: 'quota(m,s) = price(s,y) · weight(m,s) / Σ weight(·,s)',
    inputs: keyInputs(price, share.municipality, quota),
    valueIn: exactFromOre(quota.total),
    valueOut: keyQuota,
    restsOn: [priceAddress(price.year, solution.solution)],
  };
}

/** The two-way split's øre, and whether it differs from what the solution's own largest remainders would give. */
function roundedShareStep(figure: LocatedShare, quota: ShareQuota, amount: Ore): Step {
  const { share, price } = figure;
  const extra = extraOre(amount, quota.quota);
  const alone = apportion(quota.total, quota.column.weights)[quota.row] ?? ZERO_ORE;
  const [shown, given] = [kroner(exactFromOre(amount)), extraWords(extra)];
  const moved = movedWords(amount, alone);
  return {
    step: 'two-way-split',
    sentence: {
      da: `Andelene afrundes, så både løsninger og kommuner stemmer på øre: beløbet er ${shown.da} ${given.da}${moved.da}`,
      en: `The shares are rounded so that solutions and municipalities both tie to the øre: the amount is ${shown.en} ${given.en}${moved.en}`,
    },
    formula: 'x(m,s) = floor or ceiling of quota(m,s), with exact columns and rows',
    inputs: [
      ...quotaInputs(quota.quota, extra),
      {
        symbol: 'alone',
        label: {
          da: 'Løsningen for sig, største brøks metode',
          en: 'The solution alone, by largest remainders',
        },
        value: { unit: 'ore', amount: exactFromOre(alone) },
      },
    ],
    valueIn: quota.quota,
    valueOut: exactFromOre(amount),
    restsOn: [{ year: price.year, figure: 'amount', municipality: share.municipality }],
  };
}

function movedWords(amount: Ore, alone: Ore): Bilingual {
  if (amount === alone) return { da: '', en: '' };
  return amount > alone
    ? {
        da: ' Løsningen for sig havde givet én øre mindre; den er lagt til, for at kommunens samlede beløb passer.',
        en: ' The solution alone would give one øre less; it is added so that the total of the municipality fits.',
      }
    : {
        da: ' Løsningen for sig havde givet én øre mere; den er trukket fra, for at kommunens samlede beløb passer.',
        en: ' The solution alone would give one øre more; it is taken off so that the total of the municipality fits.',
      };
}
