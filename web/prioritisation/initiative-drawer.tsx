import { inBoth, say } from '../language/language.ts';
import { change, kroner } from '../numbers/format.ts';
import { Dialog } from '../parts/dialog.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import { nameOfPlan } from './plan-name.ts';
import type { KeptProposal, Plan, PlanComparison, PlanInitiative } from './plans.ts';

type Asked = PlanComparison['asked'][number];
type Initiative = KeptProposal['proposal']['initiatives'][number];
type Verdict = PlanInitiative['years'][number]['rulesFired'][number];

const words = inBoth(
  {
    of: (granted: string, cost: string) => `${granted} af ${cost}`,
    rules: 'Regler, der virkede:',
    none: 'Ingen regel virkede.',
    notListed: 'Initiativet er ikke i dette forslag.',
    dependsOn: (titles: string) => `Forudsætter: ${titles}.`,
    excludes: (titles: string) => `Kan ikke få penge sammen med: ${titles}.`,
    take: 'Hvad skulle der til?',
    isIn: (start: number) => `Det er med fra ${start}.`,
    ifFirst: 'Hvis det kom før alt andet:',
    cost: (amount: string) => `Forskel i, hvad forslaget koster: ${amount}`,
    value: (value: string) => `Forskel i vægtet gavn: ${value}`,
    out: (titles: string) => `Ud ville gå: ${titles}.`,
    in: (titles: string) => `Ind ville komme: ${titles}.`,
  },
  {
    of: (granted: string, cost: string) => `${granted} of ${cost}`,
    rules: 'Rules that applied:',
    none: 'No rule applied.',
    notListed: 'The initiative is not in this proposal.',
    dependsOn: (titles: string) => `Depends on: ${titles}.`,
    excludes: (titles: string) => `Cannot get money together with: ${titles}.`,
    take: 'What would it take?',
    isIn: (start: number) => `It is in from ${start}.`,
    ifFirst: 'If it came before everything else:',
    cost: (amount: string) => `Difference in what the plan costs: ${amount}`,
    value: (value: string) => `Difference in weighted benefit: ${value}`,
    out: (titles: string) => `Out would go: ${titles}.`,
    in: (titles: string) => `In would come: ${titles}.`,
  },
);

/** What became of one initiative in each plan, why, and what it would take. */
export function InitiativeDrawer({
  initiative,
  answer,
  proposals,
  ruleTitle,
  onClose,
}: {
  readonly initiative: string;
  readonly answer: PlanComparison;
  readonly proposals: readonly KeptProposal[];
  readonly ruleTitle: (rule: string) => string;
  readonly onClose: () => void;
}) {
  const proposed = proposals.flatMap(({ proposal }) => proposal.initiatives);
  const titles = new Map([
    ...proposed.map(({ id, title }) => [id, title] as const),
    ...answer.plans.flatMap(({ initiatives }) =>
      initiatives.map((one) => [one.initiative, one.title] as const),
    ),
  ]);
  const titled = (id: string) => titles.get(id) ?? id;
  return (
    <Dialog title={titled(initiative)} shape="drawer" onClose={onClose}>
      <Ties initiative={proposed.find(({ id }) => id === initiative)} titled={titled} />
      {answer.plans.map((plan) => (
        <section key={plan.plan}>
          <h3>{nameOfPlan(plan.plan, proposals)}</h3>
          <FateOf plan={plan} initiative={initiative} ruleTitle={ruleTitle} />
          {answer.asked
            .filter((asked) => asked.plan === plan.plan && asked.initiative === initiative)
            .map((asked) => (
              <WhatItTakes key={asked.plan} asked={asked} titled={titled} />
            ))}
        </section>
      ))}
    </Dialog>
  );
}

/** Which other initiatives its fate hangs on, as the rules on prerequisites and exclusions mean it. */
function Ties({
  initiative,
  titled,
}: {
  readonly initiative: Initiative | undefined;
  readonly titled: (initiative: string) => string;
}) {
  const { dependsOn = [], excludes = [] } = initiative ?? {};
  const list = (ids: readonly string[]) => ids.map(titled).join(', ');
  return (
    <>
      {dependsOn.length > 0 && <p>{words().dependsOn(list(dependsOn))}</p>}
      {excludes.length > 0 && <p>{words().excludes(list(excludes))}</p>}
    </>
  );
}

function FateOf({
  plan,
  initiative,
  ruleTitle,
}: {
  readonly plan: Plan;
  readonly initiative: string;
  readonly ruleTitle: (rule: string) => string;
}) {
  const fate = plan.initiatives.find((one) => one.initiative === initiative);
  if (fate === undefined) return <p class="hint">{words().notListed}</p>;
  return (
    <ul>
      {fate.years.map(({ year, outcome, reason, granted, cost, rulesFired }) => (
        <li key={year}>
          <p>
            <strong>{year}</strong> <OutcomeMark outcome={outcome} />{' '}
            {words().of(kroner(granted), kroner(cost))}
          </p>
          <p>{say(reason)}</p>
          <Rules fired={rulesFired} ruleTitle={ruleTitle} />
        </li>
      ))}
    </ul>
  );
}

function Rules({
  fired,
  ruleTitle,
}: {
  readonly fired: readonly Verdict[];
  readonly ruleTitle: (rule: string) => string;
}) {
  if (fired.length === 0) return <p class="hint">{words().none}</p>;
  return (
    <p class="hint">
      {words().rules} {fired.map(({ rule }) => ruleTitle(rule)).join(' · ')}
    </p>
  );
}

function WhatItTakes({
  asked: { start, reason, ifFirst },
  titled,
}: {
  readonly asked: Asked;
  readonly titled: (initiative: string) => string;
}) {
  const list = (ids: readonly string[]) => ids.map(titled).join(', ');
  return (
    <>
      <h4>{words().take}</h4>
      {start !== undefined && <p>{words().isIn(start)}</p>}
      {reason !== undefined && <p>{say(reason)}</p>}
      {ifFirst !== undefined && (
        <>
          <p>
            {words().ifFirst} <OutcomeMark outcome={ifFirst.outcome} />{' '}
            {ifFirst.reason !== undefined && say(ifFirst.reason)}
          </p>
          <ul>
            {ifFirst.goesOut.length > 0 && <li>{words().out(list(ifFirst.goesOut))}</li>}
            {ifFirst.comesIn.length > 0 && <li>{words().in(list(ifFirst.comesIn))}</li>}
            <li>{words().cost(change(ifFirst.costDifference))}</li>
            <li>{words().value(ifFirst.valueDifference)}</li>
          </ul>
        </>
      )}
    </>
  );
}
