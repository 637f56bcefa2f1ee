import { Amount } from '../explanation/amount.tsx';
import { inBoth } from '../language/language.ts';
import { count, kroner } from '../numbers/format.ts';
import { FigureList } from '../parts/figure-list.tsx';
import type { MunicipalityYear } from './municipality-report.ts';
import { ChangeSince } from './year-on-year.tsx';

const words = inBoth(
  {
    pays: 'Kommunen betaler',
    payHint: 'For alle løsninger, uden moms',
    since: (year: number) => `Ændring siden ${year}`,
    sinceHint: { computed: 'Året før', actual: 'Faktisk betalt året før' },
    noYearBefore: 'Aftalens første år',
    perCitizen: 'Borgerpris',
    perCitizenHint: (all: string) => `Alle kommuner under ét: ${all}`,
    place: 'Plads blandt kommunerne',
    placeHint: 'Efter borgerpris, billigst først',
    of: (place: string, members: string) => `${place} af ${members}`,
  },
  {
    pays: 'The municipality pays',
    payHint: 'For all solutions, excluding VAT',
    since: (year: number) => `Change since ${year}`,
    sinceHint: { computed: 'The year before', actual: 'In fact paid the year before' },
    noYearBefore: 'The first year of the agreement',
    perCitizen: 'Price per citizen',
    perCitizenHint: (all: string) => `All municipalities together: ${all}`,
    place: 'Place among the municipalities',
    placeHint: 'By price per citizen, cheapest first',
    of: (place: string, members: string) => `${place} of ${members}`,
  },
);

/** What a municipality asks first: how much, how much more than last year, and is that much. */
export function YearFigures({ year }: { readonly year: MunicipalityYear }) {
  const { municipality, amount, perCitizen, perCitizenOfAll, sinceYearBefore } = year;
  const figure = { year: year.year, municipality } as const;
  return (
    <FigureList
      figures={[
        {
          name: `${words().pays} ${year.year}`,
          value: <Amount value={amount} figure={{ ...figure, figure: 'amount' }} />,
          hint: words().payHint,
        },
        {
          name: words().since(year.year - 1),
          value: <ChangeSince since={sinceYearBefore} />,
          hint:
            sinceYearBefore === undefined
              ? words().noYearBefore
              : `${words().sinceHint[sinceYearBefore.basis]}: ${kroner(sinceYearBefore.before)}`,
        },
        {
          name: words().perCitizen,
          value: <Amount value={perCitizen} figure={{ ...figure, figure: 'perCitizen' }} />,
          hint: words().perCitizenHint(kroner(perCitizenOfAll)),
        },
        {
          name: words().place,
          value: words().of(count(year.cheaperMembers + 1), count(year.members)),
          hint: words().placeHint,
        },
      ]}
    />
  );
}
