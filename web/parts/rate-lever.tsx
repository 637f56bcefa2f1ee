import type { ComponentChildren } from 'preact';
import { moveThePoint } from '../numbers/decimal.ts';
import { percent } from '../numbers/format.ts';
import { DecimalField } from './decimal-field.tsx';
import './rate-lever.css';

/** Hundredths of a percent: what the slider counts in, so that its positions are whole numbers. */
const PLACES = 4;

/**
 * A rate that can be dragged, or written to any number of decimals.
 *
 * @param value a fraction of one
 * @param range the ends of the slider in whole percent; what is written may lie beyond them
 * @param onDrag each position on the way; `onChange` is where it ends
 */
export function RateLever({
  label,
  hint,
  value,
  range: [least, most],
  stepOfPercent = 0.05,
  error,
  onDrag,
  onChange,
}: {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly value: string;
  readonly range: readonly [least: number, most: number];
  readonly stepOfPercent?: number;
  readonly error?: string | undefined;
  readonly onDrag: (value: string) => void;
  readonly onChange: (value: string) => void;
}) {
  const rateAt = (position: string) => moveThePoint(position, -PLACES);
  return (
    <div class="rate-lever">
      <DecimalField
        label={label}
        hint={hint}
        unit="percent"
        value={value}
        error={error}
        onChange={onChange}
      />
      <input
        type="range"
        aria-label={label}
        aria-valuetext={percent(value)}
        min={least * 100}
        max={most * 100}
        step={stepOfPercent * 100}
        value={Math.round(Number(moveThePoint(value, PLACES)))}
        onInput={({ currentTarget }) => onDrag(rateAt(currentTarget.value))}
        onChange={({ currentTarget }) => onChange(rateAt(currentTarget.value))}
      />
    </div>
  );
}
