import { inBoth } from '../language/language.ts';
import { DataTable } from '../table/data-table.tsx';
import { nameOfPlan } from './plan-name.ts';
import type { KeptProposal, Outcome, Plan } from './plans.ts';

const words = inBoth(
  {
    title: 'Forslag og metoder i tal',
    plan: 'Forslag eller metode',
    cost: 'Penge i alt, kr.',
    value: 'Vægtet gavn',
    funded: 'Fuldt',
    reduced: 'Delvist',
    referred: 'Til bestyrelsen',
    out: 'Uden penge',
    left: (year: number) => `Rest ${year}, kr.`,
    lawful: 'Regler',
    yes: 'Overholdt',
    no: 'Ikke overholdt',
    council: 'Se hvert initiativ',
  },
  {
    title: 'Proposals and methods in figures',
    plan: 'Proposal or method',
    cost: 'Money in all, DKK',
    value: 'Weighted benefit',
    funded: 'In full',
    reduced: 'In part',
    referred: 'To the board',
    out: 'Without money',
    left: (year: number) => `Left ${year}, DKK`,
    lawful: 'Rules',
    yes: 'Kept',
    no: 'Not kept',
    council: 'See each initiative',
  },
);

/** What each plan costs, gives and leaves. */
export function PlanSummary({
  plans,
  proposals,
}: {
  readonly plans: readonly Plan[];
  readonly proposals: readonly KeptProposal[];
}) {
  const years = plans[0]?.years.map(({ year }) => year) ?? [];
  return (
    <section>
      <h2>{words().title}</h2>
      <DataTable
        name={words().title}
        rows={plans}
        rowKey={({ plan }) => plan}
        columns={[
          {
            id: 'plan',
            title: words().plan,
            kind: 'text',
            value: ({ plan }) => nameOfPlan(plan, proposals),
          },
          { id: 'cost', title: words().cost, kind: 'amount', value: ({ cost }) => cost },
          { id: 'value', title: words().value, kind: 'count', value: ({ value }) => value },
          { id: 'funded', title: words().funded, kind: 'count', value: counted('funded') },
          { id: 'reduced', title: words().reduced, kind: 'count', value: counted('reduced') },
          { id: 'referred', title: words().referred, kind: 'count', value: counted('referred') },
          { id: 'out', title: words().out, kind: 'count', value: counted('deferred', 'rejected') },
          ...years.map((year) => ({
            id: `left-${year}`,
            title: words().left(year),
            kind: 'amount' as const,
            value: (plan: Plan) => plan.years.find((one) => one.year === year)?.left,
          })),
          {
            id: 'lawful',
            title: words().lawful,
            kind: 'text',
            value: ({ method }) => {
              if (method === undefined) return words().council;
              return method.lawful ? words().yes : words().no;
            },
          },
        ]}
      />
    </section>
  );
}

function counted(...outcomes: readonly Outcome[]) {
  return ({ initiatives }: Plan) =>
    String(initiatives.filter(({ outcome }) => outcomes.includes(outcome)).length);
}
