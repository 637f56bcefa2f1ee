import type { AgreementView } from '../api/agreement.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { inBoth } from '../language/language.ts';
import { day } from '../numbers/format.ts';
import { Loaded } from '../parts/loaded.tsx';
import { DataTable } from '../table/data-table.tsx';

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
  },
);

type SplitPlan = Schemas['KeptSplitPlan'];
type Line = SplitPlan['lines'][number];
interface Part extends Pick<Line, 'recipient' | 'accountString'> {
  readonly part: string;
  readonly share: string;
  readonly parts?: readonly Part[];
}

/** Who in the municipality receives what, in the plan that holds now or is the next to hold. */
export function OwnSplitPlan({
  view,
  municipality,
}: {
  readonly view: AgreementView;
  readonly municipality: string;
}) {
  const plans = useAnswer(`split-plans/${municipality}`, (signal) =>
    answered(api.GET('/v1/split-plans', { params: { query: { unit: municipality, limit: '200' } }, signal })),
  );
  return (
    <section>
      <h2>{words().title}</h2>
      <Loaded answer={plans}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{words().none}</p>
          ) : (
            items.map((plan) => <Plan key={plan.id} view={view} plan={plan} />)
          )
        }
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
