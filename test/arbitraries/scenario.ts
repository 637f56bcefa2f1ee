import fc from 'fast-check';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { ScenarioDocument } from '../../scenarios/schema.ts';
import { changeDocumentsArb } from './changes.ts';

/** A scenario of one to six of the years 2025 to 2030 that can be priced and split. */
export function scenarioDocumentArb(agreement: AgreementDocument): fc.Arbitrary<ScenarioDocument> {
  return fc
    .record({
      from: fc.integer({ min: 2025, max: 2030 }),
      length: fc.nat(5),
      changes: changeDocumentsArb(agreement),
    })
    .map(({ from, length, changes }) => ({
      agreement: agreement.agreement,
      years: { from, to: Math.min(from + length, 2030) },
      changes,
    }));
}
