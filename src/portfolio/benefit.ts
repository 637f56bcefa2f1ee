import type { Agreement, Criterion } from '../agreement/agreement.ts';
import { divide, type Exact, exactFromInteger, exactFromRate, multiply, ZERO } from '../money/exact.ts';
import { carryAmount } from '../pricing/price-level.ts';
import type { Initiative } from '../prioritisation/initiative.ts';
import { accepted, type Result } from '../refusal.ts';

/** What something gives by one criterion (*gevinst efter kriterium*). */
export interface CriterionBenefit {
  readonly criterion: string;
  /** Points, or million kroner a year. */
  readonly amount: Exact;
  /** weight · amount: what it counts. */
  readonly value: Exact;
}

const ORE_IN_A_MILLION_KRONER = exactFromInteger(100_000_000n);

/**
 * What an initiative is said to give in full, by each criterion of the agreement in its order: the points that it states, or
 * its benefit a year in million kroner in the prices of a year. Points by other criteria count nothing. Refused with
 * `index_missing`.
 */
export function benefitOf(
  initiative: Initiative,
  agreement: Agreement,
  year: number,
): Result<CriterionBenefit[]> {
  const benefits: CriterionBenefit[] = [];
  for (const criterion of agreement.criteria) {
    const amount = amountBy(criterion, initiative, agreement, year);
    if (!amount.ok) return amount;
    const value = multiply(exactFromRate(criterion.weight), amount.value);
    benefits.push({ criterion: criterion.criterion, amount: amount.value, value });
  }
  return accepted(benefits);
}

function amountBy(
  { criterion, measure }: Criterion,
  { benefit, priceLevelYear }: Initiative,
  agreement: Agreement,
  year: number,
): Result<Exact> {
  if (measure === 'score') {
    const score = benefit.scores.get(criterion);
    return accepted(score === undefined ? ZERO : exactFromRate(score));
  }
  if (benefit.perYear === undefined) return accepted(ZERO);
  const carried = carryAmount(agreement, benefit.perYear, priceLevelYear, year);
  return carried.ok ? accepted(divide(carried.value, ORE_IN_A_MILLION_KRONER)) : carried;
}
