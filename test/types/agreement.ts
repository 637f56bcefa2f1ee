import type {
  Agreement,
  EfficiencyMeasure,
  MembershipPeriod,
  Period,
} from '../../src/agreement/agreement.ts';
import type { AllocationKey } from '../../src/agreement/allocation-key.ts';
import type { Ore } from '../../src/money/ore.ts';
import type { Rate } from '../../src/money/rate.ts';
import type { Change } from '../../src/scenario/change.ts';

const EXAMPLE = { kind: 'example' } as const;

/** What must not compile: the type check fails where an expected error is missing. */
export function anAgreementIsNeverChangedInPlace(agreement: Agreement): void {
  // @ts-expect-error another version is another agreement
  agreement.version = '2';
  // @ts-expect-error lists are read only
  agreement.efficiency.push();
  // @ts-expect-error lists are read only
  agreement.municipalities.sort();
}

export function periodsSayWhatTheySay(): Period[] {
  const open: Period = { firstYear: 2025 };
  // @ts-expect-error no last year is left out, not undefined
  const undecided: Period = { firstYear: 2025, lastYear: undefined };
  // @ts-expect-error what stays behind is always said, if only as one whole
  const stay: MembershipPeriod = { firstYear: 2025, lastYear: 2026 };
  return [open, undecided, stay];
}

export function anEfficiencyMeasureHasOneForm(rate: Rate, amount: Ore): EfficiencyMeasure[] {
  return [
    { year: 2026, form: 'rate', rate, provenance: EXAMPLE },
    // @ts-expect-error an amount does not come as a rate
    { year: 2026, form: 'rate', amount, provenance: EXAMPLE },
    // @ts-expect-error every figure says where it comes from
    { year: 2026, form: 'amount', amount },
  ];
}

export function keysAreOfTheKnownKinds(rate: Rate): AllocationKey[] {
  return [
    { kind: 'mix', parts: [{ share: rate, key: { kind: 'equal' } }] },
    // @ts-expect-error only a whole key has limits
    { kind: 'mix', parts: [{ share: rate, key: { kind: 'equal', limits: {} } }] },
    // @ts-expect-error citizens are counted in whole numbers
    { kind: 'population-tiered', threshold: 150_000, weightAbove: rate },
    // @ts-expect-error nobody knows this kind
    { kind: 'by-lot' },
  ];
}

export function changesAreOfTheKnownTypes(rate: Rate): Change[] {
  return [
    { type: 'set-efficiency', year: 2026, rate },
    // @ts-expect-error it sets nothing
    { type: 'set-efficiency', year: 2026 },
    // @ts-expect-error the core is always told what stays behind
    { type: 'withdraw', municipality: '0101', lastYear: 2026 },
    // @ts-expect-error base budget is never moved, so no change does
    { type: 'move-base-budget', solution: 'aula', amount: rate },
  ];
}
