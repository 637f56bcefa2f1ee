import type { PlainKey } from '../agreement/allocation-key.ts';
import { solutionWeights } from '../agreement/key-weights.ts';
import { membersOf } from '../agreement/membership.ts';
import { type Exact, sum, ZERO } from '../money/exact.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import type { Input } from './explanation.ts';
import { keyWords } from './key-words.ts';
import { memberOf, populationInput } from './population-input.ts';
import type { ShareQuota } from './share-quotas.ts';

/** What a municipality's quota is made from: the key, what it counts, the weight and the sum of weights. */
export function keyInputs(price: YearPrice, code: string, quota: ShareQuota): Input[] {
  const { solution, weight, weightSum } = quota;
  const { key, keyProvenance: provenance, solution: id } = solution;
  return [
    {
      symbol: `key(${id})`,
      label: { da: 'Fordelingsnøgle', en: 'Allocation key' },
      value: { unit: 'name', name: keyWords(key) },
      provenance,
    },
    ...(countsCitizens(key) ? [populationInput(memberOf(price, code))] : []),
    ...(key.kind === 'mix' ? key.parts : []).flatMap((part, place) =>
      mixPartInputs(price, code, quota, part, `${id}, part ${place + 1}`),
    ),
    ...weightInputs(id, code, weight, weightSum),
  ];
}

function countsCitizens(key: PlainKey): boolean {
  if (key.kind === 'mix') return key.parts.some((part) => countsCitizens(part.key));
  return key.kind === 'population' || key.kind === 'population-tiered';
}

/** A part of a mix: its share, and the municipality's weight in it before it is divided by the part's total. */
function mixPartInputs(
  price: YearPrice,
  code: string,
  { solution, row }: ShareQuota,
  { share, key }: MixPart,
  name: string,
): Input[] {
  const weights = solutionWeights({ ...solution, key }, membersOf(price.agreement, price.year));
  const words = keyWords(key);
  return [
    {
      symbol: `share(${name})`,
      label: { da: `Andel, ${words.da}`, en: `Share, ${words.en}` },
      value: { unit: 'rate', rate: share },
      provenance: solution.keyProvenance,
    },
    ...weightInputs(name, code, weights[row] ?? ZERO, sum(weights)),
  ];
}

type MixPart = Extract<PlainKey, { kind: 'mix' }>['parts'][number];

function weightInputs(name: string, code: string, weight: Exact, weightSum: Exact): Input[] {
  return [
    {
      symbol: `weight(${code},${name})`,
      label: { da: 'Kommunens vægt', en: 'Weight of the municipality' },
      value: { unit: 'number', number: weight },
    },
    {
      symbol: `Σ weight(·,${name})`,
      label: { da: 'Alle kommuners vægt', en: 'Weight of all municipalities' },
      value: { unit: 'number', number: weightSum },
    },
  ];
}
