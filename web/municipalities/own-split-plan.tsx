import type { AgreementView } from '../api/agreement.ts';
import { api } from '../api/client.ts';
import { useRight } from '../api/rights.ts';
import { inBoth } from '../language/language.ts';
import { day } from '../numbers/format.ts';
import { Loaded } from '../parts/loaded.tsx';
import { DataTable } from '../table/data-table.tsx';
import { Downloads, type FileOptions } from '../transfer/downloads.tsx';
import { tableDownloads } from '../transfer/table-file.ts';
import { TableImport } from '../transfer/table-import.tsx';
import { importSplitPlans, type SplitPlan, useSplitPlans } from './split-plans.ts';
import { SplitPreview } from './split-preview.tsx';

const words = inBoth(
  {
    title: 'Opsplitning af fakturaen',
    none: 'Kommunen har ingen opsplitningsplan: alt står på én faktura.',
    from: (date: string) => `Gælder fra ${date}.`,
    fallback: (department: string) => `Det, som ingen linje nævner, går til ${department}.`,
    name: 'Opsplitningsplan',
    what: 'Hvad',
    share: 'Andel',
    recipient: 'Modtager',
    gln: 'EAN/GLN',
    account: 'Kontostreng',
    fetch: 'Hent planen som regneark:',
    change: 'Ret planen i et regneark',
    how: 'Hent planen, ret den i Excel, og indlæs den igen. En række sender én ting til én modtager: en løsning, en budgetdel eller en andel (share) af den. Rækken uden løsning er den modtager, der får resten.',
    loaded: 'Planen er gemt og gælder for de næste fakturaer.',
    unchanged: 'Tabellen siger det samme som den gemte plan. Intet er ændret.',
  },
  {
    title: 'How the invoice is split',
    none: 'The municipality has no split plan: everything stands on one invoice.',
    from: (date: string) => `Valid from ${date}.`,
    fallback: (department: string) => `What no line names goes to ${department}.`,
    name: 'Split plan',
    what: 'What',
    share: 'Share',
    recipient: 'Recipient',
    gln: 'GLN',
    account: 'Account string',
    fetch: 'Fetch the plan as a spreadsheet:',
    change: 'Change the plan in a spreadsheet',
    how: 'Fetch the plan, change it in Excel, and load it again. A row sends one thing to one recipient: a solution, a component, or a share of it. The row without a solution is the recipient of the rest.',
    loaded: 'The plan has been kept and holds for the next invoices.',
    unchanged: 'The table says the same as the kept plan. Nothing has been changed.',
  },
);

type Line = SplitPlan['lines'][number];
interface Part extends Pick<Line, 'recipient' | 'accountString'> {
  readonly part: string;
  readonly share: string;
  readonly parts?: readonly Part[];
}

/** Who in the municipality receives what, in every plan that it has; out to a spreadsheet and in again. */
export function OwnSplitPlan({
  view,
  municipality,
}: {
  readonly view: AgreementView;
  readonly municipality: string;
}) {
  const { agreement } = view.document;
  const plans = useSplitPlans(agreement, municipality);
  const [mayWrite, mayPreview] = [useRight('split-plan.write'), useRight('invoice.preview')];
  const load = async (table: Blob, seen: string) => {
    try {
      const { created, changed, deleted } = await importSplitPlans(agreement, municipality, table, seen);
      return created + changed + deleted === 0 ? words().unchanged : words().loaded;
    } finally {
      // Also where it was refused: that may be because somebody else has changed the plan.
      plans.ask();
    }
  };
  const ask = (options: FileOptions) =>
    api.GET('/v1/split-plans/table', { params: { query: { agreement, municipality } }, ...options });
  return (
    <section>
      <h2>{words().title}</h2>
      <Loaded answer={plans}>
        {({ plans: kept, seen }) => (
          <>
            {kept.length === 0 && <p>{words().none}</p>}
            {kept.map((plan) => (
              <Plan key={plan.validFrom} view={view} plan={plan} />
            ))}
            <p class="not-on-paper">
              {words().fetch}{' '}
              <Downloads of={words().name} forms={tableDownloads(ask, `opsplitning-${municipality}`)} />
            </p>
            {mayWrite && (
              <details class="not-on-paper">
                <summary>{words().change}</summary>
                <p>{words().how}</p>
                <TableImport label={words().change} load={(table) => load(table, seen)} />
              </details>
            )}
            {mayPreview && <SplitPreview key={seen} view={view} municipality={municipality} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

interface Row {
  readonly what: string;
  readonly share?: string;
  readonly recipient: string | undefined;
  readonly accountString: string | undefined;
}

function Plan({ view, plan }: { readonly view: AgreementView; readonly plan: SplitPlan }) {
  const recipients = new Map(plan.recipients.map((one) => [one.recipient, one]));
  const department = (id: string | undefined) => recipients.get(id ?? '')?.department;
  return (
    <>
      <p>
        {words().from(day(plan.validFrom))} {words().fallback(department(plan.defaultRecipient) ?? '')}
      </p>
      <DataTable
        name={words().name}
        columns={[
          { id: 'what', title: words().what, kind: 'text', value: ({ what }: Row) => what },
          { id: 'share', title: words().share, kind: 'rate', value: ({ share }: Row) => share },
          {
            id: 'recipient',
            title: words().recipient,
            kind: 'text',
            value: ({ recipient }: Row) => department(recipient),
          },
          {
            id: 'gln',
            title: words().gln,
            kind: 'text',
            value: ({ recipient }: Row) => recipients.get(recipient ?? '')?.gln,
          },
          {
            id: 'account',
            title: words().account,
            kind: 'text',
            value: ({ recipient, accountString }: Row) =>
              accountString ?? recipients.get(recipient ?? '')?.accountString,
          },
        ]}
        rows={plan.lines.flatMap((line) => rowsOf(lineName(view, line), line))}
        rowKey={({ what }) => what}
      />
    </>
  );
}

function lineName(view: AgreementView, { solution, component }: Line): string {
  const name = view.solutionName(solution);
  return component === undefined ? name : `${name}, ${view.componentName(component)}`;
}

/** A line, or the parts that it is divided into, each by its own name. */
function rowsOf(what: string, { recipient, accountString, ...more }: Line | Part): Row[] {
  const parts: readonly Part[] = more.parts ?? [];
  if (parts.length > 0) return parts.flatMap((part) => rowsOf(`${what}: ${part.part}`, part));
  const share = 'share' in more ? { share: more.share } : {};
  return [{ what, ...share, recipient, accountString }];
}
