import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { nameOfPlan } from './plan-name.ts';
import { idOfMethod, type KeptProposal, METHODS } from './plans.ts';

const words = inBoth(
  {
    legend: 'Stil side om side',
    hint: 'Rådenes forslag og metoder, der vælger af sig selv. Modellen anbefaler ingen af dem.',
  },
  {
    legend: 'Put side by side',
    hint: "The councils' proposals, and methods that choose by themselves. The model recommends none of them.",
  },
);

/** Which proposals and methods are compared. */
export function PlanChoice({
  view,
  proposals,
  chosen,
  onChoose,
}: {
  readonly view: AgreementView;
  readonly proposals: readonly KeptProposal[];
  readonly chosen: readonly string[];
  readonly onChoose: (plans: readonly string[]) => void;
}) {
  const plans = [...proposals.map(({ id }) => id), ...METHODS.map(idOfMethod)];
  return (
    <fieldset class="plan-choice not-on-paper">
      <legend>{words().legend}</legend>
      <p class="hint">{words().hint}</p>
      {plans.map((plan) => (
        <label key={plan}>
          <input
            type="checkbox"
            checked={chosen.includes(plan)}
            onChange={({ currentTarget: { checked } }) =>
              onChoose(plans.filter((one) => (one === plan ? checked : chosen.includes(one))))
            }
          />
          {nameOfPlan(plan, proposals)}
          <Council view={view} proposal={proposals.find(({ id }) => id === plan)} />
        </label>
      ))}
    </fieldset>
  );
}

/** Whose proposal it is; a method is nobody's. */
function Council({
  view,
  proposal,
}: {
  readonly view: AgreementView;
  readonly proposal: KeptProposal | undefined;
}) {
  return proposal && <span class="hint"> · {view.bodyName(proposal.proposal.body)}</span>;
}
