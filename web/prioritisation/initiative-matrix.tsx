import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { compareDecimals } from '../numbers/decimal.ts';
import { figure } from '../numbers/format.ts';
import { usePageState } from '../shell/location.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import { nameOfOutcome, nameOfPlan } from './plan-name.ts';
import type { KeptProposal, Plan, PlanInitiative } from './plans.ts';

const words = inBoth(
  {
    title: 'Initiativerne side om side',
    text: 'Klik på et initiativ for at se, hvad reglerne sagde om det, og hvad der skulle til for at få det med.',
    initiative: 'Initiativ',
    area: 'Område',
    target: 'Løsning',
    new: 'ny',
    from: 'fra',
  },
  {
    title: 'The initiatives side by side',
    text: 'Click an initiative to see what the rules said of it, and what it would take to get it in.',
    initiative: 'Initiative',
    area: 'Area',
    target: 'Solution',
    new: 'new',
    from: 'from',
  },
);

interface Row {
  readonly known: PlanInitiative;
  readonly byPlan: ReadonlyMap<string, PlanInitiative>;
}

/** Every initiative of any of the plans, and what becomes of it in each. */
export function InitiativeMatrix({
  view,
  plans,
  proposals,
}: {
  readonly view: AgreementView;
  readonly plans: readonly Plan[];
  readonly proposals: readonly KeptProposal[];
}) {
  const { withQuery } = usePageState();
  const outcomes = plans.map(
    ({ plan }): Column<Row> => ({
      id: plan,
      title: nameOfPlan(plan, proposals),
      kind: 'text',
      value: ({ byPlan }) => textOf(byPlan.get(plan)),
      cell: ({ byPlan }) => <Fate fate={byPlan.get(plan)} />,
    }),
  );
  return (
    <section class="initiative-matrix">
      <h2>{words().title}</h2>
      <p class="not-on-paper">{words().text}</p>
      <DataTable
        name={words().title}
        rows={rowsOf(plans)}
        rowKey={({ known }) => known.initiative}
        onPaper={mostAtStake}
        columns={[
          {
            id: 'initiative',
            title: words().initiative,
            kind: 'text',
            value: ({ known }) => known.title,
            cell: ({ known }) => <a href={withQuery({ initiativ: known.initiative })}>{known.title}</a>,
          },
          {
            id: 'area',
            title: words().area,
            kind: 'text',
            value: ({ known }) => view.areaName(known.area),
          },
          {
            id: 'target',
            title: words().target,
            kind: 'text',
            value: ({ known }) => (known.target === 'new' ? words().new : view.solutionName(known.target)),
          },
          ...outcomes,
        ]}
      />
    </section>
  );
}

function Fate({ fate }: { readonly fate: PlanInitiative | undefined }) {
  if (fate === undefined) return <span class="hint">–</span>;
  return (
    <>
      <OutcomeMark outcome={fate.outcome} />{' '}
      {fate.start !== undefined && (
        <span class="number">
          {figure(fate.amount)} {`${words().from}\u00a0${fate.start}`}
        </span>
      )}
    </>
  );
}

function textOf(fate: PlanInitiative | undefined): string | undefined {
  return fate && `${nameOfOutcome(fate.outcome)} ${figure(fate.amount)}`;
}

function rowsOf(plans: readonly Plan[]): Row[] {
  const rows = new Map<string, { known: PlanInitiative; byPlan: Map<string, PlanInitiative> }>();
  for (const { plan, initiatives } of plans)
    for (const fate of initiatives) {
      const row = rows.get(fate.initiative) ?? { known: fate, byPlan: new Map() };
      row.byPlan.set(plan, fate);
      rows.set(fate.initiative, row);
    }
  return [...rows.values()];
}

/** So many initiatives stand on a paper of two pages. */
const PRINTED = 12;

/** Those on which the plans disagree, and of these the ones that get most. */
function mostAtStake(rows: readonly Row[]): readonly Row[] {
  const [agreed, disputed] = [rows.filter(isAgreed), rows.filter((row) => !isAgreed(row))];
  return [...disputed.toSorted(byMost), ...agreed.toSorted(byMost)].slice(0, PRINTED);
}

function isAgreed({ byPlan }: Row): boolean {
  return new Set([...byPlan.values()].map(({ outcome, amount }) => `${outcome} ${amount}`)).size === 1;
}

function byMost(first: Row, second: Row): number {
  return compareDecimals(mostOf(second), mostOf(first));
}

function mostOf({ byPlan }: Row): string {
  return (
    [...byPlan.values()]
      .map(({ amount }) => amount)
      .toSorted(compareDecimals)
      .at(-1) ?? '0'
  );
}
