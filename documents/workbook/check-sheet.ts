import type { Ore } from '../../src/money/ore.ts';
import { sumOre, ZERO_ORE } from '../../src/money/ore.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import type { Sheet } from '../../tables/xlsx/sheet.ts';
import type { AllocationSheet } from './allocation-sheet.ts';
import { Grid } from './grid.ts';
import { componentSum, type PriceSheet } from './price-sheet.ts';

/** What the sheets of a year come to. */
export interface CheckedYear {
  readonly price: YearPrice;
  readonly shares: YearShares;
  readonly prices: PriceSheet;
  readonly allocation: AllocationSheet;
}

/** The sheet *Kontrol*: sums that must be the agreement's price, and what the service computed. */
export function checkSheet(years: readonly CheckedYear[]): Sheet {
  const grid = new Grid('Kontrol', [8, 40, 20, 20, 14, 12]);
  grid.put(0, 1, 'Kontrol', 'title');
  grid.put(
    0,
    2,
    'Når noget er ændret, viser den sidste række af hvert år, hvor meget prisen er flyttet.',
    'note',
  );
  grid.header(3, ['År', 'Kontrol', 'Beløb', 'Aftalens pris', 'Forskel', 'Status']);
  let row = 4;
  for (const checked of years) {
    for (const [words, formula, value] of checksOf(checked)) {
      const { price, prices } = checked;
      grid.put(0, row, String(price.year));
      grid.put(1, row, words);
      const found =
        formula === undefined
          ? grid.put(2, row, value, 'money')
          : grid.formula(2, row, formula, value, 'money');
      const must = grid.formula(3, row, prices.agreementPrice, price.price, 'money');
      const difference = grid.formula(4, row, `ROUND(${found}-${must},2)`, ZERO_ORE, 'money');
      grid.formula(5, row, `IF(ABS(${difference})<0.005,"OK","Afviger")`, 'OK');
      row += 1;
    }
  }
  return grid.sheet(3, 2);
}

type Check = readonly [words: string, formula: string | undefined, value: Ore];

function checksOf({ price, shares, prices, allocation }: CheckedYear): Check[] {
  const { sums } = prices;
  return [
    ['Sum af løsninger', sums.solutions, sumOre(price.solutions.map((each) => each.price))],
    ['Sum af komponenter', sums.components, componentSum(price)],
    ['Basisdrift og pulje', sums.budgets, sumOre([price.baseBudget, price.pool])],
    ['Sum af kommuner', allocation.total, sumOre(shares.municipalities.map(({ amount }) => amount))],
    ['Beregnet af tjenesten (fast tal)', undefined, price.price],
  ];
}
