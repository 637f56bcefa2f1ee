import { type Exact, terms } from './exact.ts';
import { type Ore, ore } from './ore.ts';

/** The largest number of whole øre that does not exceed a limit: what a ceiling allows. */
export function wholeOreWithin(limit: Exact): Ore {
  const { numerator, denominator } = terms(limit);
  const truncated = numerator / denominator;
  const isAbove = truncated * denominator > numerator;
  return ore(isAbove ? truncated - 1n : truncated);
}

/** The smallest number of whole øre that meets a need: what a minimum asks for. */
export function wholeOreCovering(need: Exact): Ore {
  const { numerator, denominator } = terms(need);
  const truncated = numerator / denominator;
  const isBelow = truncated * denominator < numerator;
  return ore(isBelow ? truncated + 1n : truncated);
}

export function lesserOre(first: Ore, second: Ore): Ore {
  return first < second ? first : second;
}
