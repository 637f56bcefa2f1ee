import { useMemo, useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import { type CompareAnswer, ofYear, useComparison, type YearDifference } from '../api/compare.ts';
import type { KeptScenario, Scenario } from '../api/scenario.ts';
import { Explained } from '../explanation/explained.tsx';
import { inBoth, language, say } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PaperSources } from '../parts/paper.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { useLater } from '../parts/use-later.ts';
import { YearChoice } from '../parts/year-choice.tsx';
import { addressOf, usePageState } from '../shell/location.ts';
import { useOwnMunicipality } from '../shell/own-municipality.ts';
import { ChangeForm } from './change-form.tsx';
import { withChange } from './change-list.ts';
import { ChangesView } from './changes-view.tsx';
import { Conflicts } from './conflicts.tsx';
import { DifferenceWaterfall } from './difference-waterfall.tsx';
import { changesBelow } from './effective-rates.ts';
import { Levers } from './levers.tsx';
import { MunicipalityTable } from './municipality-table.tsx';
import { Outcome } from './outcome.tsx';
import { TileMap } from './tile-map.tsx';
import { UnsavedNotice } from './unsaved-notice.tsx';
import { useDraft } from './use-draft.ts';
import { WorkBar } from './work-bar.tsx';
import './workbench.css';

const words = inBoth(
  {
    levers: 'Håndtag',
    changes: 'Scenariet siger',
    basedOn: 'Bygger på',
    against: 'Sammenlign med',
    nothing: 'aftalen selv',
    baseline: 'Udgangspunkt',
    scenario: 'Scenarie',
  },
  {
    levers: 'Levers',
    changes: 'The scenario says',
    basedOn: 'Builds on',
    against: 'Compare with',
    nothing: 'the agreement itself',
    baseline: 'Baseline',
    scenario: 'Scenario',
  },
);

/** Levers on one side, and on the other what they do: to the price, to one's own municipality, to everybody. */
export function Workbench({
  view,
  scenarios,
}: {
  readonly view: AgreementView;
  readonly scenarios: readonly KeptScenario[];
}) {
  const { query, set } = usePageState();
  const [own, chooseOwn] = useOwnMunicipality();
  const work = useDraft(startingFrom(view, scenarios));
  const [dragged, setDragged] = useState<Scenario>();
  const scenario = dragged ?? work.draft.scenario;
  const years = yearsOf(scenario);
  const year = years.find((one) => String(one) === query.aar) ?? years[0] ?? view.document.baseYear + 1;
  const baseline = query.imod ?? view.baseline;
  const { agreement } = scenario;
  const comparison = useComparison(ofYear(baseline, year, agreement), [ofYear(scenario, year, agreement)]);
  const change = (changed: Scenario) => {
    setDragged(undefined);
    work.change(changed);
  };
  const choices = scenarios.map(({ id, title }) => ({ value: id, label: say(title) }));
  return (
    <Explained scenario={work.draft.scenario}>
      <UnsavedNotice work={work} />
      <WorkBar work={work} />
      <div class="workbench">
        <section class="work-levers not-on-paper" aria-label={words().levers}>
          <YearChoice years={years} chosen={year} onChoose={(chosen) => set({ aar: String(chosen) })} />
          <Levers
            view={view}
            year={year}
            scenario={scenario}
            below={changesBelow(scenario, scenarios)}
            failure={comparison.failure}
            onDrag={setDragged}
            onChange={change}
          />
        </section>
        <div class="work-result">
          <Loaded answer={comparison}>
            {(answer) => {
              const difference = answer.scenarios[0]?.years[0];
              if (difference === undefined) return null;
              return (
                <>
                  <Outcome
                    view={view}
                    year={difference}
                    own={own}
                    ownPage={
                      work.isChanged
                        ? undefined
                        : addressOf('/kommuner', {
                            kommune: own,
                            scenarie: work.kept.value?.id,
                            aar: String(year),
                          })
                    }
                    onChooseOwn={chooseOwn}
                  />
                  <DifferenceWaterfall year={difference} />
                  <Everybody view={view} year={difference} own={own} />
                  <PaperSources sources={sourcesOf(answer)} />
                </>
              );
            }}
          </Loaded>
        </div>
        <section class="work-changes keep-together" aria-label={words().changes}>
          <h2>{words().changes}</h2>
          <ChangesView
            view={view}
            changes={scenario.changes}
            onChange={(changes) => change({ ...scenario, changes })}
          />
          <div class="not-on-paper">
            <ChangeForm
              view={view}
              year={year}
              onAdd={(added) => change({ ...scenario, changes: withChange(scenario.changes, added) })}
            />
            <SelectField
              label={words().basedOn}
              value={scenario.basedOn ?? ''}
              choices={[{ value: '', label: words().nothing }, ...choices]}
              onChoose={(id) => change(basedOn(scenario, id))}
            />
            <SelectField
              label={words().against}
              value={baseline}
              choices={choices}
              onChoose={(id) => set({ imod: id === view.baseline ? undefined : id })}
            />
          </div>
          <Conflicts scenario={work.draft.scenario} />
        </section>
      </div>
    </Explained>
  );
}

/** Every municipality, on the map and in the table: painted a moment after the figures above, and only when they change. */
function Everybody({
  view,
  year,
  own,
}: {
  readonly view: AgreementView;
  readonly year: YearDifference;
  readonly own: string;
}) {
  const shown = useLater(year);
  const spoken = language.value;
  return useMemo(
    () => (
      <>
        <TileMap view={view} year={shown} />
        <MunicipalityTable view={view} year={shown} own={own} />
      </>
    ),
    [view, shown, own, spoken],
  );
}

function sourcesOf({ baseline, scenarios }: CompareAnswer) {
  return [
    { name: words().baseline, hash: baseline.hash },
    ...scenarios.map(({ hash }) => ({ name: words().scenario, hash })),
  ];
}

function basedOn({ basedOn: _, ...scenario }: Scenario, id: string): Scenario {
  return id === '' ? scenario : { ...scenario, basedOn: id };
}

function yearsOf({ years: { from, to } }: Scenario): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** What everybody starts from: the agreement as it is, and nothing changed. */
function startingFrom(
  { document: { agreement, baseYear }, baseline }: AgreementView,
  scenarios: readonly KeptScenario[],
): Scenario {
  const firstYear = { from: baseYear + 1, to: baseYear + 1 };
  const years = scenarios.find(({ id }) => id === baseline)?.scenario.years ?? firstYear;
  return { agreement, years, basedOn: baseline, changes: [] };
}
