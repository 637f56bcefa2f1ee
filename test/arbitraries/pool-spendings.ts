import fc from 'fast-check';
import { allocationKeyFromDocument } from '../../data/allocation-key-from-document.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { ore } from '../../src/money/ore.ts';
import type { FundedInitiative, PoolSpending } from '../../src/reporting/pool-use.ts';
import { allocationKeyDocumentArb } from './allocation-key.ts';

const INITIATIVES = ['chatbot', 'login', 'statistics', 'voters', 'wallet'];
const DECISIONS = ['d1', 'd2', 'd3'];

/** Decisions on pool money, and what is known of some of the initiatives that it went to. */
export interface DecidedPool {
  readonly spendings: readonly PoolSpending[];
  readonly known: readonly FundedInitiative[];
}

/** Of any year, bound and set free again, from solutions that may be in the agreement or not. */
export function decidedPoolArb(agreement: Agreement, years: readonly number[]): fc.Arbitrary<DecidedPool> {
  const solution = fc.constantFrom('unknown', ...agreement.solutions.map((one) => one.solution));
  const codes = agreement.municipalities.map(({ municipality }) => municipality);
  const amount = fc.bigInt(-50_000_000n, 100_000_000n).map(ore);
  const spending = fc.record({
    decision: fc.constantFrom(...DECISIONS),
    year: fc.constantFrom(...years),
    solution,
    amount,
    recipient: fc.oneof(
      fc.record({ kind: fc.constant('initiative' as const), initiative: fc.constantFrom(...INITIATIVES) }),
      fc.record({ kind: fc.constant('business-maintenance' as const), solution }),
    ),
  });
  const described = (initiative: string): fc.Arbitrary<FundedInitiative> =>
    fc.record(
      {
        initiative: fc.constant(initiative),
        area: fc.constantFrom('citizens', 'schools'),
        target: solution,
        benefit: amount,
        beneficiaries: allocationKeyDocumentArb(codes).map(allocationKeyFromDocument),
      },
      { requiredKeys: ['initiative'] },
    );
  return fc.record({
    spendings: fc.array(spending, { maxLength: 12 }),
    known: fc.shuffledSubarray(INITIATIVES).chain((some) => fc.tuple(...some.map(described))),
  });
}
