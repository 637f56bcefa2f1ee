import { ratesBetween, regulationOf } from '../agreement/index-data.ts';
import { apportion } from '../money/apportionment.ts';
import {
  divide,
  type Exact,
  exactFromOre,
  exactFromRate,
  multiply,
  negate,
  ONE,
  roundHalfAwayFromZero,
  sign,
  subtract,
} from '../money/exact.ts';
import { type Ore, ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { growthFactor } from '../money/rate.ts';
import type { CellPrice, YearPrice } from '../pricing/year-price.ts';
import { invariant } from '../refusal.ts';
import type { InvoiceLine } from './invoice.ts';

/** Pool money of a solution that a decision has bound in the year of a run. */
export interface BoundByDecision {
  readonly decision: string;
  readonly solution: string;
  readonly amount: Ore;
}

/** What of a line's amount comes from the base price, a year's index of one vintage, efficiency or withdrawals; signed. */
export type PricePart = { readonly amount: Ore } & (
  | { readonly kind: 'base-price' | 'efficiency' | 'membership' }
  | { readonly kind: 'indexation'; readonly year: number; readonly vintage: string }
);

/** What a line's amount is for: keeping the solution running, what decisions have bound, or the pool that is still free. */
export type UsePart = { readonly amount: Ore } & (
  | { readonly kind: 'base-budget' | 'undecided-pool' }
  | { readonly kind: 'decision'; readonly decision: string }
);

type Covered = Pick<InvoiceLine, 'solution' | 'component'>;

/**
 * Takes an amount for a component apart as its price was made: every part is the amount's share of the price's own exact
 * part, rounded; the last year's indexation takes the rest, in the base year the base price.
 */
export function linePricePart(price: YearPrice, line: Covered, amount: Ore): PricePart[] {
  if (amount === ZERO_ORE) return [];
  const { cell, membershipFactor, wageShare } = cellOf(price, line);
  const perKrone = divide(exactFromOre(amount), cell.exact);
  const part = (exact: Exact) => roundHalfAwayFromZero(multiply(exact, perKrone));
  const gained = subtract(cell.indexed, cell.efficiency);
  const fixed: PricePart[] = [
    { kind: 'efficiency', amount: part(negate(cell.efficiency)) },
    { kind: 'membership', amount: part(multiply(gained, subtract(membershipFactor, ONE))) },
  ];
  const years = indexationByYear(price, cell, wageShare).map(
    ({ exact, ...year }): PricePart => ({ kind: 'indexation', ...year, amount: part(exact) }),
  );
  const base: PricePart = { kind: 'base-price', amount: part(exactFromOre(cell.basePrice)) };
  const [rest, ...others] = [base, ...years].reverse();
  invariant(rest !== undefined, 'a price has a base price');
  const known = [...others.reverse(), ...fixed];
  const tied = { ...rest, amount: subtractOre(amount, sumOre(known.map((each) => each.amount))) };
  const inOrder = years.length === 0 ? [tied, ...fixed] : [...others, tied, ...fixed];
  return inOrder.filter((each) => each.amount !== ZERO_ORE);
}

/**
 * Takes an amount for a component apart by what it is for: the reserved share of business maintenance is pool, which
 * decisions have bound in proportion to what they bind of the solution's whole pool; the rest is still free.
 */
export function lineUsePart(
  { agreement, solutions }: YearPrice,
  { solution, component }: Covered,
  amount: Ore,
  decisions: readonly BoundByDecision[],
): UsePart[] {
  const described = agreement.solutions.find((candidate) => candidate.solution === solution);
  const isReservable = agreement.components.some((one) => one.component === component && one.reservable);
  const pool =
    described === undefined || !isReservable
      ? ZERO_ORE
      : roundHalfAwayFromZero(multiply(exactFromOre(amount), exactFromRate(described.reservedShare)));
  const wholePool = solutions.find((candidate) => candidate.solution === solution)?.pool ?? ZERO_ORE;
  const bound = boundInPool(decisions, solution);
  const free = wholePool - sumOre(bound.map((each) => each.amount));
  const weights = [...bound.map((each) => each.amount), ore(free > 0n ? free : 0n)];
  const shares = weights.some((weight) => weight > 0n) ? apportion(pool, weights.map(exactFromOre)) : [];
  const decided = bound.map(
    ({ decision }, place): UsePart => ({ kind: 'decision', decision, amount: shares[place] ?? ZERO_ORE }),
  );
  const undecided = subtractOre(pool, sumOre(decided.map((each) => each.amount)));
  const parts: UsePart[] = [
    { kind: 'base-budget', amount: subtractOre(amount, pool) },
    ...decided,
    { kind: 'undecided-pool', amount: undecided },
  ];
  return parts.filter((each) => each.amount !== ZERO_ORE);
}

/** What each decision still binds, in the order in which they first did; contrary entries have set free what they name. */
function boundInPool(
  decisions: readonly BoundByDecision[],
  solution: string,
): Omit<BoundByDecision, 'solution'>[] {
  const own = decisions.filter((each) => each.solution === solution);
  return [...Map.groupBy(own, ({ decision }) => decision)]
    .map(([decision, entries]) => ({ decision, amount: sumOre(entries.map((entry) => entry.amount)) }))
    .filter(({ amount }) => amount > 0n);
}

function cellOf({ agreement, solutions }: YearPrice, { solution, component }: Covered) {
  const priced = solutions.find((candidate) => candidate.solution === solution);
  const cell = priced?.cells.find((candidate) => candidate.component === component);
  invariant(priced !== undefined && cell !== undefined, 'what is asked for has a price');
  invariant(sign(cell.exact) !== 0, 'what is asked for is not nothing');
  const base = agreement.solutions
    .find((candidate) => candidate.solution === solution)
    ?.basePrices.find((candidate) => candidate.component === component);
  return { cell, membershipFactor: priced.membershipFactor, wageShare: base?.wageShare };
}

/** What each year's regulation adds to a cell, with the vintage it was read from; a scenario's own rates have none. */
function indexationByYear(
  { agreement, year }: YearPrice,
  { basePrice }: CellPrice,
  wageShare: Parameters<typeof regulationOf>[1],
): { year: number; vintage: string; exact: Exact }[] {
  const rates = ratesBetween(agreement, agreement.baseYear, year);
  invariant(rates.ok, 'a year that is priced has its rates');
  let before = exactFromOre(basePrice);
  return rates.value.map((each) => {
    const regulation = regulationOf(each, wageShare);
    invariant(regulation.ok, 'a cell that is priced is regulated');
    const after = multiply(before, exactFromRate(growthFactor(regulation.value)));
    const exact = subtract(after, before);
    before = after;
    const vintage = each.status === 'scenario' ? 'scenario' : (each.vintage ?? 'scenario');
    return { year: each.year, vintage, exact };
  });
}
