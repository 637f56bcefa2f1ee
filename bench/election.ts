import { type SelectionRequest, selectionRequestSchema } from '../data/schema/selection.ts';

/** How large an election is; fewer ballots than voters: many voters have the same approvals and are merged. */
export interface ElectionSize {
  readonly voters: number;
  readonly ballots: number;
  readonly initiatives: number;
}

/** Each ballot supports about this many. */
const APPROVALS = 20;

/** Numbers that look drawn and are the same at every run. */
function* drawn(): Generator<number, never> {
  for (let state = 123_456_789; ; ) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    yield ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  }
}

/** Initiatives of 100,000 to 2,000,000 kroner that cost four times the budget together, and voters of weight 1. */
export function election(
  { voters, ballots, initiatives }: ElectionSize,
  method: 'greedy' | 'equal-shares',
): SelectionRequest {
  const numbers = drawn();
  const upTo = (most: number) => Math.floor(numbers.next().value * most);
  const costs = Array.from({ length: initiatives }, () => 100_000 + upTo(1_900_000));
  // Some are popular and some are not: the square of a number is more often small.
  const popular = () => Math.floor(numbers.next().value ** 2 * initiatives);
  const given = Array.from({ length: ballots }, () =>
    Object.fromEntries(Array.from({ length: APPROVALS }, () => [`i${popular()}`, '1'])),
  );
  return selectionRequestSchema.parse({
    method,
    budget: `${Math.floor(costs.reduce((sum, cost) => sum + cost, 0) / 4)}.00`,
    initiatives: costs.map((cost, place) => ({ id: `i${place}`, cost: `${cost}.00` })),
    voters: Array.from({ length: voters }, (_, place) => ({
      id: `v${place}`,
      approvals: given[place % ballots] ?? {},
    })),
    timeLimitSeconds: 300,
  });
}
