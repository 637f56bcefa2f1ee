import type { AgreementView } from '../api/agreement.ts';
import { type CompareAnswer, useComparison } from '../api/compare.ts';
import type { KeptScenario } from '../api/scenario.ts';
import { Explained } from '../explanation/explained.tsx';
import { inBoth, say } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageActions } from '../parts/page-actions.tsx';
import { PaperSources } from '../parts/paper.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { YearChoice } from '../parts/year-choice.tsx';
import { type PageState, usePageState } from '../shell/location.ts';
import { ownMunicipality } from '../shell/own-municipality.ts';
import { comparedIn, MOST_COMPARED, withCompared } from './compared.ts';
import { ComparedMunicipalities } from './compared-municipalities.tsx';
import { ComparedPrices } from './compared-prices.tsx';
import { DifferenceWaterfall } from './difference-waterfall.tsx';
import { InWords } from './in-words.tsx';
import { TileMap } from './tile-map.tsx';

const words = inBoth(
  {
    baseline: 'Udgangspunkt',
    which: (most: number) => `Scenarier (op til ${most})`,
    closer: 'Se nærmere på',
    closely: (title: string) => `Nærmere om »${title}«`,
    none: 'Vælg et eller flere scenarier ovenfor. Så står deres priser, årsagerne til forskellen og hver kommunes betaling side om side her.',
  },
  {
    baseline: 'Baseline',
    which: (most: number) => `Scenarios (up to ${most})`,
    closer: 'Look closer at',
    closely: (title: string) => `Closer at “${title}”`,
    none: 'Choose one or more scenarios above. Then their prices, the causes of the difference and what each municipality pays stand side by side here.',
  },
);

/** Up to six scenarios against one baseline. */
export function Comparison({
  view,
  scenarios,
}: {
  readonly view: AgreementView;
  readonly scenarios: readonly KeptScenario[];
}) {
  const state = usePageState();
  const { query, set } = state;
  const baseline = query.basis ?? view.baseline;
  const chosen = comparedIn(query).filter((id) => id !== baseline);
  const comparison = useComparison(baseline, chosen.length === 0 ? undefined : chosen);
  const titles = new Map(scenarios.map(({ id, title }) => [id, say(title)]));
  return (
    <Explained scenario={baseline}>
      <div class="not-on-paper">
        <SelectField
          label={words().baseline}
          value={baseline}
          choices={[...titles].map(([value, label]) => ({ value, label }))}
          onChoose={(id) => set({ basis: id === view.baseline ? undefined : id })}
        />
        <fieldset>
          <legend>{words().which(MOST_COMPARED)}</legend>
          <div class="compared-choices">
            {[...titles].map(([id, title]) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  disabled={id === baseline || (chosen.length >= MOST_COMPARED && !chosen.includes(id))}
                  onChange={({ currentTarget }) =>
                    set({ s: withCompared(chosen, id, currentTarget.checked) })
                  }
                />
                {title}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      {chosen.length === 0 ? (
        <p>{words().none}</p>
      ) : (
        <Loaded answer={comparison}>
          {(answer) => (
            <Compared view={view} answer={answer} titleOf={(id) => titles.get(id) ?? id} state={state} />
          )}
        </Loaded>
      )}
    </Explained>
  );
}

function Compared({
  view,
  answer,
  titleOf,
  state: { query, set },
}: {
  readonly view: AgreementView;
  readonly answer: CompareAnswer;
  readonly titleOf: (id: string) => string;
  readonly state: PageState;
}) {
  const year = answer.years.find((one) => String(one) === query.aar) ?? answer.years[0] ?? 0;
  const closer = answer.scenarios.find(({ scenario }) => scenario === query.naermere) ?? answer.scenarios[0];
  const difference = closer?.years.find((one) => one.year === year);
  return (
    <>
      <div class="choices not-on-paper">
        <YearChoice years={answer.years} chosen={year} onChoose={(chosen) => set({ aar: String(chosen) })} />
        <div class="actions">
          <PageActions />
        </div>
      </div>
      <ComparedPrices answer={answer} year={year} titleOf={titleOf} />
      <InWords view={view} answer={answer} titleOf={titleOf} />
      {answer.scenarios.length > 1 && closer !== undefined && (
        <>
          <div class="not-on-paper">
            <SelectField
              label={words().closer}
              value={closer.scenario}
              choices={answer.scenarios.map(({ scenario }) => ({
                value: scenario,
                label: titleOf(scenario),
              }))}
              onChoose={(id) => set({ naermere: id })}
            />
          </div>
          <p class="only-on-paper closer">{words().closely(titleOf(closer.scenario))}</p>
        </>
      )}
      {difference !== undefined && (
        <>
          <DifferenceWaterfall year={difference} />
          <TileMap view={view} year={difference} />
        </>
      )}
      <ComparedMunicipalities
        view={view}
        answer={answer}
        year={year}
        titleOf={titleOf}
        own={ownMunicipality.value}
      />
      <PaperSources
        sources={[answer.baseline, ...answer.scenarios].map(({ scenario, hash }) => ({
          name: titleOf(scenario),
          hash,
        }))}
      />
    </>
  );
}
