import type { Agreement } from '../../src/agreement/agreement.ts';
import { invariant } from '../../src/refusal.ts';
import type { Sheet } from '../../tables/xlsx/sheet.ts';
import { Grid, type Reference } from './grid.ts';

export interface BasePrices {
  readonly sheet: Sheet;
  readonly basePrice: (solution: string, component: string) => Reference;
}

/** The sheet *Basispriser*: the price of every cell in the base year. */
export function basePriceSheet({ baseYear, solutions, components }: Agreement): BasePrices {
  const grid = new Grid('Basispriser', [40, 34, 20]);
  grid.put(0, 1, `Basispriser ${baseYear}`, 'title');
  grid.put(0, 2, 'Gule celler kan ændres. Kroner uden moms.', 'note');
  grid.header(3, ['Løsning', 'Komponent', 'Pris, kr.']);
  const references = new Map<string, Reference>();
  const titles = new Map(components.map(({ component, title }) => [component, title.da]));
  let row = 4;
  for (const { solution, title, basePrices } of solutions) {
    for (const { component, amount } of basePrices) {
      grid.put(0, row, title.da);
      grid.put(1, row, titles.get(component) ?? component);
      references.set(`${solution}/${component}`, grid.put(2, row, amount, 'inputMoney'));
      row += 1;
    }
  }
  return {
    sheet: grid.sheet(3, 2),
    basePrice: (solution, component) => {
      const reference = references.get(`${solution}/${component}`);
      invariant(reference !== undefined, 'a cell that is priced has a base price');
      return reference;
    },
  };
}
