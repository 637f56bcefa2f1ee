import type { AgreementView } from '../api/agreement.ts';
import { type KeptScenario, useScenarios } from '../api/scenario.ts';
import { inBoth, say } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { AgreementPage } from '../shell/agreement-page.tsx';
import { addressOf, usePageState } from '../shell/location.ts';
import { ExplanationView } from './explanation-view.tsx';
import { type FigureAddress, figureIn, queryOf } from './figure-address.ts';
import { figureWords } from './figure-name.ts';
import { PARTS, type Part, partOf } from './parts.ts';

const words = inBoth(
  {
    title: 'Forklar et beløb',
    lead: 'Vælg et tal, og se hvert skridt fra basisprisen i 2025 til den sidste øre. Alle beløb på de andre sider fører hertil, når man klikker på dem.',
    scenario: 'Scenarie',
    year: 'År',
    of: 'For',
    figure: 'Tal',
    solution: 'Løsning',
    component: 'Budgetdel',
    municipality: 'Kommune',
    agreement: 'hele aftalen',
    ofSolution: 'en løsning',
    ofComponent: 'en budgetdel af en løsning',
    ofMunicipality: 'en kommune',
    ofShare: 'en kommunes andel af en løsning',
  },
  {
    title: 'Explain an amount',
    lead: 'Choose a figure and see every step from the base price of 2025 to the last øre. All amounts on the other pages lead here when they are clicked.',
    scenario: 'Scenario',
    year: 'Year',
    of: 'Of',
    figure: 'Figure',
    solution: 'Solution',
    component: 'Budget component',
    municipality: 'Municipality',
    agreement: 'the whole agreement',
    ofSolution: 'a solution',
    ofComponent: 'a budget component of a solution',
    ofMunicipality: 'a municipality',
    ofShare: "a municipality's share of a solution",
  },
);

const FIRST: FigureAddress = { year: 2026, figure: 'agreementPrice' };

/** Any figure of any kept scenario, found by choosing instead of clicking. */
export default function ExplanationPage() {
  return (
    <AgreementPage title={words().title} lead={words().lead}>
      {(view) => <AnyFigure view={view} />}
    </AgreementPage>
  );
}

function AnyFigure({ view }: { readonly view: AgreementView }) {
  const scenarios = useScenarios(view.document.agreement);
  return <Loaded answer={scenarios}>{(kept) => <ChosenFigure view={view} scenarios={kept} />}</Loaded>;
}

function ChosenFigure({
  view,
  scenarios,
}: {
  readonly view: AgreementView;
  readonly scenarios: readonly KeptScenario[];
}) {
  const { query, go, path } = usePageState();
  const scenario = query.scenarie ?? view.baseline;
  const figure = figureIn(query) ?? FIRST;
  const addressFor = (chosen: FigureAddress, of = scenario) =>
    addressOf(path, { scenarie: of, ...queryOf(chosen) });
  return (
    <>
      <div class="choices figure-choices not-on-paper">
        <SelectField
          label={words().scenario}
          value={scenario}
          choices={scenarios.map(({ id, title }) => ({ value: id, label: say(title) }))}
          onChoose={(chosen) => go(addressFor(figure, chosen))}
        />
        <FigureChoices
          view={view}
          years={yearsOf(scenarios.find(({ id }) => id === scenario))}
          figure={figure}
          onChoose={(chosen) => go(addressFor(chosen))}
        />
      </div>
      <ExplanationView scenario={scenario} figure={figure} linkTo={(other) => addressFor(other)} />
    </>
  );
}

function FigureChoices({
  view,
  years,
  figure,
  onChoose,
}: {
  readonly view: AgreementView;
  readonly years: readonly number[];
  readonly figure: FigureAddress;
  readonly onChoose: (figure: FigureAddress) => void;
}) {
  const part = partOf(figure);
  const { solutions, components, municipalities } = view.document;
  const firsts = {
    solution: figure.solution ?? solutions[0]?.solution ?? '',
    component: figure.component ?? components[0]?.component ?? '',
    municipality: figure.municipality ?? municipalities[0]?.municipality ?? '',
  };
  const partWords: Readonly<Record<Part, string>> = {
    agreement: words().agreement,
    solution: words().ofSolution,
    component: words().ofComponent,
    municipality: words().ofMunicipality,
    share: words().ofShare,
  };
  const choose = (
    changes: { readonly [Name in keyof FigureAddress]?: FigureAddress[Name] | undefined },
    of = part,
  ) => {
    const [firstName] = PARTS[of].figures;
    const wanted = changes.figure ?? figure.figure;
    const name = PARTS[of].figures.includes(wanted) ? wanted : firstName;
    const narrowed = PARTS[of].by.map((by) => [by, changes[by] ?? firsts[by]]);
    onChoose({ year: changes.year ?? figure.year, figure: name, ...Object.fromEntries(narrowed) });
  };
  return (
    <>
      <SelectField
        label={words().year}
        value={String(figure.year)}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        onChoose={(year) => choose({ year: Number(year) })}
      />
      <SelectField
        label={words().of}
        value={part}
        choices={Object.entries(partWords).map(([value, label]) => ({ value, label }))}
        onChoose={(chosen) => choose({}, isPart(chosen) ? chosen : part)}
      />
      {PARTS[part].by.includes('municipality') && (
        <SelectField
          label={words().municipality}
          value={firsts.municipality}
          choices={municipalities.map(({ municipality, name }) => ({ value: municipality, label: name }))}
          onChoose={(municipality) => choose({ municipality })}
        />
      )}
      {PARTS[part].by.includes('solution') && (
        <SelectField
          label={words().solution}
          value={firsts.solution}
          choices={solutions.map(({ solution, title }) => ({ value: solution, label: say(title) }))}
          onChoose={(solution) => choose({ solution })}
        />
      )}
      {PARTS[part].by.includes('component') && (
        <SelectField
          label={words().component}
          value={firsts.component}
          choices={components.map(({ component, title }) => ({ value: component, label: say(title) }))}
          onChoose={(component) => choose({ component })}
        />
      )}
      {PARTS[part].figures.length > 1 && (
        <SelectField
          label={words().figure}
          value={figure.figure}
          choices={PARTS[part].figures.map((name) => ({ value: name, label: figureWords()[name] }))}
          onChoose={(name) => choose({ figure: PARTS[part].figures.find((known) => known === name) })}
        />
      )}
    </>
  );
}

function yearsOf(kept: KeptScenario | undefined): number[] {
  const { from, to } = kept?.scenario.years ?? { from: FIRST.year, to: FIRST.year };
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function isPart(text: string): text is Part {
  return text in PARTS;
}
