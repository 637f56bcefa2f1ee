import type { Municipality, Solution } from '../agreement/agreement.ts';
import { membersOf, solutionsIn } from '../agreement/membership.ts';
import { apportion } from '../money/apportionment.ts';
import { divide, exactFromOre, multiply, roundHalfAwayFromZero, sign, sum, ZERO } from '../money/exact.ts';
import { type Ore, ZERO_ORE } from '../money/ore.ts';
import { compareRates, type Rate, ZERO_RATE } from '../money/rate.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { perCitizen } from '../sharing/per-citizen.ts';
import type { MunicipalityShare, YearShares } from '../sharing/year-shares.ts';
import { type Charge, chargesOf, totalCount, totalWeight } from './charges.ts';

/** The price of one of what a key counts. */
export interface ChargePrice extends Pick<Charge, 'basis' | 'unit' | 'threshold'> {
  /** The part of the price that is charged by it; the parts sum to the price. */
  readonly amount: Ore;
  readonly count: Rate;
  /** In øre, for showing only: never used in further sums. */
  readonly each: Ore;
}

export interface SolutionPriceLine {
  readonly solution: string;
  readonly price: Ore;
  /** The citizens of the municipalities that the key gives weight to. */
  readonly population: bigint;
  readonly perCitizen: Ore;
  readonly charges: readonly ChargePrice[];
  /** Whether the key limits the change from the year before, so that not everybody pays these prices. */
  readonly limited: boolean;
}

/** What a municipality pays for one solution, and how many units of use (*forbrugsenheder*) it is counted with. */
export interface MunicipalityPriceLine {
  readonly solution: string;
  readonly amount: Ore;
  readonly perCitizen: Ore;
  readonly units: readonly { readonly unit: string; readonly count: Rate }[];
}

export interface MunicipalityPriceList {
  readonly municipality: string;
  readonly population: bigint;
  readonly amount: Ore;
  readonly perCitizen: Ore;
  /** The solutions that it pays for, in catalogue order. */
  readonly solutions: readonly MunicipalityPriceLine[];
}

/** What the municipalities' budget guide (*budgetvejledning*) needs of a year. */
export interface PriceList {
  readonly year: number;
  readonly price: Ore;
  readonly population: bigint;
  readonly perCitizen: Ore;
  readonly solutions: readonly SolutionPriceLine[];
  readonly municipalities: readonly MunicipalityPriceList[];
}

/** The price of each solution per citizen, or for each of what its key counts, and what each municipality pays. */
export function priceList(price: YearPrice, shares: YearShares): PriceList {
  const members = membersOf(price.agreement, price.year);
  const priced = solutionsIn(price.agreement, price.year).map((solution, place) =>
    pricedSolution(solution, price.solutions[place]?.price ?? ZERO_ORE, members),
  );
  const population = citizens(members);
  return {
    year: price.year,
    price: price.price,
    population,
    perCitizen: perCitizenOf(price.price, population),
    solutions: priced.map(({ line }) => line),
    municipalities: shares.municipalities.map((share) => municipalityList(share, priced)),
  };
}

interface PricedSolution {
  readonly line: SolutionPriceLine;
  /** Codes of those that the key can give weight to, in the order of the charges' counts. */
  readonly codes: readonly string[];
  readonly charges: readonly Charge[];
}

function pricedSolution(
  { solution, key, participants }: Solution,
  price: Ore,
  members: readonly Municipality[],
): PricedSolution {
  const taking = members.filter(({ municipality }) => participants?.includes(municipality) ?? true);
  const charges = chargesOf(key, taking);
  const weighted = taking.filter((_, place) => charges.some((charge) => hasWeight(charge, place)));
  const population = citizens(weighted);
  const line = {
    solution,
    price,
    population,
    perCitizen: perCitizenOf(price, population),
    charges: chargePrices(price, charges),
    limited: key.limits !== undefined,
  };
  return { line, codes: taking.map(({ municipality }) => municipality), charges };
}

function chargePrices(price: Ore, charges: readonly Charge[]): ChargePrice[] {
  const weights = charges.map(totalWeight);
  const total = sum(weights);
  const amounts = apportion(price, weights);
  const perWeight = sign(total) === 0 ? ZERO : divide(exactFromOre(price), total);
  return charges.map((charge, place) => {
    const { counts: _, weight, ...basis } = charge;
    const each = roundHalfAwayFromZero(multiply(perWeight, weight));
    return { ...basis, amount: amounts[place] ?? ZERO_ORE, count: totalCount(charge), each };
  });
}

function municipalityList(
  { municipality, population, amount, amounts }: MunicipalityShare,
  priced: readonly PricedSolution[],
): MunicipalityPriceList {
  return {
    municipality,
    population,
    amount,
    perCitizen: perCitizen(amount, population),
    solutions: priced.flatMap(({ line, codes, charges }, column) => {
      const place = codes.indexOf(municipality);
      const paid = amounts[column] ?? ZERO_ORE;
      if (paid === ZERO_ORE && !charges.some((charge) => hasWeight(charge, place))) return [];
      const units = charges.flatMap(({ unit, counts }) =>
        unit === undefined ? [] : [{ unit, count: counts[place] ?? ZERO_RATE }],
      );
      return [{ solution: line.solution, amount: paid, perCitizen: perCitizen(paid, population), units }];
    }),
  };
}

function hasWeight({ counts, weight }: Charge, place: number): boolean {
  return sign(weight) > 0 && compareRates(counts[place] ?? ZERO_RATE, ZERO_RATE) > 0;
}

function citizens(municipalities: readonly Municipality[]): bigint {
  return municipalities.reduce((total, { population }) => total + population, 0n);
}

/** Nothing where there is nobody to pay. */
function perCitizenOf(amount: Ore, population: bigint): Ore {
  return population === 0n ? ZERO_ORE : perCitizen(amount, population);
}
