import type { AgreementView } from '../api/agreement.ts';
import type { YearPrice } from '../api/scenario.ts';
import { Picture } from '../chart/picture.tsx';
import { Amount } from '../explanation/amount.tsx';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth } from '../language/language.ts';
import { compareDecimals } from '../numbers/decimal.ts';
import { kronerInShort } from '../numbers/format.ts';
import { Scrolling } from '../parts/scrolling.tsx';
import { type Layer, layersOf } from './layers.ts';
import './pillars.css';

const words = inBoth(
  {
    title: 'Løsningerne og puljen på tværs',
    summary: (count: number, pool: string) =>
      `Hver søjle er en af de ${count} løsninger, og lagene er det, pengene går til. Øverst skærer prioriteringspuljen på ${pool} på tværs af dem alle: den er den reserverede del af det forretningsmæssige vedligehold.`,
    across: 'på tværs af alle løsninger',
    rest: 'det, der ikke er reserveret',
  },
  {
    title: 'The solutions, and the pool across them',
    summary: (count: number, pool: string) =>
      `Each column is one of the ${count} solutions, and its layers are what the money is for. On top the prioritisation pool of ${pool} cuts across all of them: it is the reserved part of business maintenance.`,
    across: 'across all solutions',
    rest: 'what is not reserved',
  },
);

/** How high the largest column is drawn. */
const TALLEST_REM = 22;

/**
 * The agreement as KOMBIT draws it: solutions as columns that hang below a line, their budgets as layers, and above the
 * line the band of the pool, to which every column gives what is reserved of it. One scale for everything.
 */
export function Pillars({ view, year }: { readonly view: AgreementView; readonly year: YearPrice }) {
  const layers = layersOf(view).toReversed();
  const solutions = year.solutions.toSorted((first, second) => compareDecimals(second.price, first.price));
  const highest = Math.max(...solutions.map(({ price }) => Number(price)));
  const height = (amount: number) => `${(amount / highest) * TALLEST_REM}rem`;
  return (
    <Picture title={words().title} summary={words().summary(solutions.length, kronerInShort(year.pool))}>
      <Legend layers={layers} />
      <Scrolling label={words().title}>
        <div class="pillars">
          <p class="pool-band">
            {`${figureWords().pool} `}
            <Amount value={year.pool} figure={{ year: year.year, figure: 'pool' }} />
            {` ${words().across}`}
          </p>
          <ul>
            {solutions.map((solution) => (
              <li key={solution.solution}>
                <PillarName name={view.solutionName(solution.solution)} />
                <span class="pillar-pool" aria-hidden="true">
                  <span class="layer-pool" style={{ blockSize: height(Number(solution.pool)) }} />
                </span>
                <span class="pillar-base" aria-hidden="true">
                  {layers.map((layer) => (
                    <span
                      key={layer.component}
                      class={`layer-${layer.tone}`}
                      title={`${view.solutionName(solution.solution)}: ${layer.name}`}
                      style={{ blockSize: height(remaining(solution, layer)) }}
                    />
                  ))}
                </span>
                <span class="pillar-price">
                  <Amount
                    value={solution.price}
                    figure={{ year: year.year, figure: 'price', solution: solution.solution }}
                  >
                    {kronerInShort(solution.price)}
                  </Amount>
                </span>
              </li>
            ))}
          </ul>
        </div>
      </Scrolling>
    </Picture>
  );
}

function Legend({ layers }: { readonly layers: readonly Layer[] }) {
  return (
    <ul class="legend">
      <li>
        <span class="swatch layer-pool" /> {figureWords().pool}
      </li>
      {layers.map(({ component, name, tone, isReservable }) => (
        <li key={component}>
          <span class={`swatch layer-${tone}`} />
          {isReservable ? `${name} (${words().rest})` : name}
        </li>
      ))}
    </ul>
  );
}

/** Where a solution has a short name in its title, `(KSD)`, people know it by that. */
function PillarName({ name }: { readonly name: string }) {
  const short = /\(([^)]+)\)$/.exec(name)?.[1];
  // A soft hyphen: the longest words of the catalogue begin with »Fælles« and are wider than a column.
  if (short === undefined)
    return <span class="pillar-name">{name.replace(/^Fælles(?=[a-zæøå])/, 'Fælles\u00AD')}</span>;
  return (
    <span class="pillar-name" title={name}>
      <span class="visually-hidden">{name}</span>
      <span aria-hidden="true">{short}</span>
    </span>
  );
}

type SolutionPrice = YearPrice['solutions'][number];

/** What of a layer is drawn below the line: all of it, less what is drawn above as the pool. For the picture only. */
function remaining({ components, pool }: SolutionPrice, { component, isReservable }: Layer): number {
  const amount = Number(components.find((one) => one.component === component)?.amount ?? '0');
  return isReservable ? amount - Number(pool) : amount;
}
