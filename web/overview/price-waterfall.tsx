import type { YearPrice } from '../api/scenario.ts';
import { Picture } from '../chart/picture.tsx';
import { Waterfall, type WaterfallBar } from '../chart/waterfall.tsx';
import { Amount } from '../explanation/amount.tsx';
import type { FigureName } from '../explanation/figure-address.ts';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth } from '../language/language.ts';
import { signOf } from '../numbers/decimal.ts';
import { change, kroner, kronerInShort } from '../numbers/format.ts';

const words = inBoth(
  {
    title: (year: number) => `Fra 2025-priser til prisen i ${year}`,
    summary: (base: string, price: string, year: number) =>
      `Løsningernes priser i 2025 er ${base} i alt. Pris- og lønregulering lægger til, effektivitetsregulering trækker fra, og så er prisen ${price} i ${year}: basisdriftsøkonomi og, stribet, prioriteringspulje.`,
    sum: (year: number) => `Sum af ${year}-priser`,
  },
  {
    title: (year: number) => `From 2025 prices to the price in ${year}`,
    summary: (base: string, price: string, year: number) =>
      `The prices of the solutions in 2025 are ${base} in all. Price and wage regulation adds, efficiency regulation takes away, and the price is ${price} in ${year}: base budget and, striped, prioritisation pool.`,
    sum: (year: number) => `Sum of ${year} prices`,
  },
);

/** 2025 sum + price and wage regulation − efficiency (+ membership) = price = base budget + pool. */
export function PriceWaterfall({ baseYear, year }: { readonly baseYear: number; readonly year: YearPrice }) {
  const names = figureWords();
  const total = (figure: FigureName, label: string, amount: string): WaterfallBar => ({
    id: figure,
    label,
    kind: 'total',
    amount,
    shown: <Amount value={amount} figure={{ year: year.year, figure }} />,
  });
  const step = (figure: FigureName, amount: string): WaterfallBar => ({
    id: figure,
    label: names[figure],
    kind: 'step',
    amount,
    shown: (
      <Amount value={amount} figure={{ year: year.year, figure }}>
        {change(amount)}
      </Amount>
    ),
  });
  const bars = [
    total('basePriceSum', words().sum(baseYear), year.basePriceSum),
    step('indexation', year.indexation),
    step('efficiency', negated(year.efficiency)),
    ...(signOf(year.membership) === 0 ? [] : [step('membership', year.membership)]),
    {
      ...total('agreementPrice', `${names.agreementPrice} ${year.year}`, year.agreementPrice),
      pool: year.pool,
    },
  ];
  return (
    <Picture
      title={words().title(year.year)}
      summary={words().summary(
        kronerInShort(year.basePriceSum),
        kronerInShort(year.agreementPrice),
        year.year,
      )}
    >
      <Waterfall bars={bars} />
      <p class="waterfall-parts">
        {`${kroner(year.agreementPrice)} = ${names.baseBudget.toLowerCase()} `}
        <Amount value={year.baseBudget} figure={{ year: year.year, figure: 'baseBudget' }} />
        {` + ${names.pool.toLowerCase()} `}
        <Amount value={year.pool} figure={{ year: year.year, figure: 'pool' }} />
      </p>
    </Picture>
  );
}

/** The answer has the efficiency regulation as what is taken away. */
function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
