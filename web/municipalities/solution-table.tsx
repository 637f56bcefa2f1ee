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
    title: (year: number) => `Hvad kommunen betaler for i ${year}`,
    name: (name: string, year: number) => `${name} ${year}, kr.`,
    solution: 'Løsning',
    all: 'I alt',
    before: (year: number) => `Beløb ${year}`,
  },
  {
    title: (year: number) => `What the municipality pays for in ${year}`,
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

/** What the municipality pays for each solution, beside the year before. */
export function SolutionTable({
  view,
  year,
}: {
  readonly view: AgreementView;
  readonly year: MunicipalityYear;
}) {
  const rows: readonly Row[] = year.solutions;
  return (
    <section>
      <h2>{words().title(year.year)}</h2>
      <DataTable
        name={words().name(view.municipalityName(year.municipality), year.year)}
        columns={columnsOf(view, year)}
        rows={rows}
        rowKey={({ solution }) => solution ?? ''}
        total={year}
      />
    </section>
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
        <Amount
          value={amount}
          figure={{ year, figure: 'amount', municipality, ...(solution !== undefined && { solution }) }}
        >
          {figure(amount)}
        </Amount>
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
