import fc from 'fast-check';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import { kronerTextArb } from '../arbitraries/ore.ts';
import { tenThousandthsArb } from '../arbitraries/rate.ts';

/**
 * Changes that not every agreement bears: caps on rises, savings of kroner in any cells, prices of next to nothing;
 * and those that no price depends on.
 */
export function daringChangesArb({
  solutions,
  components,
}: AgreementDocument): fc.Arbitrary<ChangeDocument[]> {
  const ids = solutions.map(({ solution }) => solution);
  const names = components.map(({ component }) => component);
  const solution = fc.constantFrom(...ids);
  const year = fc.integer({ min: 2026, max: 2030 });
  const capped = fc
    .record({
      solution,
      kind: fc.constantFrom('population' as const, 'equal' as const),
      rise: tenThousandthsArb(500, 9000),
    })
    .map(({ kind, rise, ...change }) => ({
      type: 'set-key' as const,
      ...change,
      key: { kind, limits: { rise } },
    }));
  const saving = fc.record(
    {
      type: fc.constant('set-efficiency' as const),
      year,
      amount: kronerTextArb(0, 20),
      solutions: fc.shuffledSubarray(ids, { minLength: 1 }),
      components: fc.shuffledSubarray(names, { minLength: 1 }),
    },
    { requiredKeys: ['type', 'year', 'amount'] },
  );
  const nextToNothing = fc.record({
    type: fc.constant('set-base-price' as const),
    solution,
    amount: kronerTextArb(0, 1),
  });
  const poolDecision = fc.record({
    type: fc.constantFrom('commit-pool' as const, 'carry-over-pool' as const),
    year,
    solution,
    amount: kronerTextArb(0, 1000),
    reason: fc.constant('decided'),
  });
  return fc.array(fc.oneof(capped, saving, nextToNothing, poolDecision), { maxLength: 2 });
}
