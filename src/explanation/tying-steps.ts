import {
  divide,
  type Exact,
  exactFromOre,
  multiply,
  roundDown,
  sign,
  subtract,
  ZERO,
} from '../money/exact.ts';
import { type Ore, ore } from '../money/ore.ts';
import type { Bilingual } from '../refusal.ts';
import type { Input, Step } from './explanation.ts';
import type { FigureAddress } from './figure.ts';
import { decimal, kroner } from './wording.ts';

/** An exact amount becomes whole øre. */
export function roundingStep(valueIn: Exact, rounded: Ore): Step {
  const shown = kroner(exactFromOre(rounded));
  return {
    step: 'rounding',
    sentence: {
      da: `Beløbet afrundes til hele øre, halve øre væk fra nul: ${shown.da}`,
      en: `The amount is rounded to whole øre, half away from zero: ${shown.en}.`,
    },
    formula: 'round(exact)',
    inputs: [],
    valueIn,
    valueOut: exactFromOre(rounded),
    restsOn: [],
  };
}

/** A whole amount and the one of its parts that is explained. */
export interface ApportionedPart {
  /** What is shared, in the middle of a sentence. */
  readonly whole: Bilingual;
  readonly total: Ore;
  readonly totalAddress: FigureAddress;
  readonly exactSum: Exact;
  readonly exact: Exact;
  readonly amount: Ore;
}

/** An exact part becomes its whole øre of a total that is already rounded: largest remainder method. Model, section 3. */
export function apportionmentStep(part: ApportionedPart): Step {
  const { whole, total, amount, exact, exactSum } = part;
  const quota = sign(exactSum) === 0 ? ZERO : divide(multiply(exactFromOre(total), exact), exactSum);
  const extra = extraOre(amount, quota);
  const shown = { quota: decimal(quota), amount: kroner(exactFromOre(amount)) };
  const given = extraWords(extra);
  return {
    step: 'apportionment',
    sentence: {
      da: `${whole.da} fordeles efter største brøks metode: kvoten er ${shown.quota.da} øre, og delen bliver ${shown.amount.da} ${given.da}`,
      en: `${whole.en} is apportioned by largest remainders: the quota is ${shown.quota.en} øre, and the part becomes ${shown.amount.en} ${given.en}`,
    },
    formula: 'quota(i) = T · exact(i) / Σ exact; floor, then one øre each to the largest fractions',
    inputs: [
      oreInput('T', { da: 'Det, der fordeles', en: 'What is apportioned' }, exactFromOre(total)),
      ...quotaInputs(quota, extra),
    ],
    valueIn: exact,
    valueOut: exactFromOre(amount),
    restsOn: [part.totalAddress],
  };
}

/** 1 when a part got an øre on top of its quota's whole øre, else 0; negative parts by their absolute value. */
export function extraOre(amount: Ore, quota: Exact): Ore {
  const isNegative = sign(quota) < 0;
  const magnitude = isNegative ? subtract(ZERO, quota) : quota;
  return ore((isNegative ? -amount : amount) - roundDown(magnitude));
}

/** Ends a sentence that has just named the amount. */
export function extraWords(extra: Ore): Bilingual {
  return extra === 0n
    ? { da: '(kvotens hele øre).', en: '(the whole øre of the quota).' }
    : { da: '(én øre mere end kvotens hele øre).', en: '(one øre more than the whole øre of the quota).' };
}

export function quotaInputs(quota: Exact, extra: Ore): Input[] {
  return [
    oreInput('quota', { da: 'Kvote', en: 'Quota' }, quota),
    oreInput('extra', { da: 'Ekstra øre', en: 'Extra øre' }, exactFromOre(extra)),
  ];
}

export function oreInput(symbol: string, label: Bilingual, amount: Exact): Input {
  return { symbol, label, value: { unit: 'ore', amount } };
}
