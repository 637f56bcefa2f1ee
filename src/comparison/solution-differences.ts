import type { SolutionPrice, YearPrice } from '../pricing/year-price.ts';
import type { Presence } from './difference.ts';
import { type Match, matched } from './matching.ts';
import { type PartDifferences, partDifferences } from './part-differences.ts';

export interface SolutionDifference extends PartDifferences {
  readonly solution: string;
  readonly presence: Presence;
}

/** Every solution priced in at least one of two results of the same year, in catalogue order. */
export function solutionDifferences(baseline: YearPrice, scenario: YearPrice): SolutionDifference[] {
  const place = cataloguePlaces(baseline, scenario);
  return matched(baseline.solutions, scenario.solutions, (price) => price.solution)
    .sort((first, second) => place(first.id) - place(second.id))
    .map(solutionDifference);
}

function solutionDifference({ id, presence, baseline, scenario }: Match<SolutionPrice>): SolutionDifference {
  return { solution: id, presence, ...partDifferences(baseline, scenario) };
}

/** The baseline's catalogue decides the order; solutions that only the scenario's catalogue knows come last. */
function cataloguePlaces(baseline: YearPrice, scenario: YearPrice): (solution: string) => number {
  const ids = [...baseline.agreement.solutions, ...scenario.agreement.solutions].map(
    ({ solution }) => solution,
  );
  const places = new Map([...new Set(ids)].map((id, place) => [id, place]));
  return (solution) => places.get(solution) ?? places.size;
}
