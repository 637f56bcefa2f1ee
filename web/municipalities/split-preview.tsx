import { useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import type { Schemas } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { compareDecimals } from '../numbers/decimal.ts';
import { kroner } from '../numbers/format.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Notice } from '../parts/notice.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { DataTable } from '../table/data-table.tsx';
import { type OwnPreview, previewOwn } from './split-plans.ts';

const words = inBoth(
  {
    title: 'Sådan bliver fakturaerne',
    text: 'Hvad hver modtager ville få, hvis raten blev faktureret i dag. Intet gemmes.',
    year: 'År',
    instalment: 'Rate',
    preview: 'Forhåndsvis',
    computing: 'Regner fakturaerne ud',
    sum: (amount: string) => `Modtagernes beløb er tilsammen ${amount} uden moms: kommunens rate, på øren.`,
    broken: (found: string, expected: string) =>
      `Modtagernes beløb er tilsammen ${found}, men kommunens rate er ${expected}.`,
    recipients: 'Modtagernes fakturaer',
    recipient: 'Modtager',
    gln: 'EAN/GLN',
    net: 'Uden moms',
    vat: 'Moms',
    payable: 'At betale',
    lines: 'Fakturaernes linjer',
    what: 'Hvad',
    component: 'Budgetdel',
    part: 'Del',
    amount: 'Beløb',
    account: 'Kontostreng',
  },
  {
    title: 'How the invoices will be',
    text: 'What each recipient would get, were the instalment invoiced today. Nothing is kept.',
    year: 'Year',
    instalment: 'Instalment',
    preview: 'Preview',
    computing: 'Computing the invoices',
    sum: (amount: string) =>
      `The recipients' amounts are together ${amount} excluding VAT: the municipality's instalment, to the øre.`,
    broken: (found: string, expected: string) =>
      `The recipients' amounts are together ${found}, but the municipality's instalment is ${expected}.`,
    recipients: 'Invoices of the recipients',
    recipient: 'Recipient',
    gln: 'GLN',
    net: 'Excluding VAT',
    vat: 'VAT',
    payable: 'Payable',
    lines: 'Lines of the invoices',
    what: 'What',
    component: 'Component',
    part: 'Part',
    amount: 'Amount',
    account: 'Account string',
  },
);

/** Years are invoiced as they come: this one and the next ones that are priced. */
const YEARS_AHEAD = [1, 2, 3, 4];
const HALVES = ['1', '2'];

/** What the municipality's recipients would be sent, by the plan as it is kept now. */
export function SplitPreview({
  view,
  municipality,
}: {
  readonly view: AgreementView;
  readonly municipality: string;
}) {
  const { agreement, baseYear } = view.document;
  const [year, setYear] = useState(baseYear + 1);
  const [instalment, setInstalment] = useState('1');
  const [found, setFound] = useState<OwnPreview>();
  const preview = useWrite(
    (_: undefined, signal) =>
      previewOwn(agreement, municipality, { year, instalment: Number(instalment) }, signal),
    { title: () => words().computing, isCancellable: true },
  );
  return (
    <section class="not-on-paper">
      <h3>{words().title}</h3>
      <p>{words().text}</p>
      <form
        class="choices"
        aria-label={words().title}
        onSubmit={async (event) => {
          event.preventDefault();
          setFound(await preview.write(undefined));
        }}
      >
        <SelectField
          label={words().year}
          value={String(year)}
          choices={YEARS_AHEAD.map((ahead) => String(baseYear + ahead)).map(choice)}
          onChoose={(chosen) => setYear(Number(chosen))}
        />
        <SelectField
          label={words().instalment}
          value={instalment}
          choices={HALVES.map(choice)}
          onChoose={setInstalment}
        />
        <button type="submit" class="button button-secondary" disabled={preview.isBusy}>
          {words().preview}
        </button>
      </form>
      {preview.failure !== undefined && <FailureNotice failure={preview.failure} />}
      {found !== undefined && <Found view={view} found={found} />}
    </section>
  );
}

function choice(value: string) {
  return { value, label: value };
}

function Found({
  view,
  found: { drafts, check },
}: {
  readonly view: AgreementView;
  readonly found: OwnPreview;
}) {
  return (
    <>
      {check !== undefined && <SumOf check={check} />}
      <DataTable
        name={words().recipients}
        rows={drafts}
        rowKey={({ recipient }) => recipient.recipient}
        columns={[
          {
            id: 'recipient',
            title: words().recipient,
            kind: 'text',
            value: ({ recipient }) => recipient.department,
          },
          { id: 'gln', title: words().gln, kind: 'text', value: ({ recipient }) => recipient.gln },
          { id: 'net', title: words().net, kind: 'amount', value: ({ totals }) => totals.net },
          { id: 'vat', title: words().vat, kind: 'amount', value: ({ totals }) => totals.vat },
          { id: 'payable', title: words().payable, kind: 'amount', value: ({ totals }) => totals.payable },
        ]}
      />
      <LinesOf view={view} drafts={drafts} />
    </>
  );
}

function SumOf({ check: { expected, found } }: { readonly check: NonNullable<OwnPreview['check']> }) {
  const isWhole = compareDecimals(expected, found) === 0;
  return (
    <div role="status">
      <Notice kind={isWhole ? 'success' : 'error'}>
        <p>{isWhole ? words().sum(kroner(found)) : words().broken(kroner(found), kroner(expected))}</p>
      </Notice>
    </div>
  );
}

function LinesOf({
  view,
  drafts,
}: {
  readonly view: AgreementView;
  readonly drafts: readonly Schemas['InvoiceDraft'][];
}) {
  const rows = drafts.flatMap(({ recipient, lines }) => lines.map((line) => ({ ...line, recipient })));
  return (
    <DataTable
      name={words().lines}
      rows={rows}
      rowKey={({ recipient, solution, component, parts }) =>
        [recipient.recipient, solution, component, ...parts].join('/')
      }
      columns={[
        {
          id: 'what',
          title: words().what,
          kind: 'text',
          value: ({ solution }) => view.solutionName(solution),
        },
        {
          id: 'component',
          title: words().component,
          kind: 'text',
          value: ({ component }) => view.componentName(component),
        },
        { id: 'part', title: words().part, kind: 'text', value: ({ parts }) => parts.join(', ') },
        {
          id: 'recipient',
          title: words().recipient,
          kind: 'text',
          value: ({ recipient }) => recipient.department,
        },
        {
          id: 'account',
          title: words().account,
          kind: 'text',
          value: ({ accountString, recipient }) => accountString ?? recipient.accountString,
        },
        { id: 'amount', title: words().amount, kind: 'amount', value: ({ amount }) => amount },
      ]}
    />
  );
}
