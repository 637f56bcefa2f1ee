import { type Departed, departedBy } from '../agreement/membership.ts';
import { compare, ONE, subtract } from '../money/exact.ts';
import { compareRates, WHOLE } from '../money/rate.ts';
import type { Input, Step } from './explanation.ts';
import { type PriceScope, totalOf } from './price-scope.ts';
import { enumeration, kroner } from './wording.ts';

/** What disappears with the municipalities that have left; no step when nothing does. Model, section 4. */
export function membershipSteps(scope: PriceScope): Step[] {
  if (scope.cells.every(({ membershipFactor }) => compare(membershipFactor, ONE) === 0)) return [];
  const departed = departedBy(scope.price.agreement, scope.price.year).filter(
    ({ fixedShare }) => compareRates(fixedShare, WHOLE) < 0,
  );
  const valueIn = subtract(totalOf(scope, 'indexed'), totalOf(scope, 'efficiency'));
  const valueOut = totalOf(scope, 'exact');
  const names = enumeration(departed.map(({ municipality }) => municipality.name));
  const [less, left] = [kroner(subtract(valueIn, valueOut)), kroner(valueOut)];
  return [
    {
      step: 'membership',
      sentence: {
        da: `Med udtræden af ${names.da} følger den variable del ud: ${less.da} forsvinder, og ${left.da} er tilbage.`,
        en: `The variable part leaves with ${names.en}: ${less.en} disappears and ${left.en} is left.`,
      },
      formula:
        'exact(s,c,y) = (indexed − efficiency) · (1 − Σ over m of (1 − fixedShare(m)) · weight(m,s) / Σ weight)',
      inputs: [...factorInput(scope), ...departed.map(fixedShareInput)],
      valueIn,
      valueOut,
      restsOn: [],
    },
  ];
}

function factorInput({ price, solution }: PriceScope): Input[] {
  if (solution === undefined) return [];
  return [
    {
      symbol: `membership(${solution.solution},${price.year})`,
      label: { da: 'Medlemsfaktor', en: 'Membership factor' },
      value: { unit: 'number', number: solution.membershipFactor },
    },
  ];
}

function fixedShareInput({ municipality, fixedShare }: Departed): Input {
  return {
    symbol: `fixedShare(${municipality.municipality})`,
    label: { da: `Fast andel, ${municipality.name}`, en: `Fixed share, ${municipality.name}` },
    value: { unit: 'rate', rate: fixedShare },
  };
}
