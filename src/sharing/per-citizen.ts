import { divide, exactFromInteger, exactFromOre, roundHalfAwayFromZero } from '../money/exact.ts';
import type { Ore } from '../money/ore.ts';

/** Price per citizen (*borgerpris*) in øre, for showing only: never used in further sums. Model, section 4. */
export function perCitizen(amount: Ore, population: bigint): Ore {
  return roundHalfAwayFromZero(divide(exactFromOre(amount), exactFromInteger(population)));
}
