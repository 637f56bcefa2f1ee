import fc from 'fast-check';
import type { ScenarioResult } from '../../src/comparison/scenario-result.ts';
import { type BuiltSolution, type BuiltYear, buildResult, CATALOGUE } from '../comparison/build-result.ts';

const CODES = ['0101', '0147', '0461', '0751', '0851'] as const;

/** Small amounts too, so that equal amounts and single øre come up. */
const amountArb = fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 10n ** 11n));

const solutionArb: fc.Arbitrary<BuiltSolution> = fc
  .record({
    basePrice: amountArb,
    indexation: amountArb,
    parts: fc.tuple(fraction(), fraction(), fraction()),
  })
  .map(({ basePrice, indexation, parts: [efficient, gone, reserved] }) => {
    const indexed = basePrice + indexation;
    const efficiency = (indexed * efficient) / 100n;
    const lost = ((indexed - efficiency) * gone) / 100n;
    const pool = ((indexed - efficiency - lost) * reserved) / 100n;
    return { basePrice, indexation, efficiency, membership: -lost, pool };
  });

function fraction(): fc.Arbitrary<bigint> {
  return fc.bigInt(0n, 99n);
}

/** Years 2026 and on, each with some of the solutions and at least one of the municipalities. */
function yearArb(year: number): fc.Arbitrary<BuiltYear> {
  return fc.record({
    year: fc.constant(year),
    solutions: fc.dictionary(fc.constantFrom(...CATALOGUE), solutionArb),
    members: fc
      .subarray([...CODES], { minLength: 1 })
      .chain((codes) =>
        fc.tuple(...codes.map((code) => fc.tuple(fc.constant(code), fc.bigInt(1n, 700_000n)))),
      )
      .map((members) => Object.fromEntries(members)),
  });
}

/** A result of two years with the id given. */
export function scenarioResultArb(id: string): fc.Arbitrary<ScenarioResult> {
  return fc.tuple(yearArb(2026), yearArb(2027)).map((years) => buildResult(id, years));
}

/** A baseline and some scenarios, all of the same two years. */
export const comparedResultsArb: fc.Arbitrary<[ScenarioResult, ...ScenarioResult[]]> = fc
  .integer({ min: 1, max: 5 })
  .chain((count) =>
    fc.tuple(
      scenarioResultArb('baseline'),
      ...Array.from({ length: count }, (_, place) => scenarioResultArb(`scenario-${place + 1}`)),
    ),
  );
