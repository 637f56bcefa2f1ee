import type { AgreementView } from '../api/agreement.ts';
import { Amount } from '../explanation/amount.tsx';
import { inBoth } from '../language/language.ts';
import { figure } from '../numbers/format.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changeColumns } from './change-columns.tsx';
import type { MunicipalityYear, YearOnYear } from './municipality-report.ts';

const words = inBoth(
  {
    name: (name: string, year: number) => `${name} ${year}, kr.`,
    solution: 'Løsning',
    all: 'I alt',
    before: (year: number) => `Beløb ${year}`,
  },
  {
    name: (name: string, year: number) => `${name} ${year}, DKK`,
    solution: 'Solution',
    all: 'In all',
    before: (year: number) => `Amount ${year}`,
  },
);

/** A row: a solution, or without one all of them. */
interface Row {
  readonly solution?: string;
  readonly amount: string;
  readonly sinceYearBefore?: YearOnYear;
}

/** What the municipality pays for each solution, beside the year before and, if one is named, beside another municipality. */
export function SolutionTable({
  view,
  year,
  other,
}: {
  readonly view: AgreementView;
  readonly year: MunicipalityYear;
  readonly other: MunicipalityYear | undefined;
}) {
  const rows: readonly Row[] = year.solutions;
  return (
    <DataTable
      name={words().name(view.municipalityName(year.municipality), year.year)}
      columns={[...columnsOf(view, year), ...(other === undefined ? [] : [columnOf(view, other)])]}
      rows={rows}
      rowKey={({ solution }) => solution ?? ''}
      total={year}
    />
  );
}

function columnsOf(view: AgreementView, { year, municipality }: MunicipalityYear): Column<Row>[] {
  return [
    {
      id: 'solution',
      title: words().solution,
      kind: 'text',
      value: ({ solution }) => (solution === undefined ? words().all : view.solutionName(solution)),
    },
    {
      id: 'amount',
      title: words().before(year),
      kind: 'amount',
      value: ({ amount }) => amount,
      cell: ({ amount, solution }) => (
        <ShareAmount year={year} municipality={municipality} solution={solution} amount={amount} />
      ),
    },
    {
      id: 'before',
      title: words().before(year - 1),
      kind: 'amount',
      value: ({ sinceYearBefore }) => sinceYearBefore?.before,
    },
    ...changeColumns<Row>(({ sinceYearBefore }) => sinceYearBefore),
  ];
}

/** What another municipality pays for the same. */
function columnOf(
  view: AgreementView,
  { year, municipality, amount, solutions }: MunicipalityYear,
): Column<Row> {
  const amounts = new Map(solutions.map((one) => [one.solution, one.amount]));
  const amountOf = ({ solution }: Row) => (solution === undefined ? amount : amounts.get(solution));
  return {
    id: 'other',
    title: `${view.municipalityName(municipality)} ${year}`,
    kind: 'amount',
    value: amountOf,
    cell: (row) => {
      const paid = amountOf(row);
      if (paid === undefined) return '–';
      return <ShareAmount year={year} municipality={municipality} solution={row.solution} amount={paid} />;
    },
  };
}

/** What a municipality pays for a solution, or without one for all of them. */
function ShareAmount({
  year,
  municipality,
  solution,
  amount,
}: {
  readonly year: number;
  readonly municipality: string;
  readonly solution: string | undefined;
  readonly amount: string;
}) {
  return (
    <Amount
      value={amount}
      figure={{ year, figure: 'amount', municipality, ...(solution !== undefined && { solution }) }}
    >
      {figure(amount)}
    </Amount>
  );
}
