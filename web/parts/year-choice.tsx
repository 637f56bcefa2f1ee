import { useId } from 'preact/hooks';
import { inBoth } from '../language/language.ts';

const words = inBoth({ year: 'År' }, { year: 'Year' });

/** One of a few years, all in sight. */
export function YearChoice({
  years,
  chosen,
  onChoose,
}: {
  readonly years: readonly number[];
  readonly chosen: number;
  readonly onChoose: (year: number) => void;
}) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend>{words().year}</legend>
      <div>
        {years.map((year) => (
          <label key={year} class={year === chosen ? 'is-chosen' : undefined}>
            <input type="radio" name={name} checked={year === chosen} onChange={() => onChoose(year)} />
            {year}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
