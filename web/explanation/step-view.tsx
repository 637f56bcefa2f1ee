import type { AgreementView } from '../api/agreement.ts';
import { inBoth, say } from '../language/language.ts';
import { kroner } from '../numbers/format.ts';
import type { FigureAddress } from './figure-address.ts';
import { nameOf } from './figure-name.ts';
import { InputTable } from './input-table.tsx';
import type { Step } from './step.ts';

const words = inBoth(
  { formula: 'Formel', inputs: 'Tal der indgår', exact: 'Før afrunding', restsOn: 'Bygger på' },
  { formula: 'Formula', inputs: 'Figures used', exact: 'Before rounding', restsOn: 'Rests on' },
);

/** One step: a sentence, what it came to, and behind it the formula and the figures it used. */
export function StepView({
  step,
  view,
  linkTo,
}: {
  readonly step: Step;
  readonly view: AgreementView;
  readonly linkTo: (figure: FigureAddress) => string;
}) {
  const { sentence, valueOut, formula, inputs, restsOn } = step;
  return (
    <li class="step">
      <p>{say(sentence)}</p>
      <p class="step-value number">{kroner(valueOut.kroner)}</p>
      <details>
        <summary>{`${words().formula}${inputs.length > 0 ? ` · ${words().inputs} (${inputs.length})` : ''}`}</summary>
        <p>
          <code>{formula}</code>
        </p>
        {valueOut.ore.includes('/') && (
          <p class="hint">
            {words().exact}: <code>{valueOut.ore}</code> øre
          </p>
        )}
        {inputs.length > 0 && <InputTable inputs={inputs} />}
        {restsOn.length > 0 && (
          <>
            <p>{words().restsOn}:</p>
            <ul class="rests-on">
              {restsOn.map((figure) => (
                <li key={linkTo(figure)}>
                  <a href={linkTo(figure)}>{nameOf(figure, view)}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </li>
  );
}
