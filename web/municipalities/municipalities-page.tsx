import { type AgreementView, useAgreement } from '../api/agreement.ts';
import { Explained } from '../explanation/explained.tsx';
import { inBoth } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageActions } from '../parts/page-actions.tsx';
import { ScenarioField } from '../parts/scenario-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { YearChoice } from '../parts/year-choice.tsx';
import { usePageState } from '../shell/location.ts';
import { useOwnMunicipality } from '../shell/own-municipality.ts';
import { PageHeading } from '../shell/page-heading.tsx';
import { AmongOthers } from './among-others.tsx';
import { BesideAnother } from './beside-another.tsx';
import { EffectOfScenarios } from './effect-of-scenarios.tsx';
import { municipalityChoices } from './municipality-choices.ts';
import {
  type MunicipalityReport,
  type MunicipalityYear,
  useMunicipalityReport,
} from './municipality-report.ts';
import { OwnInvoices } from './own-invoices.tsx';
import { OwnSplitPlan } from './own-split-plan.tsx';
import { YearFigures } from './year-figures.tsx';
import { YearTable } from './year-table.tsx';

const words = inBoth(
  {
    title: 'Kommuner',
    lead: 'Hvad én kommune betaler, for hvad, og hvorfor det er anderledes end sidste år og end hos de andre.',
    municipality: 'Kommune',
    choose: 'Vælg en kommune',
    hint: 'Valget huskes på denne maskine.',
    teach: 'Vælg en kommune for at se, hvad den betaler. Siden husker valget til næste gang.',
    absent: 'Kommunen er ikke med i aftalen i nogen af scenariets år.',
  },
  {
    title: 'Municipalities',
    lead: 'What one municipality pays, for what, and why it differs from last year and from the others.',
    municipality: 'Municipality',
    choose: 'Choose a municipality',
    hint: 'The choice is remembered on this machine.',
    teach: 'Choose a municipality to see what it pays. The page remembers the choice for next time.',
    absent: 'The municipality is not part of the agreement in any year of the scenario.',
  },
);

/** One municipality's own page: chosen once, remembered. */
export default function MunicipalitiesPage() {
  const { query, set } = usePageState();
  const [code, choose] = useOwnMunicipality();
  const agreement = useAgreement();
  return (
    <Loaded answer={agreement}>
      {(view) => {
        const scenario = query.scenarie ?? view.baseline;
        return (
          <Explained scenario={scenario}>
            <PageHeading
              title={code === '' ? words().title : view.municipalityName(code)}
              lead={words().lead}
            >
              <PageActions />
            </PageHeading>
            <div class="choices">
              <SelectField
                label={words().municipality}
                hint={words().hint}
                value={code}
                choices={municipalityChoices(view, words().choose)}
                onChoose={choose}
              />
              <ScenarioField view={view} value={scenario} onChoose={(chosen) => set({ scenarie: chosen })} />
            </div>
            {code === '' ? (
              <p>{words().teach}</p>
            ) : (
              <MunicipalityView
                key={`${view.document.agreement}/${code}`}
                view={view}
                code={code}
                scenario={scenario}
              />
            )}
          </Explained>
        );
      }}
    </Loaded>
  );
}

function MunicipalityView({
  view,
  code,
  scenario,
}: {
  readonly view: AgreementView;
  readonly code: string;
  readonly scenario: string;
}) {
  const { query, set } = usePageState();
  const report = useMunicipalityReport(scenario, code);
  return (
    <Loaded answer={report}>
      {(reported) => {
        const year = chosenYear(reported, query.aar);
        if (year === undefined) return <p>{words().absent}</p>;
        return (
          <>
            <YearChoice
              years={reported.years.map((one) => one.year)}
              chosen={year.year}
              onChoose={(chosen) => set({ aar: String(chosen) })}
            />
            <YearFigures year={year} />
            <BesideAnother view={view} year={year} scenario={scenario} />
            <YearTable years={reported.years} chosen={year.year} />
            <EffectOfScenarios view={view} municipality={code} baseline={scenario} year={year.year} />
            <OwnSplitPlan view={view} municipality={code} />
            <OwnInvoices municipality={code} />
            <AmongOthers view={view} municipality={code} scenario={scenario} year={year.year} />
          </>
        );
      }}
    </Loaded>
  );
}

function chosenYear({ years }: MunicipalityReport, wanted: string | undefined): MunicipalityYear | undefined {
  return years.find(({ year }) => String(year) === wanted) ?? years[0];
}
