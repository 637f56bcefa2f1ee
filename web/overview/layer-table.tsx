import type { AgreementView } from '../api/agreement.ts';
import type { YearPrice } from '../api/scenario.ts';
import { Amount } from '../explanation/amount.tsx';
import type { FigureAddress } from '../explanation/figure-address.ts';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth } from '../language/language.ts';
import { figure } from '../numbers/format.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { layersOf } from './layers.ts';

const words = inBoth(
  {
    solution: 'Løsning',
    all: 'Hele aftalen',
    name: 'Løsninger og budgetdele',
    of: 'heraf pulje',
    unit: 'kr.',
  },
  {
    solution: 'Solution',
    all: 'The whole agreement',
    name: 'Solutions and components',
    of: 'of which pool',
    unit: 'DKK',
  },
);

/** A row: a solution, or without one the whole agreement. */
interface Row {
  readonly solution?: string;
  readonly amounts: ReadonlyMap<string, string>;
  readonly price: string;
  readonly pool: string;
}

/** The same as the picture of the columns, to the øre. */
export function LayerTable({ view, year }: { readonly view: AgreementView; readonly year: YearPrice }) {
  const rows = year.solutions.map(
    ({ solution, components, price, pool }): Row => ({
      solution,
      amounts: new Map(components.map(({ component, amount }) => [component, amount])),
      price,
      pool,
    }),
  );
  const total: Row = { amounts: new Map(), price: year.agreementPrice, pool: year.pool };
  return (
    <DataTable
      name={`${words().name} ${year.year}, ${words().unit}`}
      columns={columnsOf(view, year.year)}
      rows={rows}
      rowKey={({ solution }) => solution ?? ''}
      total={total}
    />
  );
}

function columnsOf(view: AgreementView, year: number): Column<Row>[] {
  const amounts = layersOf(view).map(
    ({ component, name }): Column<Row> => ({
      id: component,
      title: name,
      kind: 'amount',
      value: ({ amounts }) => amounts.get(component),
      cell: ({ amounts, solution }) =>
        explained(amounts.get(component), solution && { year, figure: 'amount', solution, component }),
    }),
  );
  return [
    {
      id: 'solution',
      title: words().solution,
      kind: 'text',
      value: ({ solution }) => (solution === undefined ? words().all : view.solutionName(solution)),
    },
    ...amounts,
    {
      id: 'pool',
      title: words().of,
      kind: 'amount',
      value: ({ pool }) => pool,
      cell: ({ pool, solution }) => explained(pool, { year, figure: 'pool', ...(solution && { solution }) }),
    },
    {
      id: 'price',
      title: figureWords().price,
      kind: 'amount',
      value: ({ price }) => price,
      cell: ({ price, solution }) =>
        explained(
          price,
          solution === undefined ? { year, figure: 'agreementPrice' } : { year, figure: 'price', solution },
        ),
    },
  ];
}

function explained(amount: string | undefined, address: FigureAddress | '' | undefined) {
  if (amount === undefined || !address) return undefined;
  return (
    <Amount value={amount} figure={address}>
      {figure(amount)}
    </Amount>
  );
}
