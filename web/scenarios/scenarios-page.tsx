import { type AgreementView, useAgreement } from '../api/agreement.ts';
import { useScenarios } from '../api/scenario.ts';
import { inBoth } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { addressOf, usePageState } from '../shell/location.ts';
import { PageHeading } from '../shell/page-heading.tsx';
import { Comparison } from './comparison.tsx';
import { KeptList } from './kept-list.tsx';
import { Workbench } from './workbench.tsx';
import './scenarios.css';

const words = inBoth(
  {
    tabs: 'Scenarier',
    workbench: 'Værksted',
    kept: 'Gemte',
    compare: 'Sammenlign',
    workbenchTitle: 'Hvad nu hvis?',
    workbenchLead:
      'Træk i håndtagene, og se med det samme, hvad det betyder for prisen, puljen og hver kommune. Intet er gemt, før du gemmer det.',
    keptTitle: 'Gemte scenarier',
    keptLead: 'Åbn et scenarie for at arbejde videre, eller sæt hak ved op til seks for at sammenligne dem.',
    compareTitle: 'Scenarier side om side',
    compareLead: 'Op til seks scenarier holdt op mod det samme udgangspunkt.',
  },
  {
    tabs: 'Scenarios',
    workbench: 'Workbench',
    kept: 'Saved',
    compare: 'Compare',
    workbenchTitle: 'What if?',
    workbenchLead:
      'Drag the levers and see at once what it means for the price, the pool and each municipality. Nothing is saved until you save it.',
    keptTitle: 'Saved scenarios',
    keptLead: 'Open a scenario to go on with it, or tick up to six to compare them.',
    compareTitle: 'Scenarios side by side',
    compareLead: 'Up to six scenarios held against the same baseline.',
  },
);

/** The three parts of the page, each with an address. */
const TABS = [
  { path: '/scenarier', name: 'workbench', title: 'workbenchTitle', lead: 'workbenchLead' },
  { path: '/scenarier/gemte', name: 'kept', title: 'keptTitle', lead: 'keptLead' },
  { path: '/scenarier/sammenlign', name: 'compare', title: 'compareTitle', lead: 'compareLead' },
] as const;

export default function ScenariosPage() {
  const { path } = usePageState();
  const tab = TABS.find((one) => one.path === path) ?? TABS[0];
  const agreement = useAgreement();
  return (
    <>
      <nav class="tabs not-on-paper" aria-label={words().tabs}>
        {TABS.map(({ path: address, name }) => (
          <a key={name} href={addressOf(address)} aria-current={name === tab.name ? 'page' : undefined}>
            {words()[name]}
          </a>
        ))}
      </nav>
      <PageHeading key={tab.name} title={words()[tab.title]} lead={words()[tab.lead]} />
      <Loaded answer={agreement}>
        {(view) => <Tab key={view.document.agreement} view={view} name={tab.name} />}
      </Loaded>
    </>
  );
}

function Tab({ view, name }: { readonly view: AgreementView; readonly name: (typeof TABS)[number]['name'] }) {
  const scenarios = useScenarios(view.document.agreement);
  return (
    <Loaded answer={scenarios}>
      {(kept) => {
        if (name === 'kept') return <KeptList view={view} scenarios={kept} />;
        if (name === 'compare') return <Comparison view={view} scenarios={kept} />;
        return <Workbench view={view} scenarios={kept} />;
      }}
    </Loaded>
  );
}
