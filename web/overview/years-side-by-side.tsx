import type { YearPrice } from '../api/scenario.ts';
import { Picture } from '../chart/picture.tsx';
import { Amount } from '../explanation/amount.tsx';
import type { FigureName } from '../explanation/figure-address.ts';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth } from '../language/language.ts';
import { figure, kronerInShort } from '../numbers/format.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import './years.css';

const words = inBoth(
  {
    title: 'År for år',
    summary: (first: number, last: number, from: string, to: string) =>
      `Prisen går fra ${from} i ${first} til ${to} i ${last}. Den stribede ende af hver søjle er prioriteringspuljen.`,
    year: 'År',
    unit: 'kr.',
    file: 'Serviceaftalen år for år',
  },
  {
    title: 'Year by year',
    summary: (first: number, last: number, from: string, to: string) =>
      `The price goes from ${from} in ${first} to ${to} in ${last}. The striped end of each bar is the prioritisation pool.`,
    year: 'Year',
    unit: 'DKK',
    file: 'The agreement year by year',
  },
);

/** All years of a scenario beside each other, as bars and to the øre. */
export function YearsSideBySide({
  years,
  perCitizen,
  chosen,
}: {
  readonly years: readonly YearPrice[];
  readonly perCitizen: ReadonlyMap<number, string>;
  readonly chosen: number;
}) {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <Picture
      title={words().title}
      summary={words().summary(
        first.year,
        last.year,
        kronerInShort(first.agreementPrice),
        kronerInShort(last.agreementPrice),
      )}
    >
      <YearBars years={years} />
      <DataTable
        name={`${words().file}, ${words().unit}`}
        columns={columnsOf(perCitizen)}
        rows={years}
        rowKey={({ year }) => String(year)}
        highlighted={({ year }) => year === chosen}
      />
    </Picture>
  );
}

function YearBars({ years }: { readonly years: readonly YearPrice[] }) {
  const highest = Math.max(...years.map(({ agreementPrice }) => Number(agreementPrice)));
  const share = (amount: string) => ({ inlineSize: `${(Number(amount) / highest) * 100}%` });
  return (
    <ol class="year-bars">
      {years.map(({ year, agreementPrice, baseBudget, pool }) => (
        <li key={year}>
          <span>{year}</span>
          <span class="year-bar" aria-hidden="true">
            <span class="layer-2" style={share(baseBudget)} />
            <span class="layer-pool" style={share(pool)} />
          </span>
          <span class="number">{kronerInShort(agreementPrice)}</span>
        </li>
      ))}
    </ol>
  );
}

const FIGURES: readonly FigureName[] = [
  'basePriceSum',
  'indexation',
  'efficiency',
  'agreementPrice',
  'baseBudget',
  'pool',
];

function columnsOf(perCitizen: ReadonlyMap<number, string>): Column<YearPrice>[] {
  const names = figureWords();
  return [
    { id: 'year', title: words().year, kind: 'ordinal', value: ({ year }) => String(year) },
    ...FIGURES.map(
      (name): Column<YearPrice> => ({
        id: name,
        title: names[name],
        kind: 'amount',
        value: (year) => amountOf(year, name),
        cell: (year) => (
          <Amount value={amountOf(year, name)} figure={{ year: year.year, figure: name }}>
            {figure(amountOf(year, name))}
          </Amount>
        ),
      }),
    ),
    {
      id: 'perCitizen',
      title: names.perCitizen,
      kind: 'amount',
      value: ({ year }) => perCitizen.get(year),
    },
  ];
}

function amountOf(year: YearPrice, name: FigureName): string {
  const amounts: Readonly<Record<string, unknown>> = year;
  return String(amounts[name]);
}
