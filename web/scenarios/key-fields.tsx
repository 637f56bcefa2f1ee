import { inBoth } from '../language/language.ts';
import { DecimalField } from '../parts/decimal-field.tsx';
import { Field } from '../parts/field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { keyWords } from './change-words.ts';
import type { Change } from './draft.ts';

type Key = Extract<Change, { type: 'set-key' }>['key'];

const words = inBoth(
  {
    kind: 'Fordel efter',
    tiered: 'folketal med lavere vægt over en grænse',
    threshold: 'Grænse (indbyggere)',
    above: 'Vægt over grænsen',
  },
  {
    kind: 'Share by',
    tiered: 'population with a lower weight above a threshold',
    threshold: 'Threshold (citizens)',
    above: 'Weight above it',
  },
);

const KINDS: readonly Key[] = [
  { kind: 'population' },
  { kind: 'equal' },
  { kind: 'population-tiered', threshold: 150_000, weightAbove: '0.5' },
];

/** A key that needs no list of its own: by population, with or without a threshold, or equally. */
export function KeyFields({
  value,
  onChange,
}: {
  readonly value: Key;
  readonly onChange: (key: Key) => void;
}) {
  return (
    <>
      <SelectField
        label={words().kind}
        value={value.kind}
        choices={KINDS.map((key) => ({
          value: key.kind,
          label: key.kind === 'population-tiered' ? words().tiered : keyWords(key),
        }))}
        onChoose={(chosen) => onChange(KINDS.find(({ kind }) => kind === chosen) ?? value)}
      />
      {value.kind === 'population-tiered' && (
        <>
          <Field label={words().threshold}>
            {(control) => (
              <input
                {...control}
                type="number"
                min={0}
                value={value.threshold}
                onChange={({ currentTarget }) =>
                  onChange({ ...value, threshold: Number(currentTarget.value) })
                }
              />
            )}
          </Field>
          <DecimalField
            label={words().above}
            unit="percent"
            value={value.weightAbove}
            onChange={(weightAbove) => onChange({ ...value, weightAbove })}
          />
        </>
      )}
    </>
  );
}
