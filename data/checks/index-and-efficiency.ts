import type { Refusal } from '../../src/refusal.ts';
import type { AgreementDocument } from '../schema/agreement.ts';

/**
 * Where a cell has a wage share, every year of index data must tell wage and price apart; an efficiency
 * measure must start after the base year, or it would silently have no effect, and leave no doubt about the rate
 * of a cell. Model, section 3.
 */
export function checkIndexAndEfficiency(document: AgreementDocument): Refusal[] {
  const blended = document.solutions.some(({ basePrices }) =>
    basePrices.some(({ wageShare }) => wageShare !== undefined),
  );
  const lacking = document.index.flatMap((entry, place) =>
    (['wage', 'price'] as const)
      .filter((series) => blended && entry[series] === undefined)
      .map((series) => indexLacks(series, entry.year, place)),
  );
  const idle = document.efficiency.flatMap(({ year }, place) =>
    year > document.baseYear ? [] : [tooEarly(year, document.baseYear, place)],
  );
  return [...lacking, ...idle, ...overlappingRates(document.efficiency)];
}

type Measure = AgreementDocument['efficiency'][number];

/** A cell has at most one efficiency rate in a year: of two, nothing says which one counts. */
function overlappingRates(measures: readonly Measure[]): Refusal[] {
  const rates = [...measures.entries()].filter(([, measure]) => measure.rate !== undefined);
  return rates.flatMap(([place, later], rank) => {
    const earlier = rates.slice(0, rank).find(([, measure]) => coverSameCell(measure, later));
    return earlier === undefined ? [] : [twoRates(place, earlier[0], later.year)];
  });
}

function coverSameCell(first: Measure, second: Measure): boolean {
  const meet = (some?: readonly string[], others?: readonly string[]) =>
    some === undefined || others === undefined || some.some((id) => others.includes(id));
  return (
    first.year === second.year &&
    meet(first.solutions, second.solutions) &&
    meet(first.components, second.components)
  );
}

function twoRates(place: number, earlierPlace: number, year: number): Refusal {
  return {
    code: 'efficiency_rates_overlap',
    path: ['efficiency', place],
    message: {
      da: `Denne sats for ${year} dækker priser, som sats nr. ${earlierPlace + 1} i listen også dækker.`,
      en: `This rate of ${year} covers prices that rate no. ${earlierPlace + 1} of the list covers as well.`,
    },
    remedy: {
      da: 'Afgræns dem med "solutions" og "components", så hver pris har én sats om året.',
      en: 'Narrow them with "solutions" and "components", so that each price has one rate a year.',
    },
  };
}

function indexLacks(series: 'wage' | 'price', year: number, place: number): Refusal {
  const danish = series === 'wage' ? 'løn' : 'pris';
  return {
    code: `index_lacks_${series}`,
    path: ['index', place, series],
    message: {
      da: `Indekset for ${year} mangler skønnet for ${danish}, som priser med lønandel regnes efter.`,
      en: `The index of ${year} lacks the ${series} rate, by which prices with a wage share are regulated.`,
    },
    remedy: {
      da: `Skriv "${series}" for året, eller fjern "wageShare" fra alle priser.`,
      en: `Write "${series}" for the year, or remove "wageShare" from all prices.`,
    },
  };
}

function tooEarly(year: number, baseYear: number, place: number): Refusal {
  return {
    code: 'efficiency_too_early',
    path: ['efficiency', place, 'year'],
    message: {
      da: `Effektiviseringen i ${year} har ingen virkning: priserne er i ${baseYear}-niveau og ændres først året efter.`,
      en: `The efficiency measure of ${year} has no effect: prices are those of ${baseYear} and change from the year after.`,
    },
    remedy: {
      da: `Lad den begynde i ${baseYear + 1} eller senere.`,
      en: `Let it start in ${baseYear + 1} or later.`,
    },
  };
}
