import type { Provenance } from '../../src/agreement/agreement.ts';
import type { YearRates } from '../../src/agreement/index-data.ts';
import type { AnsweredYears } from './answered-years.ts';

/** Whether any figure that the prices and shares were computed from was made up as an example. */
export function restsOnExamples(answered: AnsweredYears, rates: readonly YearRates[]): boolean {
  return sourcesOf(answered, rates).some(({ kind }) => kind === 'example');
}

/** One after the other, so that the first that is an example ends the search. */
function* sourcesOf(
  { agreement, lastYear, solutions, members }: AnsweredYears,
  rates: readonly YearRates[],
): Generator<Provenance> {
  for (const { provenance } of rates) yield provenance;
  for (const { year, provenance } of agreement.efficiency) if (year <= lastYear) yield provenance;
  for (const solution of agreement.solutions) {
    if (!solutions.has(solution.solution)) continue;
    for (const { provenance } of solution.basePrices) yield provenance;
    yield solution.reservedShareProvenance;
    yield solution.keyProvenance;
  }
  for (const { municipality, provenance } of agreement.municipalities) {
    if (members.has(municipality)) yield provenance;
  }
}
