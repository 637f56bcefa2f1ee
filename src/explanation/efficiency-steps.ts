import type { Scope } from '../agreement/agreement.ts';
import { exactFromOre, subtract, sum } from '../money/exact.ts';
import type { Bilingual } from '../refusal.ts';
import {
  type CarriedAmount,
  carriedAmounts,
  type RateMeasure,
  rateMeasures,
  takenByRates,
} from './efficiency-parts.ts';
import type { Input, Step } from './explanation.ts';
import { type PriceScope, totalOf } from './price-scope.ts';
import { kroner } from './wording.ts';

/** Efficiency of the scope's cells: one step for rates and one for amounts, each only where there are any. */
export function efficiencySteps(scope: PriceScope): Step[] {
  return [...rateSteps(scope), ...amountSteps(scope)];
}

function rateSteps(scope: PriceScope): Step[] {
  const measures = rateMeasures(scope);
  if (measures.length === 0) return [];
  const valueIn = totalOf(scope, 'indexed');
  const taken = takenByRates(scope);
  const valueOut = subtract(valueIn, taken);
  const [less, left] = [kroner(taken), kroner(valueOut)];
  return [
    {
      step: 'efficiency-rates',
      sentence: {
        da: `Effektivisering med satser trækker ${less.da} fra, så der er ${left.da} tilbage.`,
        en: `Efficiency rates take ${less.en} off, which leaves ${left.en}.`,
      },
      formula: 'efficiency(s,c,y) = indexed(s,c,y) · (1 − Π over k of (1 − e(s,c,k)))',
      inputs: measures.map(rateInput),
      valueIn,
      valueOut,
      restsOn: [],
    },
  ];
}

function amountSteps(scope: PriceScope): Step[] {
  const amounts = carriedAmounts(scope);
  if (amounts.length === 0) return [];
  const taken = sum(amounts.map(({ part }) => part));
  const valueOut = subtract(totalOf(scope, 'indexed'), totalOf(scope, 'efficiency'));
  const valueIn = subtract(totalOf(scope, 'indexed'), takenByRates(scope));
  const [less, left] = [kroner(taken), kroner(valueOut)];
  return [
    {
      step: 'efficiency-amounts',
      sentence: {
        da: `Effektivisering med beløb trækker ${less.da} fra, så der er ${left.da} tilbage.`,
        en: `Efficiency amounts take ${less.en} off, which leaves ${left.en}.`,
      },
      formula:
        'A(k) · Π over j = k+1..y of (1 + combined(j) + correction(j)) · indexed(s,c,y) / Σ indexed of the cells it names',
      inputs: amounts.flatMap((amount) => amountInputs(amount, scope.price.year)),
      valueIn,
      valueOut,
      restsOn: [],
    },
  ];
}

function rateInput({ year, rate, provenance, ...scope }: RateMeasure): Input {
  return {
    symbol: `e(${year})`,
    label: withScope({ da: 'Effektiviseringssats', en: 'Efficiency rate' }, scope),
    value: { unit: 'rate', rate },
    provenance,
  };
}

function amountInputs({ measure, carried, part }: CarriedAmount, year: number): Input[] {
  const amount: Input = {
    symbol: `A(${measure.year})`,
    label: withScope({ da: 'Effektiviseringsbeløb', en: 'Efficiency amount' }, measure),
    value: { unit: 'ore', amount: exactFromOre(measure.amount) },
    provenance: measure.provenance,
  };
  const [atLevel, borne]: [Input, Input] = [
    {
      symbol: `A(${measure.year}) at ${year}`,
      label: { da: `Beløbet i ${year}-niveau`, en: `The amount at the ${year} level` },
      value: { unit: 'ore', amount: carried },
    },
    {
      symbol: `part of A(${measure.year})`,
      label: { da: 'Delen, der bæres her', en: 'The part carried here' },
      value: { unit: 'ore', amount: part },
    },
  ];
  return [amount, ...(year === measure.year ? [] : [atLevel]), borne];
}

function withScope(label: Bilingual, { solutions, components }: Scope): Bilingual {
  const ids = [...(solutions ?? []), ...(components ?? [])];
  if (ids.length === 0) return label;
  return { da: `${label.da} (${ids.join(', ')})`, en: `${label.en} (${ids.join(', ')})` };
}
