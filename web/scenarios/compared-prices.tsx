import type { CompareAnswer, YearDifference } from '../api/compare.ts';
import { Amount } from '../explanation/amount.tsx';
import type { FigureName } from '../explanation/figure-address.ts';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth } from '../language/language.ts';
import { count, figure } from '../numbers/format.ts';
import { toneOf } from '../parts/tone.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { BANDS } from './band-words.ts';

const words = inBoth(
  {
    name: (year: number) => `Scenarierne i ${year}, kr.`,
    scenario: 'Scenarie',
    difference: 'Forskel',
    falls: 'Kommuner, der betaler mindre',
    rises: 'Kommuner, der betaler mere',
  },
  {
    name: (year: number) => `The scenarios in ${year}, DKK`,
    scenario: 'Scenario',
    difference: 'Difference',
    falls: 'Municipalities that pay less',
    rises: 'Municipalities that pay more',
  },
);

/** A row: a scenario; the baseline has no difference to itself. */
interface Row {
  readonly id: string;
  readonly amounts: Readonly<Partial<Record<FigureName, string>>>;
  readonly difference?: string;
  readonly year?: YearDifference;
}

/** The prices of the baseline and of each scenario in one year. */
export function ComparedPrices({
  answer,
  year,
  titleOf,
}: {
  readonly answer: CompareAnswer;
  readonly year: number;
  readonly titleOf: (id: string) => string;
}) {
  const names = figureWords();
  const amount = (name: FigureName): Column<Row> => ({
    id: name,
    title: names[name],
    kind: 'amount',
    value: ({ amounts }) => amounts[name],
    cell: ({ id, amounts: { [name]: value } }) =>
      value === undefined ? undefined : (
        <Amount value={value} figure={{ year, figure: name }} scenario={id}>
          {figure(value)}
        </Amount>
      ),
  });
  const counted = (id: string, title: string, start: string): Column<Row> => ({
    id,
    title,
    kind: 'count',
    value: ({ year: difference }) => difference && countOf(difference, start),
    cell: ({ year: difference }) => difference && count(countOf(difference, start)),
  });
  const columns: Column<Row>[] = [
    { id: 'scenario', title: words().scenario, kind: 'text', value: ({ id }) => titleOf(id) },
    amount('agreementPrice'),
    {
      id: 'difference',
      title: words().difference,
      kind: 'amount',
      value: ({ difference }) => difference,
      cell: ({ difference }) => difference && <span class={toneOf(difference)}>{figure(difference)}</span>,
    },
    amount('baseBudget'),
    amount('pool'),
    counted('falls', words().falls, 'falls'),
    counted('rises', words().rises, 'rises'),
  ];
  return (
    <DataTable
      name={words().name(year)}
      columns={columns}
      rows={rowsOf(answer, year)}
      rowKey={({ id }) => id}
    />
  );
}

function rowsOf({ baseline, scenarios }: CompareAnswer, year: number): Row[] {
  const compared = scenarios.flatMap(({ scenario, years }) => {
    const difference = years.find((one) => one.year === year);
    return difference === undefined ? [] : [{ id: scenario, difference }];
  });
  const side = (difference: YearDifference, of: 'baseline' | 'scenario') => ({
    agreementPrice: difference.agreementPrice[of],
    baseBudget: difference.baseBudget[of],
    pool: difference.pool[of],
  });
  const [first] = compared;
  return [
    ...(first === undefined ? [] : [{ id: baseline.scenario, amounts: side(first.difference, 'baseline') }]),
    ...compared.map(({ id, difference }) => ({
      id,
      amounts: side(difference, 'scenario'),
      difference: difference.agreementPrice.difference,
      year: difference,
    })),
  ];
}

function countOf({ winnersAndLosers: { bands } }: YearDifference, start: string): string {
  const wanted = new Set(BANDS.map(({ band }) => band).filter((band) => band.startsWith(start)));
  return String(
    bands.reduce((sum, { band, municipalities }) => sum + (wanted.has(band) ? municipalities : 0), 0),
  );
}
