import { type AgreementView, useAgreement } from '../api/agreement.ts';
import { useRight } from '../api/rights.ts';
import { inBoth, say } from '../language/language.ts';
import { day } from '../numbers/format.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageActions } from '../parts/page-actions.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { ActualAmountsSection } from './actual-amounts-section.tsx';
import { AgreementImport } from './agreement-import.tsx';
import { AgreementList } from './agreement-list.tsx';
import { provenanceText } from './provenance.ts';

const words = inBoth(
  {
    title: 'Data',
    lead: 'Alt, hvad der regnes af, og hvor det kommer fra. Et tal uden kilde er et eksempel.',
    agreement: (title: string, version: string) => `${title}, version ${version}.`,
    index: 'Pris- og lønindeks',
    year: 'År',
    vintage: 'Offentliggjort',
    status: 'Tilstand',
    statuses: { estimate: 'Skøn', final: 'Endeligt' },
    wage: 'Løn',
    price: 'Pris',
    combined: 'Samlet',
    correction: 'Niveaukorrektion',
    source: 'Kilde',
    prices: 'Basispriser',
    solution: 'Løsning',
    component: 'Budgetdel',
    amount: 'Basispris, kr.',
    wageShare: 'Lønandel',
    municipalities: 'Kommuner',
    municipality: 'Kommune',
    code: 'Kode',
    cvr: 'CVR',
    population: 'Indbyggere',
    date: 'Opgjort',
  },
  {
    title: 'Data',
    lead: 'Everything that the figures are computed from, and where it comes from. A figure without a source is an example.',
    agreement: (title: string, version: string) => `${title}, version ${version}.`,
    index: 'Price and wage index',
    year: 'Year',
    vintage: 'Published',
    status: 'Status',
    statuses: { estimate: 'Estimate', final: 'Final' },
    wage: 'Wages',
    price: 'Prices',
    combined: 'Combined',
    correction: 'Level correction',
    source: 'Source',
    prices: 'Base prices',
    solution: 'Solution',
    component: 'Component',
    amount: 'Base price, DKK',
    wageShare: 'Wage share',
    municipalities: 'Municipalities',
    municipality: 'Municipality',
    code: 'Code',
    cvr: 'CVR',
    population: 'Citizens',
    date: 'Counted',
  },
);

/** The agreement as data: the figures and their sources, and how to load another. */
export default function DataPage() {
  const agreement = useAgreement();
  const mayPublish = useRight('agreement.publish');
  return (
    <>
      <PageHeading title={words().title} lead={words().lead}>
        <PageActions />
      </PageHeading>
      <Loaded answer={agreement}>
        {(view) => (
          <>
            <p>{words().agreement(say(view.document.title), view.document.version)}</p>
            <AgreementList current={view.document.agreement} />
            {mayPublish && <AgreementImport current={view.document} />}
            <ActualAmountsSection view={view} mayPublish={mayPublish} />
            <IndexTable view={view} />
            <PriceTable view={view} />
            <MunicipalityTable view={view} />
          </>
        )}
      </Loaded>
    </>
  );
}

type Document = AgreementView['document'];
type IndexRow = Document['index'][number];

function IndexTable({ view }: { readonly view: AgreementView }) {
  const rate = (name: 'wage' | 'price' | 'combined' | 'correction'): Column<IndexRow> => ({
    id: name,
    title: words()[name],
    kind: 'rate',
    value: (row) => row[name],
  });
  return (
    <section>
      <h2>{words().index}</h2>
      <DataTable
        name={words().index}
        rows={view.document.index}
        rowKey={({ year, vintage }) => `${year}/${vintage}`}
        columns={[
          { id: 'year', title: words().year, kind: 'ordinal', value: ({ year }) => String(year) },
          {
            id: 'vintage',
            title: words().vintage,
            kind: 'text',
            value: ({ vintage }) => vintage,
            cell: ({ vintage }) => day(vintage),
          },
          {
            id: 'status',
            title: words().status,
            kind: 'text',
            value: ({ status }) => words().statuses[status],
          },
          rate('wage'),
          rate('price'),
          rate('combined'),
          rate('correction'),
          {
            id: 'source',
            title: words().source,
            kind: 'text',
            value: ({ provenance }) => provenanceText(provenance),
          },
        ]}
      />
    </section>
  );
}

function PriceTable({ view }: { readonly view: AgreementView }) {
  const rows = view.document.solutions.flatMap(({ solution, basePrices }) =>
    basePrices.map((price) => ({ solution, ...price })),
  );
  return (
    <section>
      <h2>{words().prices}</h2>
      <DataTable
        name={words().prices}
        rows={rows}
        rowKey={({ solution, component }) => `${solution}/${component}`}
        columns={[
          {
            id: 'solution',
            title: words().solution,
            kind: 'text',
            value: ({ solution }) => view.solutionName(solution),
          },
          {
            id: 'component',
            title: words().component,
            kind: 'text',
            value: ({ component }) => view.componentName(component),
          },
          { id: 'amount', title: words().amount, kind: 'amount', value: ({ amount }) => amount },
          { id: 'wageShare', title: words().wageShare, kind: 'rate', value: ({ wageShare }) => wageShare },
          {
            id: 'source',
            title: words().source,
            kind: 'text',
            value: ({ provenance }) => provenanceText(provenance),
          },
        ]}
      />
    </section>
  );
}

function MunicipalityTable({ view }: { readonly view: AgreementView }) {
  return (
    <section>
      <h2>{words().municipalities}</h2>
      <DataTable
        name={words().municipalities}
        rows={view.document.municipalities}
        rowKey={({ municipality }) => municipality}
        columns={[
          { id: 'name', title: words().municipality, kind: 'text', value: ({ name }) => name },
          { id: 'code', title: words().code, kind: 'text', value: ({ municipality }) => municipality },
          { id: 'cvr', title: words().cvr, kind: 'text', value: ({ cvr }) => cvr },
          {
            id: 'population',
            title: words().population,
            kind: 'count',
            value: ({ population }) => String(population),
          },
          {
            id: 'date',
            title: words().date,
            kind: 'text',
            value: ({ populationDate }) => populationDate,
            cell: ({ populationDate }) => day(populationDate),
          },
          {
            id: 'source',
            title: words().source,
            kind: 'text',
            value: ({ provenance }) => provenanceText(provenance),
          },
        ]}
      />
    </section>
  );
}
