import { useAgreement } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { Icon } from '../parts/icon.tsx';

const words = inBoth(
  {
    label: 'Eksempeltal',
    text: 'Kommuner og folketal er rigtige. Budgetter, indeks og antal enheder er opfundne eksempler og siger intet om KOMBITs budget.',
  },
  {
    label: 'Example figures',
    text: "Municipalities and populations are real. Budgets, indices and unit counts are made up and say nothing of KOMBIT's budget.",
  },
);

/** Stands on every page, print included, as long as anything in the agreement is made up. */
export function ExampleBanner() {
  const { value: agreement } = useAgreement();
  if (agreement?.restsOnExamples !== true) return null;
  return (
    <aside class="example-banner" aria-label={words().label}>
      <Icon name="info" />
      <p>
        <strong>{words().label}.</strong> {words().text}
      </p>
    </aside>
  );
}
