import type { ChangeLimits } from '../agreement/allocation-key.ts';
import { exactFromOre } from '../money/exact.ts';
import { ZERO_ORE } from '../money/ore.ts';
import type { Rate } from '../money/rate.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { limitsAround } from '../sharing/limited-shares.ts';
import type { PaidYear } from '../sharing/paid-year.ts';
import type { MunicipalityShare } from '../sharing/year-shares.ts';
import type { Input, Step } from './explanation.ts';
import type { ShareQuota } from './share-quotas.ts';
import { oreInput } from './tying-steps.ts';
import { decimal, kroner } from './wording.ts';

/** What a key's limits against the year before make of a quota; no step where the key has none. Model, section 4. */
export function limitsSteps(
  price: YearPrice,
  quota: ShareQuota,
  share: MunicipalityShare,
  before: PaidYear | undefined,
  isBeforeInAnswer: boolean,
): Step[] {
  const { limits } = quota.solution.key;
  if (limits === undefined || before === undefined) return [];
  const column = before.solutions.indexOf(quota.solution.solution);
  const payer = before.municipalities.find(({ municipality }) => municipality === share.municipality);
  const paid = payer?.amounts[column] ?? ZERO_ORE;
  const { least, most } = limitsAround(paid, limits);
  const [paidShown, left] = [kroner(exactFromOre(paid)), decimal(quota.quota)];
  const year = price.year - 1;
  const isActual = price.agreement.pastAmounts?.some((past) => past.year === year) === true;
  return [
    {
      step: 'limits',
      sentence: {
        da: `Nøglen begrænser ændringen fra ${paidShown.da} i ${year}${isActual ? ' (faktisk betalt)' : ''}; når grænserne for alle kommuner er holdt, er andelen ${left.da} øre.`,
        en: `The key limits the change from ${paidShown.en} in ${year}${isActual ? ' (in fact paid)' : ''}; with the limits of all municipalities kept, the share is ${left.en} øre.`,
      },
      formula: 'share(m) = clamp(λ · weight(m,s), least, most), with the λ that meets the price',
      inputs: [
        ...limitInputs(limits, quota),
        oreInput('least', { da: 'Mindst', en: 'Least' }, exactFromOre(least)),
        ...(most === undefined ? [] : [oreInput('most', { da: 'Højst', en: 'Most' }, exactFromOre(most))]),
      ],
      valueIn: quota.keyQuota,
      valueOut: quota.quota,
      restsOn:
        isBeforeInAnswer && !isActual && payer !== undefined && column >= 0
          ? [{ year, figure: 'amount', municipality: share.municipality, solution: quota.solution.solution }]
          : [],
    },
  ];
}

function limitInputs({ rise, fall }: ChangeLimits, { solution }: ShareQuota): Input[] {
  const input = (symbol: string, da: string, en: string, rate: Rate | undefined): Input[] =>
    rate === undefined
      ? []
      : [{ symbol, label: { da, en }, value: { unit: 'rate', rate }, provenance: solution.keyProvenance }];
  return [
    ...input('rise', 'Største stigning', 'Largest rise', rise),
    ...input('fall', 'Største fald', 'Largest fall', fall),
  ];
}
