import type { AgreementView } from '../api/agreement.ts';
import { answered, api } from '../api/client.ts';
import { type PriceAnswer, usePrice, type YearPrice } from '../api/scenario.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Explained } from '../explanation/explained.tsx';
import { inBoth } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { ScenarioField } from '../parts/scenario-field.tsx';
import { YearChoice } from '../parts/year-choice.tsx';
import { AgreementPage } from '../shell/agreement-page.tsx';
import { usePageState } from '../shell/location.ts';
import { KeyFigures } from './key-figures.tsx';
import { LayerTable } from './layer-table.tsx';
import { Pillars } from './pillars.tsx';
import { PriceWaterfall } from './price-waterfall.tsx';
import { YearsSideBySide } from './years-side-by-side.tsx';

const words = inBoth(
  {
    title: 'Serviceaftalen i overblik',
    lead: 'Hvad aftalen koster, hvad pengene går til, og hvor meget der kan prioriteres på tværs. Klik på et beløb for at se, hvordan det er regnet ud.',
  },
  {
    title: 'The agreement at a glance',
    lead: 'What the agreement costs, what the money is for, and how much can be prioritised across solutions. Click an amount to see how it was computed.',
  },
);

/** The agreement's picture for one scenario: the first thing that anybody sees. */
export default function OverviewPage() {
  return (
    <AgreementPage title={words().title} lead={words().lead}>
      {(view) => <PricedAgreement view={view} />}
    </AgreementPage>
  );
}

function PricedAgreement({ view }: { readonly view: AgreementView }) {
  const { query, set } = usePageState();
  const scenario = query.scenarie ?? view.baseline;
  const price = usePrice(scenario);
  return (
    <Explained scenario={scenario}>
      <Loaded answer={price}>
        {(priced) => {
          const year = chosenYear(priced, query.aar);
          return (
            <>
              <div class="choices">
                <ScenarioField
                  view={view}
                  value={scenario}
                  onChoose={(chosen) => set({ scenarie: chosen })}
                />
                <YearChoice
                  years={priced.years.map((one) => one.year)}
                  chosen={year.year}
                  onChoose={(chosen) => set({ aar: String(chosen) })}
                />
              </div>
              <Overview scenario={scenario} view={view} priced={priced} year={year} />
            </>
          );
        }}
      </Loaded>
    </Explained>
  );
}

function Overview({
  scenario,
  view,
  priced,
  year,
}: {
  readonly scenario: string;
  readonly view: AgreementView;
  readonly priced: PriceAnswer;
  readonly year: YearPrice;
}) {
  const list = useAnswer(`price-list/${scenario}`, (signal) =>
    answered(api.GET('/v1/reports/price-list', { params: { query: { scenario } }, signal })),
  );
  const perCitizen = new Map(list.value?.years.map((listed) => [listed.year, listed.perCitizen]));
  return (
    <>
      <KeyFigures year={year} perCitizen={perCitizen.get(year.year)} />
      <Pillars view={view} year={year} />
      <LayerTable view={view} year={year} />
      <PriceWaterfall baseYear={view.document.baseYear} year={year} />
      <YearsSideBySide years={priced.years} perCitizen={perCitizen} chosen={year.year} />
    </>
  );
}

/** The year that the address names; the first where it names none that is priced. */
function chosenYear({ years }: PriceAnswer, wanted: string | undefined): YearPrice {
  const found = years.find(({ year }) => String(year) === wanted) ?? years[0];
  if (found === undefined) throw new Error('a price has at least one year');
  return found;
}
