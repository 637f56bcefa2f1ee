import fc from 'fast-check';
import { type Ore, ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import type { Initiative } from '../../src/prioritisation/initiative.ts';
import type { Proposal, RequestedMove } from '../../src/prioritisation/proposal.ts';

/**
 * Proposals that can be read against a price: they name its bodies, areas and solutions, and ask for anything
 * from an øre to more than the whole pool. Half of the initiatives name their payers themselves, among them
 * base budgets and other areas.
 */
export function proposalArb(price: YearPrice): fc.Arbitrary<Proposal> {
  const bodies = price.agreement.bodies.map(({ body }) => body);
  return fc
    .integer({ min: 0, max: 8 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => draftArb(price, place))))
    .chain((drafts) =>
      fc.record({
        proposal: fc.constant('drawn'),
        body: fc.constantFrom(...bodies),
        reason: fc.constant('Drawn'),
        initiatives: fc.shuffledSubarray(
          drafts.map(({ initiative }) => initiative),
          { minLength: drafts.length },
        ),
        moves: fc
          .array(maintenanceMoveArb(price), { maxLength: 2 })
          .map((moves) => [...drafts.flatMap((draft) => draft.moves), ...moves]),
        inPlace: fc.subarray(['initiative-0', 'initiative-1', 'elsewhere']),
      }),
    );
}

interface Draft {
  readonly initiative: Initiative;
  readonly moves: readonly RequestedMove[];
}

function draftArb(price: YearPrice, place: number): fc.Arbitrary<Draft> {
  return initiativeArb(price, place).chain((initiative) => {
    const cost = initiative.costs.get(price.year) ?? ore(0n);
    const moves = fc.oneof(fc.constant([]), namedPaymentArb(price, initiative.initiative, cost));
    return moves.map((drawn) => ({ initiative, moves: drawn }));
  });
}

function initiativeArb(price: YearPrice, place: number): fc.Arbitrary<Initiative> {
  const areas = price.agreement.areas;
  const id = `initiative-${place}`;
  // Only on those drawn before, so that no circle comes up; the proposal's own order is drawn afterwards.
  const before = Array.from({ length: place }, (_, other) => `initiative-${other}`);
  return fc
    .record({
      area: fc.constantFrom(...areas.map(({ area }) => area)),
      target: fc.option(fc.constantFrom(...price.solutions.map(({ solution }) => solution))),
      cost: amountArb(price),
      statutory: fc.boolean(),
      minShare: fc.constantFrom('0', '0.25', '0.6', '1').map(rateFromText),
      start: fc.option(fc.tuple(nearYear(price), nearYear(price))),
      dependsOn: fc.subarray([...before, 'elsewhere']),
      excludes: fc.subarray([...before, 'elsewhere'], { maxLength: 1 }),
      group: fc.option(fc.constantFrom('one', 'other')),
    })
    .map(({ target, cost, start, group, ...drawn }) => ({
      ...drawn,
      initiative: id,
      title: id,
      ...(target !== null && { targetSolution: target }),
      costs: new Map([[price.year, cost]]),
      priceLevelYear: price.year,
      benefit: { scores: new Map() },
      ...(start !== null && { earliestStart: Math.min(...start), latestStart: Math.max(...start) }),
      ...(group !== null && { group }),
    }));
}

function nearYear({ year }: YearPrice): fc.Arbitrary<number> {
  return fc.integer({ min: year - 1, max: year + 1 });
}

/** From nothing to a fifth more than the whole pool, single øre as likely as millions. */
function amountArb({ pool }: YearPrice): fc.Arbitrary<Ore> {
  return fc.oneof(fc.bigInt(0n, 300n), fc.bigInt(0n, (pool * 6n) / 5n)).map(ore);
}

/** Up to three contributions (or base budgets), each with no more than a third of the cost. */
function namedPaymentArb(price: YearPrice, initiative: string, cost: Ore): fc.Arbitrary<RequestedMove[]> {
  if (cost < 3n) return fc.constant([]);
  const payment = fc.record({
    year: fc.constant(price.year),
    from: sourceArb(price),
    to: fc.constant({ kind: 'initiative' as const, initiative }),
    amount: fc.bigInt(1n, cost / 3n).map(ore),
  });
  return fc.array(payment, { minLength: 1, maxLength: 3 });
}

function maintenanceMoveArb(price: YearPrice): fc.Arbitrary<RequestedMove> {
  const solution = fc.constantFrom(...price.solutions.map((priced) => priced.solution));
  return fc.record({
    year: fc.constantFrom(price.year, price.year, price.year + 1),
    from: sourceArb(price),
    to: solution.map((chosen) => ({ kind: 'business-maintenance' as const, solution: chosen })),
    amount: amountArb(price).map((amount) => ore(amount + 1n)),
  });
}

function sourceArb(price: YearPrice): fc.Arbitrary<RequestedMove['from']> {
  return fc.record({
    kind: fc.constantFrom('pool', 'pool', 'pool', 'pool', 'base-budget'),
    solution: fc.constantFrom(...price.solutions.map(({ solution }) => solution)),
  });
}
