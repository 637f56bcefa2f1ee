import type { AgreementView } from '../api/agreement.ts';
import type { Difference, YearDifference } from '../api/compare.ts';
import { Amount } from '../explanation/amount.tsx';
import type { FigureAddress } from '../explanation/figure-address.ts';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth, say } from '../language/language.ts';
import { change, percentChange } from '../numbers/format.ts';
import { SelectField } from '../parts/select-field.tsx';
import { toneOf } from '../parts/tone.ts';

const words = inBoth(
  {
    live: 'Resultat',
    than: 'i forhold til udgangspunktet',
    own: 'Din kommune',
    all: 'Vælg en kommune',
    pays: (name: string, year: number) => `${name} betaler i ${year}`,
    perCitizen: 'pr. borger',
    ownPage: 'Se, hvad kommunen betaler for, og sammenlign med en anden kommune',
  },
  {
    live: 'Result',
    than: 'compared with the baseline',
    own: 'Your municipality',
    all: 'Choose a municipality',
    pays: (name: string, year: number) => `${name} pays in ${year}`,
    perCitizen: 'per citizen',
    ownPage: 'See what the municipality pays for, and compare it with another one',
  },
);

/** The answer in three figures, and what one's own municipality pays. */
export function Outcome({
  view,
  year,
  own,
  ownPage,
  onChooseOwn,
}: {
  readonly view: AgreementView;
  readonly year: YearDifference;
  readonly own: string | undefined;
  /** Where the municipality's own page says more of the same scenario, if it is kept. */
  readonly ownPage: string | undefined;
  readonly onChooseOwn: (municipality: string) => void;
}) {
  const names = figureWords();
  const figureOf = (figure: FigureAddress['figure']): FigureAddress => ({ year: year.year, figure });
  const mine = year.municipalities.find(({ municipality }) => municipality === own);
  return (
    <section class="outcome" aria-label={words().live}>
      <dl class="outcome-figures">
        <Figure
          name={`${names.agreementPrice} ${year.year}`}
          difference={year.agreementPrice}
          figure={figureOf('agreementPrice')}
        />
        <Figure name={names.baseBudget} difference={year.baseBudget} figure={figureOf('baseBudget')} />
        <Figure name={names.pool} difference={year.pool} figure={figureOf('pool')} />
        {mine !== undefined && (
          <Figure
            name={words().pays(view.municipalityName(mine.municipality), year.year)}
            difference={mine.amount}
            figure={{ ...figureOf('amount'), municipality: mine.municipality }}
            note={[
              mine.change && percentChange(mine.change),
              `${change(mine.perCitizen.difference)} ${words().perCitizen}`,
            ]}
          />
        )}
      </dl>
      <div class="not-on-paper">
        <SelectField
          label={words().own}
          value={own ?? ''}
          choices={[
            { value: '', label: words().all },
            ...view.document.municipalities.map(({ municipality, name }) => ({
              value: municipality,
              label: say(name),
            })),
          ]}
          onChoose={onChooseOwn}
        />
        {ownPage !== undefined && mine !== undefined && (
          <p>
            <a href={ownPage}>{words().ownPage}</a>
          </p>
        )}
      </div>
    </section>
  );
}

function Figure({
  name,
  difference: { scenario, difference },
  figure,
  note = [],
}: {
  readonly name: string;
  readonly difference: Difference;
  readonly figure: FigureAddress;
  readonly note?: readonly (string | undefined)[];
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="outcome-amount">
        <Amount value={scenario} figure={figure} />
      </dd>
      <dd>
        <span class={toneOf(difference)}>{change(difference)}</span> {words().than}
        {note.filter(Boolean).map((text) => (
          <span key={text}> · {text}</span>
        ))}
      </dd>
    </div>
  );
}
