import { add, type Exact, exactFromInteger, exactFromRate, multiply, terms } from '../../src/money/exact.ts';
import { type Ore, ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { type Bilingual, invariant } from '../../src/refusal.ts';
import { kombitPrices, municipalities } from './tables.ts';
import { unitTotal } from './unit-counts.ts';

/** Citizens above this many in one municipality count half in the infrastructure price. */
export const FULL_PRICE_CITIZENS = 150_000;

/** A year's price that follows from a published price per unit. */
export interface PublishedTotal {
  readonly total: Ore;
  /** What was published, and where. */
  readonly tariff: string;
  readonly source: string;
  readonly notes: Bilingual;
}

const INFRASTRUCTURE_PRICE = 'Faelleskommunal IT-Infrastruktur (infrastrukturpris)';
const infrastructure = published(INFRASTRUCTURE_PRICE, '2020-01-01', 'first 150000 citizens');
const infrastructureAbove = published(INFRASTRUCTURE_PRICE, '2020-01-01', 'each citizen above 150000');
const aulaSchool = published('Aula Skole', '2021');
const aulaDayCare = published('Aula Dagtilbud', '2021');
const library = published('Faelles Bibliotekssystem (FBS)', '2016');

export const INFRASTRUCTURE = { source: infrastructure.source, validFrom: infrastructure.valid_from };

const populations = municipalities.map(({ population }) => BigInt(population));
const citizens = sum(populations);
const citizensAbove = sum(populations.map(above));

/** The solutions whose price per unit is public; how the total falls on components is an example all the same. */
export const PUBLISHED_TOTALS: ReadonlyMap<string, PublishedTotal> = new Map([
  [
    'faelleskommunal-it-infrastruktur',
    {
      total: wholeOre(
        charge(infrastructure, citizens - citizensAbove),
        charge(infrastructureAbove, citizensAbove),
      ),
      tariff: '25.00 kr. per citizen, 12.50 kr. for each citizen of a municipality above 150,000',
      source: infrastructure.source,
      notes: {
        da: 'Prisen er den offentliggjorte infrastrukturpris gange folketallet 1. januar 2026. Fordelingen på budgetkomponenter er et eksempel. Rummer Serviceplatformen og Støttesystemerne; det, der afregnes efter forbrug i buffetmodellen, er ikke med.',
        en: 'The price is the published infrastructure price times the population on 1 January 2026. Its split into components is an example. Holds Serviceplatformen and Støttesystemerne; what the buffet model charges by use is not included.',
      },
    },
  ],
  [
    'aula',
    {
      total: wholeOre(
        charge(aulaSchool, unitTotal('pupils')),
        charge(aulaDayCare, unitTotal('enrolled-children')),
      ),
      tariff: '86 kr. per pupil and 46 kr. per enrolled child, from 2021',
      source: aulaSchool.source,
      notes: {
        da: 'Priserne pr. elev og pr. indskrevet barn er offentliggjort for 2021. Antallet af elever og børn og fordelingen på budgetkomponenter er eksempler.',
        en: 'The prices per pupil and per enrolled child were published for 2021. The numbers of pupils and children and the split into components are examples.',
      },
    },
  ],
  [
    'fbs',
    {
      total: wholeOre(charge(library, citizens)),
      tariff: '6.00 kr. per citizen, until 2025',
      source: library.source,
      notes: {
        da: 'Prisen er den offentliggjorte pris pr. borger til og med 2025 gange folketallet 1. januar 2026; KOMBIT regner med folketallet ved underskrift. Fordelingen på budgetkomponenter er et eksempel.',
        en: 'The price is the published price per citizen until 2025 times the population on 1 January 2026; KOMBIT counts the citizens at signing. Its split into components is an example.',
      },
    },
  ],
]);

function published(solution: string, validFrom: string, tier = '') {
  const row = kombitPrices.find(
    (price) => price.solution === solution && price.valid_from === validFrom && price.tier === tier,
  );
  invariant(row !== undefined, `kombit-prices.csv has a price of ${solution} from ${validFrom}`);
  return row;
}

/** Price per unit times units, in øre. */
function charge(price: { readonly price_dkk: string }, count: bigint): Exact {
  return multiply(exactFromRate(rateFromText(price.price_dkk)), exactFromInteger(count * 100n));
}

function wholeOre(...charges: readonly [Exact, ...Exact[]]): Ore {
  const { numerator, denominator } = terms(charges.reduce(add));
  invariant(denominator === 1n, 'a published total comes out in whole øre');
  return ore(numerator);
}

function above(population: bigint): bigint {
  const excess = population - BigInt(FULL_PRICE_CITIZENS);
  return excess > 0n ? excess : 0n;
}

function sum(counts: readonly bigint[]): bigint {
  return counts.reduce((total, count) => total + count, 0n);
}
