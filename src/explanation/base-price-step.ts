import { exactFromOre } from '../money/exact.ts';
import type { Input, Step } from './explanation.ts';
import type { FigureAddress } from './figure.ts';
import { basePriceOf, type PriceScope } from './price-scope.ts';
import { kroner } from './wording.ts';

/** Where every derivation starts: the base prices of the scope's cells. */
export function basePriceStep(scope: PriceScope): Step {
  const { price, name } = scope;
  const { baseYear } = price.agreement;
  const valueOut = basePriceOf(scope);
  const amount = kroner(valueOut);
  const isSingle = scope.cell !== undefined;
  return {
    step: 'base-price',
    sentence: {
      da: `Basisprisen for ${name.da} er ${isSingle ? '' : 'i alt '}${amount.da} i ${baseYear}-priser.`,
      en: `The base price of ${name.en} is ${amount.en}${isSingle ? '' : ' in all'}, at ${baseYear} prices.`,
    },
    formula: isSingle ? 'p(s,c)' : scope.solution === undefined ? 'Σ p(s,c)' : 'Σ over c of p(s,c)',
    inputs: scope.solution === undefined ? [] : scope.cells.map(basePriceInput),
    valueOut,
    restsOn: basePriceAddresses(scope),
  };
}

function basePriceInput({ solution, base }: PriceScope['cells'][number]): Input {
  return {
    symbol: `p(${solution.solution},${base.component})`,
    label: { da: 'Basispris', en: 'Base price' },
    value: { unit: 'ore', amount: exactFromOre(base.amount) },
    provenance: base.provenance,
  };
}

/** One level down; a single cell's base price rests on nothing but its source. */
function basePriceAddresses({ price, solution, cell, cells }: PriceScope): FigureAddress[] {
  const { year } = price;
  if (cell !== undefined) return [];
  if (solution === undefined)
    return price.solutions.map((priced) => ({ year, figure: 'basePrice', solution: priced.solution }));
  return cells.map(({ base }) => ({
    year,
    figure: 'basePrice',
    solution: solution.solution,
    component: base.component,
  }));
}
