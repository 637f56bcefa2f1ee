import type { YearPrice } from '../api/scenario.ts';
import { Amount } from '../explanation/amount.tsx';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth } from '../language/language.ts';
import { kroner } from '../numbers/format.ts';
import { FigureList } from '../parts/figure-list.tsx';

const words = inBoth(
  {
    price: 'Hvad hele aftalen koster',
    base: 'Holder løsningerne i drift; flyttes aldrig mellem dem',
    pool: 'Kan prioriteres på tværs af løsninger',
    perCitizen: 'Prisen delt med alle indbyggere',
  },
  {
    price: 'What the whole agreement costs',
    base: 'Keeps the solutions running; never moves between them',
    pool: 'Can be prioritised across solutions',
    perCitizen: 'The price divided by all citizens',
  },
);

/** The four figures of a year that everybody asks for. */
export function KeyFigures({
  year: { year, agreementPrice, baseBudget, pool },
  perCitizen,
}: {
  readonly year: YearPrice;
  readonly perCitizen: string | undefined;
}) {
  const names = figureWords();
  return (
    <FigureList
      figures={[
        {
          name: `${names.agreementPrice} ${year}`,
          value: <Amount value={agreementPrice} figure={{ year, figure: 'agreementPrice' }} />,
          hint: words().price,
        },
        {
          name: names.baseBudget,
          value: <Amount value={baseBudget} figure={{ year, figure: 'baseBudget' }} />,
          hint: words().base,
        },
        {
          name: names.pool,
          value: <Amount value={pool} figure={{ year, figure: 'pool' }} />,
          hint: words().pool,
          isPool: true,
        },
        {
          name: names.perCitizen,
          value: perCitizen === undefined ? '–' : kroner(perCitizen),
          hint: words().perCitizen,
        },
      ]}
    />
  );
}
