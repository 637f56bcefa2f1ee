import { type AgreementView, useAgreement } from '../api/agreement.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { referred, type ScenarioReference } from '../api/scenario.ts';
import { useAnswer } from '../api/use-answer.ts';
import { inBoth } from '../language/language.ts';
import { kroner } from '../numbers/format.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Loaded } from '../parts/loaded.tsx';
import type { FigureAddress } from './figure-address.ts';
import { nameOf } from './figure-name.ts';
import { StepView } from './step-view.tsx';
import './explanation.css';

const words = inBoth(
  {
    reproduce: 'Regn det efter over HTTP',
    how: 'Kommandoen spørger den samme grænseflade, som siden selv bruger, og giver det samme svar:',
    copy: 'Kopiér kommandoen',
    hash: 'Resultatets hash',
    same: 'Samme hash betyder, at det er regnet ud fra den samme aftale, de samme ændringer og de samme år.',
  },
  {
    reproduce: 'Recompute it over HTTP',
    how: 'The command asks the same interface that the page itself uses, and gets the same answer:',
    copy: 'Copy the command',
    hash: 'Result hash',
    same: 'The same hash means that it was computed from the same agreement, changes and years.',
  },
);

/** Everything that made a figure: the steps from base prices to this øre. */
export function ExplanationView({
  scenario,
  figure,
  linkTo,
}: {
  readonly scenario: ScenarioReference;
  readonly figure: FigureAddress;
  /** Where the explanation of another figure is to be found. */
  readonly linkTo: (figure: FigureAddress) => string;
}) {
  const agreement = useAgreement();
  const body = { ...referred(scenario), figure };
  const explanation = useAnswer(`explanation/${JSON.stringify(body)}`, (signal) =>
    answered(api.POST('/v1/explanations', { body, signal })),
  );
  return (
    <Loaded answer={agreement}>
      {(view) => (
        <Loaded answer={explanation}>
          {(answer) => (
            <Explanation view={view} answer={answer} linkTo={linkTo} request={JSON.stringify(body)} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function Explanation({
  view,
  answer,
  linkTo,
  request,
}: {
  readonly view: AgreementView;
  readonly answer: Schemas['ExplanationAnswer'];
  readonly linkTo: (figure: FigureAddress) => string;
  readonly request: string;
}) {
  const command = `curl -s ${location.origin}/v1/explanations -H 'content-type: application/json' -d '${request}'`;
  return (
    <article class="explanation">
      <p class="explained-figure">
        <span>{nameOf(answer.figure, view)}</span>
        <strong class="number">{kroner(answer.value)}</strong>
      </p>
      <ol class="steps">
        {answer.steps.map((step) => (
          <StepView key={step.step} step={step} view={view} linkTo={linkTo} />
        ))}
      </ol>
      <section class="reproduce">
        <h2>{words().reproduce}</h2>
        <p>{words().how}</p>
        <pre>
          <code>{command}</code>
        </pre>
        <CopyButton text={() => command}>{words().copy}</CopyButton>
        <p class="hint">
          {words().hash}: <code>{answer.hash}</code>. {words().same}
        </p>
      </section>
    </article>
  );
}
