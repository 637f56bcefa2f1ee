import type { AgreementView } from '../api/agreement.ts';
import { inBoth, say } from '../language/language.ts';
import { DecimalField } from '../parts/decimal-field.tsx';
import { type Choice, SelectField } from '../parts/select-field.tsx';
import type { Change } from './draft.ts';
import { KeyFields } from './key-fields.tsx';

const words = inBoth(
  {
    municipality: 'Kommune',
    solution: 'Løsning',
    component: 'Budgetdel',
    lastYear: 'Sidste år',
    firstYear: 'Første år',
    fromYear: 'Fra år',
    year: 'År',
    fixedShare: 'Fast andel',
    fixedShareHint:
      'Hvor meget af kommunens andel der bliver og bæres af de andre. 100 %: prisen er uændret.',
    share: 'Reserveret andel',
    amount: 'Beløb',
  },
  {
    municipality: 'Municipality',
    solution: 'Solution',
    component: 'Component',
    lastYear: 'Last year',
    firstYear: 'First year',
    fromYear: 'From year',
    year: 'Year',
    fixedShare: 'Fixed share',
    fixedShareHint:
      "How much of the municipality's share stays and is carried by the others. 100%: the price is unchanged.",
    share: 'Reserved share',
    amount: 'Amount',
  },
);

interface FieldsOf {
  readonly view: AgreementView;
  readonly change: Change;
  readonly onChange: (change: Change) => void;
}

/** The fields that a change of its kind has. */
export function ChangeFields({ view, change, onChange }: FieldsOf) {
  return (
    <>
      <WhoAndWhat view={view} change={change} onChange={onChange} />
      <When view={view} change={change} onChange={onChange} />
      <HowMuch change={change} onChange={onChange} />
    </>
  );
}

function WhoAndWhat({ view, change, onChange }: FieldsOf) {
  const { municipalities, components } = view.document;
  return (
    <>
      {'municipality' in change && (
        <SelectField
          label={words().municipality}
          value={change.municipality}
          choices={municipalities.map(({ municipality, name }) => ({ value: municipality, label: name }))}
          onChoose={(municipality) => onChange({ ...change, municipality })}
        />
      )}
      {'solution' in change && change.solution !== undefined && (
        <SelectField
          label={words().solution}
          value={change.solution}
          choices={solutionsFor(change, view)}
          onChoose={(solution) => onChange({ ...change, solution })}
        />
      )}
      {change.type === 'set-efficiency' && (
        <SelectField
          label={words().solution}
          value={change.solutions?.[0] ?? ''}
          choices={solutionsFor(change, view)}
          onChoose={(solution) => onChange({ ...change, solutions: [solution] })}
        />
      )}
      {'component' in change && change.component !== undefined && (
        <SelectField
          label={words().component}
          value={change.component}
          choices={components.map(({ component, title }) => ({ value: component, label: say(title) }))}
          onChoose={(component) => onChange({ ...change, component })}
        />
      )}
    </>
  );
}

function When({ view, change, onChange }: FieldsOf) {
  const years = yearsOf(view);
  const chosen = (label: string, value: number, choose: (year: number) => Change) => (
    <SelectField
      label={label}
      value={String(value)}
      choices={years}
      onChoose={(year) => onChange(choose(Number(year)))}
    />
  );
  switch (change.type) {
    case 'withdraw':
      return chosen(words().lastYear, change.lastYear, (lastYear) => ({ ...change, lastYear }));
    case 'enter':
      return chosen(words().firstYear, change.firstYear, (firstYear) => ({ ...change, firstYear }));
    case 'add-solution':
    case 'remove-solution':
      return chosen(words().fromYear, change.fromYear, (fromYear) => ({ ...change, fromYear }));
    case 'set-efficiency':
      return chosen(words().year, change.year, (year) => ({ ...change, year }));
    default:
      return null;
  }
}

function HowMuch({ change, onChange }: Omit<FieldsOf, 'view'>) {
  switch (change.type) {
    case 'withdraw':
      return (
        <DecimalField
          label={words().fixedShare}
          hint={words().fixedShareHint}
          unit="percent"
          value={change.fixedShare ?? '1'}
          onChange={(fixedShare) => onChange({ ...change, fixedShare })}
        />
      );
    case 'set-reserved-share':
      return (
        <DecimalField
          label={words().share}
          unit="percent"
          value={change.share}
          onChange={(share) => onChange({ ...change, share })}
        />
      );
    case 'set-base-price':
    case 'set-efficiency':
      return (
        <DecimalField
          label={words().amount}
          unit="kroner"
          value={change.amount ?? '0.00'}
          onChange={(amount) => onChange({ ...change, amount })}
        />
      );
    case 'set-key':
      return <KeyFields value={change.key} onChange={(key) => onChange({ ...change, key })} />;
    default:
      return null;
  }
}

/** What can come in is outside the agreement, what can change is inside. */
function solutionsFor({ type }: Change, { document }: AgreementView): Choice[] {
  const wantsOutside = type === 'add-solution';
  return document.solutions
    .filter(({ group }) => (group !== 'agreement') === wantsOutside)
    .map(({ solution, title }) => ({ value: solution, label: say(title) }));
}

/** The years that the agreement has index data for, and the base year before them. */
function yearsOf({ document: { baseYear, index } }: AgreementView): Choice[] {
  const years = [...new Set([baseYear, ...index.map(({ year }) => year)])].toSorted();
  return years.map((year) => ({ value: String(year), label: String(year) }));
}
