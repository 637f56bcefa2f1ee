import type { AgreementView } from '../api/agreement.ts';
import { useScenarios } from '../api/scenario.ts';
import { inBoth, say } from '../language/language.ts';
import { SelectField } from './select-field.tsx';

const words = inBoth({ scenario: 'Scenarie' }, { scenario: 'Scenario' });

/** Which kept scenario the page is about. */
export function ScenarioField({
  view,
  value,
  onChoose,
}: {
  readonly view: AgreementView;
  readonly value: string;
  readonly onChoose: (scenario: string) => void;
}) {
  const scenarios = useScenarios(view.document.agreement);
  return (
    <SelectField
      label={words().scenario}
      value={value}
      choices={(scenarios.value ?? []).map(({ id, title }) => ({ value: id, label: say(title) }))}
      onChoose={onChoose}
    />
  );
}
