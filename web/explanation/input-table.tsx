import { inBoth, say } from '../language/language.ts';
import { count, day, kroner, percent } from '../numbers/format.ts';
import { Scrolling } from '../parts/scrolling.tsx';
import type { Step } from './step.ts';

type Input = Step['inputs'][number];

const words = inBoth(
  {
    figure: 'Tal',
    value: 'Værdi',
    from: 'Oprindelse',
    example: 'Eksempeltal',
    scenario: 'Sat i scenariet',
    published: 'Offentliggjort',
    vintage: 'Skøn fra',
    final: 'Endeligt tal fra',
  },
  {
    figure: 'Figure',
    value: 'Value',
    from: 'Origin',
    example: 'Example figure',
    scenario: 'Set by the scenario',
    published: 'Published',
    vintage: 'Estimate of',
    final: 'Final figure of',
  },
);

/** The figures that a step used: which, how large, when they were published and by whom. */
export function InputTable({ inputs }: { readonly inputs: readonly Input[] }) {
  return (
    <Scrolling label={words().figure}>
      <table class="inputs">
        <thead>
          <tr>
            <th scope="col">{words().figure}</th>
            <th scope="col">{words().value}</th>
            <th scope="col">{words().from}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={input.symbol}>
              <th scope="row">
                {say(input.label)} <code>{input.symbol}</code>
              </th>
              <td class="number">{valueText(input.value)}</td>
              <td>{originText(input)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

function valueText(value: Input['value']): string {
  switch (value.unit) {
    case 'ore':
      return kroner(value.amount.kroner);
    case 'rate':
      return percent(value.rate);
    case 'number':
      return value.number.includes('/') ? value.number : count(value.number);
    case 'name':
      return say(value.name);
  }
}

function originText({ provenance, vintage, status }: Input): string {
  const estimated = vintage && `${status === 'final' ? words().final : words().vintage} ${day(vintage)}`;
  return [provenance && provenanceText(provenance), estimated].filter(Boolean).join('. ');
}

function provenanceText(provenance: NonNullable<Input['provenance']>): string {
  switch (provenance.kind) {
    case 'published':
      return `${words().published}: ${provenance.source}`;
    case 'example':
      return words().example;
    case 'scenario':
      return words().scenario;
  }
}
