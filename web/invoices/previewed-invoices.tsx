import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { signOf } from '../numbers/decimal.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import type { Preview } from './run.ts';

const words = inBoth(
  {
    title: 'Fakturaerne i kørslen',
    municipality: 'Kommune',
    recipient: 'Modtager',
    kind: 'Dokument',
    invoice: 'Faktura',
    credit: 'Kreditnota',
    corrects: 'Regulerer',
    net: 'Uden moms',
    vat: 'Moms',
    payable: 'At betale',
  },
  {
    title: 'The invoices of the run',
    municipality: 'Municipality',
    recipient: 'Recipient',
    kind: 'Document',
    invoice: 'Invoice',
    credit: 'Credit note',
    corrects: 'Corrects',
    net: 'Excluding VAT',
    vat: 'VAT',
    payable: 'Payable',
  },
);

type Previewed = Preview['summary'][number];

/** What a run would send to whom: each document with its amounts, and in a correction with what it corrects. */
export function PreviewedInvoices({
  view,
  summary,
}: {
  readonly view: AgreementView;
  readonly summary: readonly Previewed[];
}) {
  const corrects: Column<Previewed> = {
    id: 'corrects',
    title: words().corrects,
    kind: 'text',
    value: (one) => one.corrects,
  };
  return (
    <>
      <h3>{words().title}</h3>
      <DataTable
        name={words().title}
        rows={summary}
        rowKey={({ municipality, recipient, instalment, corrects: number = '' }) =>
          `${municipality}/${recipient}/${instalment}/${number}`
        }
        columns={[
          {
            id: 'municipality',
            title: words().municipality,
            kind: 'text',
            value: ({ municipality }) => view.municipalityName(municipality),
          },
          { id: 'recipient', title: words().recipient, kind: 'text', value: ({ recipient }) => recipient },
          {
            id: 'kind',
            title: words().kind,
            kind: 'text',
            value: ({ net }) => (signOf(net) < 0 ? words().credit : words().invoice),
          },
          ...(summary.some((one) => one.corrects !== undefined) ? [corrects] : []),
          { id: 'net', title: words().net, kind: 'amount', value: ({ net }) => net },
          { id: 'vat', title: words().vat, kind: 'amount', value: ({ vat }) => vat },
          { id: 'payable', title: words().payable, kind: 'amount', value: ({ payable }) => payable },
        ]}
      />
    </>
  );
}
