import type { ComponentChildren } from 'preact';
import { Field } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a list. */
export function SelectField({
  label,
  hint,
  value,
  choices,
  onChoose,
}: {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select {...control} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
