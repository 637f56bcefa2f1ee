import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { count, kroner } from '../numbers/format.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { usePageState } from '../shell/location.ts';
import { municipalityChoices } from './municipality-choices.ts';
import { type MunicipalityYear, useMunicipalityReport } from './municipality-report.ts';
import { SolutionTable } from './solution-table.tsx';

const words = inBoth(
  {
    title: (year: number) => `Hvad kommunen betaler for i ${year}`,
    beside: 'Sammenlign med kommune',
    nobody: 'Ingen',
    absent: (name: string, year: number) => `${name} er ikke med i aftalen i ${year}.`,
    both: (name: string, amount: string, perCitizen: string, place: string) =>
      `${name} betaler ${amount}, det er ${perCitizen} pr. borger og plads ${place}.`,
    of: (place: string, members: string) => `${place} af ${members}`,
  },
  {
    title: (year: number) => `What the municipality pays for in ${year}`,
    beside: 'Compare with municipality',
    nobody: 'None',
    absent: (name: string, year: number) => `${name} is not part of the agreement in ${year}.`,
    both: (name: string, amount: string, perCitizen: string, place: string) =>
      `${name} pays ${amount}, which is ${perCitizen} per citizen and place ${place}.`,
    of: (place: string, members: string) => `${place} of ${members}`,
  },
);

/** What the municipality pays for each solution, and beside it what another one pays; which one stands in the address (`med`). */
export function BesideAnother({
  view,
  year,
  scenario,
}: {
  readonly view: AgreementView;
  readonly year: MunicipalityYear;
  readonly scenario: string;
}) {
  const { query, set } = usePageState();
  const { med = '' } = query;
  const report = useMunicipalityReport(scenario, med);
  const other = med === '' ? undefined : report.value?.years.find((one) => one.year === year.year);
  const choices = municipalityChoices(view, words().nobody);
  return (
    <section>
      <h2>{words().title(year.year)}</h2>
      <div class="not-on-paper">
        <SelectField
          label={words().beside}
          value={med}
          choices={choices.filter(({ value }) => value !== year.municipality)}
          onChoose={(value) => set({ med: value })}
        />
      </div>
      {report.failure !== undefined && <FailureNotice failure={report.failure} retry={report.ask} />}
      <div role="status">
        {report.value !== undefined && med !== '' && <p>{wordsOn(view, med, year.year, other)}</p>}
      </div>
      <SolutionTable view={view} year={year} other={other} />
    </section>
  );
}

function wordsOn(
  view: AgreementView,
  municipality: string,
  year: number,
  other: MunicipalityYear | undefined,
): string {
  const name = view.municipalityName(municipality);
  if (other === undefined) return words().absent(name, year);
  const place = words().of(count(other.cheaperMembers + 1), count(other.members));
  return words().both(name, kroner(other.amount), kroner(other.perCitizen), place);
}
