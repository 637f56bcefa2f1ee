import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { inBoth } from '../language/language.ts';
import { compareDecimals, moveThePoint, trimZeros } from '../numbers/decimal.ts';
import { count, figure } from '../numbers/format.ts';
import { readKroner, readPercent } from '../numbers/parse.ts';
import { Field } from './field.tsx';

const words = inBoth(
  {
    percent: 'Skriv et tal i procent, for eksempel 2,75.',
    kroner: 'Skriv et beløb med højst to decimaler, for eksempel 1.234,50.',
  },
  {
    percent: 'Write a number in percent, for example 2.75.',
    kroner: 'Write an amount with at most two decimals, for example 1,234.50.',
  },
);

/** How each unit is read from what people write, and shown to them. */
const UNITS = {
  percent: { read: readPercent, show: (rate: string) => count(trimZeros(moveThePoint(rate, 2))), sign: '%' },
  kroner: { read: readKroner, show: figure, sign: 'kr.' },
} as const;

/**
 * A field for an exact number in the language of the page. What is written is kept as written until it is left; what is
 * no number stays, with a word beside it, and changes nothing.
 *
 * @param value a fraction of one, or kroner with two decimals, as the API has them
 */
export function DecimalField({
  label,
  hint,
  unit,
  value,
  error,
  onChange,
}: {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly unit: keyof typeof UNITS;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { read, show, sign } = UNITS[unit];
  const [written, setWritten] = useState<string>();
  useEffect(() => setWritten(undefined), [value]);
  const isWrong = written !== undefined && read(written) === undefined;
  const leave = (text: string) => {
    const decimal = read(text);
    if (decimal === undefined) return setWritten(text);
    setWritten(undefined);
    // Whoever only walks through the field writes nothing.
    if (text !== show(value) && compareDecimals(decimal, value) !== 0) onChange(decimal);
  };
  return (
    <Field label={label} hint={hint} error={isWrong ? words()[unit] : error}>
      {(control) => (
        <span class="with-unit">
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={written ?? show(value)}
            onInput={({ currentTarget }) => setWritten(currentTarget.value)}
            onBlur={({ currentTarget }) => leave(currentTarget.value)}
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter') leave(currentTarget.value);
              if (key === 'Escape') setWritten(undefined);
            }}
          />
          <span aria-hidden="true">{sign}</span>
        </span>
      )}
    </Field>
  );
}
