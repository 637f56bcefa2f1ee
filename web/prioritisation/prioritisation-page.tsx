import type { AgreementView } from '../api/agreement.ts';
import { answered, api } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Ballots } from '../ballots/ballots.tsx';
import { inBoth, say } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PaperSources } from '../parts/paper.tsx';
import { ScenarioField } from '../parts/scenario-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { YearChoice } from '../parts/year-choice.tsx';
import { AgreementPage } from '../shell/agreement-page.tsx';
import { usePageState } from '../shell/location.ts';
import { InitiativeDrawer } from './initiative-drawer.tsx';
import { InitiativeMatrix } from './initiative-matrix.tsx';
import { InitiativeTable } from './initiative-table.tsx';
import { PlanChoice } from './plan-choice.tsx';
import { nameOfPlan } from './plan-name.ts';
import { PlanPairs } from './plan-pairs.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { idOfMethod, type KeptProposal, type PlanComparison, usePlans, useProposals } from './plans.ts';
import { PoolFlow } from './pool-flow.tsx';
import './prioritisation.css';
import { ProposalWay } from './proposal-way.tsx';
import { Waterline } from './waterline.tsx';

const words = inBoth(
  {
    title: 'Prioritering',
    lead: 'Hvad puljen kan bruges til: rådenes forslag og metoder, der vælger af sig selv, side om side for de samme penge.',
    shown: 'Vis nærmere',
    closely: (plan: string) => `Nærmere om »${plan}«`,
    none: 'Vælg mindst ét forslag eller én metode.',
    way: 'Forslagenes vej fra råd til bestyrelse',
    source: 'Puljens pris',
  },
  {
    title: 'Prioritisation',
    lead: "What the pool can be used for: the councils' proposals, and methods that choose by themselves, side by side for the same money.",
    shown: 'Show in detail',
    closely: (plan: string) => `Closer at “${plan}”`,
    none: 'Choose at least one proposal or method.',
    way: 'The way of the proposals from council to board',
    source: 'The price that the pool comes from',
  },
);

/** Proposals and methods side by side, and the way of each proposal to a decision. */
export default function PrioritisationPage() {
  return (
    <AgreementPage title={words().title} lead={words().lead}>
      {(view) => <Prioritisation view={view} />}
    </AgreementPage>
  );
}

function Prioritisation({ view }: { readonly view: AgreementView }) {
  const answer = useProposals(view.document.agreement);
  return (
    <Loaded answer={answer}>
      {(proposals) => (
        <>
          <Compared view={view} proposals={proposals} />
          <section class="not-on-paper">
            <h2>{words().way}</h2>
            {proposals.map((proposal) => (
              <ProposalWay key={proposal.id} view={view} proposal={proposal} onCopied={answer.ask} />
            ))}
          </section>
          <div class="not-on-paper">
            <Ballots view={view} />
          </div>
          <InitiativeTable view={view} />
        </>
      )}
    </Loaded>
  );
}

/** As many proposals as are put side by side unasked. */
const FIRST_PROPOSALS = 4;

function Compared({
  view,
  proposals,
}: {
  readonly view: AgreementView;
  readonly proposals: readonly KeptProposal[];
}) {
  const { query, set } = usePageState();
  const scenario = query.scenarie ?? view.baseline;
  const chosen = query.planer?.split(',') ?? [
    ...proposals.slice(0, FIRST_PROPOSALS).map(({ id }) => id),
    idOfMethod('greedy'),
  ];
  const answer = usePlans(scenario, chosen, query.initiativ);
  return (
    <>
      <div class="choices">
        <ScenarioField view={view} value={scenario} onChoose={(value) => set({ scenarie: value })} />
      </div>
      <PlanChoice
        view={view}
        proposals={proposals}
        chosen={chosen}
        onChoose={(plans) => set({ planer: plans.length === 0 ? NONE : plans.join(',') })}
      />
      {chosen.includes(NONE) ? (
        <p>{words().none}</p>
      ) : (
        <Loaded answer={answer}>
          {(found) => <Plans view={view} answer={found} proposals={proposals} />}
        </Loaded>
      )}
    </>
  );
}

/** Says in the address that nothing is chosen, which is another thing than that nobody has chosen. */
const NONE = '-';

function Plans({
  view,
  answer,
  proposals,
}: {
  readonly view: AgreementView;
  readonly answer: PlanComparison;
  readonly proposals: readonly KeptProposal[];
}) {
  const { query, set } = usePageState();
  const plan = answer.plans.find((one) => one.plan === query.plan) ?? answer.plans[0];
  const year = plan?.years.find((one) => String(one.year) === query.aar) ?? plan?.years[0];
  const ruleTitle = useRuleTitles(answer.ruleSet.id);
  return (
    <>
      <PlanSummary plans={answer.plans} proposals={proposals} />
      <InitiativeMatrix view={view} plans={answer.plans} proposals={proposals} />
      {plan !== undefined && year !== undefined && (
        <>
          <div class="choices not-on-paper">
            <SelectField
              label={words().shown}
              value={plan.plan}
              choices={answer.plans.map((one) => ({
                value: one.plan,
                label: nameOfPlan(one.plan, proposals),
              }))}
              onChoose={(value) => set({ plan: value })}
            />
            <YearChoice
              years={plan.years.map((one) => one.year)}
              chosen={year.year}
              onChoose={(value) => set({ aar: String(value) })}
            />
          </div>
          <p class="only-on-paper closer">{words().closely(nameOfPlan(plan.plan, proposals))}</p>
          <Waterline plan={plan} year={year} />
          <PoolFlow view={view} plan={plan} year={year} />
        </>
      )}
      <PlanPairs view={view} answer={answer} proposals={proposals} />
      <PaperSources sources={[{ name: words().source, hash: answer.hash }]} />
      {query.initiativ !== undefined && (
        <InitiativeDrawer
          initiative={query.initiativ}
          answer={answer}
          proposals={proposals}
          ruleTitle={ruleTitle}
          onClose={() => set({ initiativ: undefined })}
        />
      )}
    </>
  );
}

/** What rules are called, once the rule set has been read. */
function useRuleTitles(id: string): (rule: string) => string {
  const { value } = useAnswer(`rule-sets/${id}`, (signal) =>
    answered(api.GET('/v1/rule-sets/{id}', { params: { path: { id } }, signal })),
  );
  const titles = new Map(value?.rules.map(({ id: rule, title }) => [rule, say(title)]));
  return (rule) => titles.get(rule) ?? rule;
}
