import type { YearPrice } from '../api/scenario.ts';
import { Amount } from '../explanation/amount.tsx';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth } from '../language/language.ts';
import { kroner } from '../numbers/format.ts';
import './key-figures.css';

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
    <dl class="key-figures">
      <div>
        <dt>{`${names.agreementPrice} ${year}`}</dt>
        <dd>
          <Amount value={agreementPrice} figure={{ year, figure: 'agreementPrice' }} />
        </dd>
        <dd class="hint">{words().price}</dd>
      </div>
      <div>
        <dt>{names.baseBudget}</dt>
        <dd>
          <Amount value={baseBudget} figure={{ year, figure: 'baseBudget' }} />
        </dd>
        <dd class="hint">{words().base}</dd>
      </div>
      <div class="of-pool">
        <dt>{names.pool}</dt>
        <dd>
          <Amount value={pool} figure={{ year, figure: 'pool' }} />
        </dd>
        <dd class="hint">{words().pool}</dd>
      </div>
      <div>
        <dt>{names.perCitizen}</dt>
        <dd class="number">{perCitizen === undefined ? '–' : kroner(perCitizen)}</dd>
        <dd class="hint">{words().perCitizen}</dd>
      </div>
    </dl>
  );
}
