import { type AgreementView, useAgreement } from '../api/agreement.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { everyPage } from '../api/every-page.ts';
import { useAnswer } from '../api/use-answer.ts';
import { inBoth } from '../language/language.ts';
import { day } from '../numbers/format.ts';
import { Loaded } from '../parts/loaded.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { DocumentDownload } from './document-download.tsx';

const words = inBoth(
  {
    none: 'Der er ikke udstedt nogen fakturaer endnu.',
    number: 'Nummer',
    municipality: 'Kommune',
    recipient: 'Modtager',
    issued: 'Udstedt',
    due: 'Betales senest',
    net: 'Uden moms',
    vat: 'Moms',
    payable: 'At betale',
    documents: 'Dokumenter',
    credit: 'kreditnota',
    fetching: 'Henter fakturaer',
    corrects: 'Regulerer',
  },
  {
    none: 'No invoices have been issued yet.',
    number: 'Number',
    municipality: 'Municipality',
    recipient: 'Recipient',
    issued: 'Issued',
    due: 'Due',
    net: 'Excluding VAT',
    vat: 'VAT',
    payable: 'Payable',
    documents: 'Documents',
    credit: 'credit note',
    fetching: 'Fetching invoices',
    corrects: 'Corrects',
  },
);

export type InvoiceHead = Schemas['InvoiceHead'];

/** Which invoices: of a run, or of a municipality. */
export interface InvoiceChoice {
  readonly run?: string;
  readonly municipality?: string;
}

/** Issued invoices, each with its documents. */
export function InvoiceTable({ name, of }: { readonly name: string; readonly of: InvoiceChoice }) {
  const agreement = useAgreement();
  const invoices = useInvoices(of);
  return (
    <Loaded answer={agreement}>
      {(view) => (
        <Loaded answer={invoices}>
          {(heads) =>
            heads.length === 0 ? (
              <p>{words().none}</p>
            ) : (
              <DataTable
                name={name}
                columns={columnsOf(view, {
                  withMunicipality: of.municipality === undefined,
                  withCorrected: heads.some(({ corrects }) => corrects !== undefined),
                })}
                rows={heads}
                rowKey={({ number }) => number}
              />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function useInvoices(of: InvoiceChoice) {
  return useAnswer(
    `invoices/${of.run ?? ''}/${of.municipality ?? ''}`,
    (signal, report) =>
      everyPage(
        (page) => answered(api.GET('/v1/invoices', { params: { query: { ...page, ...of } }, signal })),
        report,
      ),
    () => words().fetching,
  );
}

function columnsOf(
  view: AgreementView,
  {
    withMunicipality,
    withCorrected,
  }: { readonly withMunicipality: boolean; readonly withCorrected: boolean },
): Column<InvoiceHead>[] {
  const municipality: Column<InvoiceHead> = {
    id: 'municipality',
    title: words().municipality,
    kind: 'text',
    value: (head) => view.municipalityName(head.municipality),
  };
  const corrects: Column<InvoiceHead> = {
    id: 'corrects',
    title: words().corrects,
    kind: 'text',
    value: (head) => head.corrects,
  };
  return [
    {
      id: 'number',
      title: words().number,
      kind: 'text',
      value: ({ number, kind }) => (kind === 'credit-note' ? `${number} (${words().credit})` : number),
    },
    ...(withMunicipality ? [municipality] : []),
    ...(withCorrected ? [corrects] : []),
    { id: 'recipient', title: words().recipient, kind: 'text', value: ({ recipient }) => recipient },
    {
      id: 'issueDate',
      title: words().issued,
      kind: 'text',
      value: ({ issueDate }) => issueDate,
      cell: ({ issueDate }) => day(issueDate),
    },
    {
      id: 'dueDate',
      title: words().due,
      kind: 'text',
      value: ({ dueDate }) => dueDate,
      cell: ({ dueDate }) => day(dueDate),
    },
    { id: 'net', title: words().net, kind: 'amount', value: ({ net }) => net },
    { id: 'vat', title: words().vat, kind: 'amount', value: ({ vat }) => vat },
    { id: 'payable', title: words().payable, kind: 'amount', value: ({ payable }) => payable },
    {
      id: 'documents',
      title: words().documents,
      kind: 'text',
      value: () => '',
      cell: ({ number }) => <DocumentDownload number={number} />,
    },
  ];
}
