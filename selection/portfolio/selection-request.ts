import type { SelectionRequest } from '../../data/schema/selection.ts';
import {
  divide,
  type Exact,
  exactFromInteger,
  greatestCommonDivisor,
  multiply,
  overCommonDenominator,
  roundDown,
  sign,
  sum,
} from '../../src/money/exact.ts';
import { kronerFromOre, type Ore } from '../../src/money/ore.ts';
import { idOf, type MoneyLimit, type StartingCandidate } from '../../src/portfolio/candidates.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';

/** A municipality as a voter: what it holds of the budget, and what part it has in the benefit of each initiative. */
export interface MunicipalVoter {
  readonly municipality: string;
  readonly endowment: Ore;
  /** By initiative: its part of all. Nobody has a part in what says nothing of who benefits. */
  readonly partOf: ReadonlyMap<string, Exact>;
}

/** A candidate at the cost that is to be paid now, and the part of its benefit that counts for it. */
export interface PricedCandidate {
  readonly candidate: StartingCandidate;
  readonly cost: Ore;
  readonly part: Exact;
}

/** How a portfolio is to be chosen from; as in a selection request, see there. */
export type MethodSettings = Pick<
  SelectionRequest,
  'method' | 'utility' | 'completion' | 'tieBreak' | 'timeLimitSeconds'
>;

/**
 * The selection that chooses among candidates, within limits of money, by their weighted benefit. With Equal Shares municipalities are
 * the voters, and their points are their parts of the benefit, in whole billionths.
 *
 * @returns refused with `weights_too_fine`
 */
export function portfolioRequest(
  { method, utility, completion, tieBreak, timeLimitSeconds }: MethodSettings,
  priced: readonly PricedCandidate[],
  budget: Ore,
  limits: readonly MoneyLimit[],
  must: readonly string[],
  voters: readonly MunicipalVoter[],
): Result<SelectionRequest> {
  const hasVoters = method === 'equal-shares';
  const benefits = hasVoters ? [] : decimalsOf(priced.map(({ candidate }) => candidate.value));
  if (benefits === undefined) return refused(WEIGHTS_TOO_FINE);
  const known = new Set(priced.map(({ candidate }) => idOf(candidate)));
  return accepted({
    method,
    utility,
    completion,
    tieBreak,
    timeLimitSeconds,
    budget: kronerFromOre(budget),
    initiatives: priced.map(({ candidate, cost }, place) => {
      const { initiative } = candidate;
      const id = idOf(candidate);
      const benefit = benefits[place];
      const used = limits.flatMap(({ resource, use }) => {
        const amount = use.get(id);
        return amount === undefined ? [] : [[resource, kronerFromOre(amount)] as const];
      });
      return {
        id,
        cost: kronerFromOre(cost),
        ...(benefit !== undefined && { benefit }),
        area: initiative.area,
        dependsOn: initiative.dependsOn.filter((other) => known.has(other)),
        excludes: initiative.excludes.filter((other) => known.has(other)),
        resources: Object.fromEntries(used),
      };
    }),
    ...(hasVoters && { voters: voters.map((voter) => voterDocument(voter, priced)) }),
    constraints: {
      limits: Object.fromEntries(limits.map(({ resource, limit }) => [resource, kronerFromOre(limit)])),
      must: [...must],
    },
    add1Step: '1.00',
    explain: {},
  });
}

type VoterDocument = NonNullable<SelectionRequest['voters']>[number];

const BILLION = exactFromInteger(1_000_000_000n);

function voterDocument(
  { municipality, endowment, partOf }: MunicipalVoter,
  priced: readonly PricedCandidate[],
): VoterDocument {
  const approvals = priced.flatMap(({ candidate, part }) => {
    const own = partOf.get(idOf(candidate));
    if (own === undefined) return [];
    const benefit = multiply(candidate.value, part);
    const points = roundDown(multiply(multiply(benefit, own), BILLION));
    return points > 0n ? [[idOf(candidate), String(points)] as const] : [];
  });
  return { id: municipality, endowment: kronerFromOre(endowment), approvals: Object.fromEntries(approvals) };
}

/** Parts of weights, which sum to one; none where nobody has any. */
export function partsOf(weights: readonly Exact[]): readonly Exact[] | undefined {
  const total = sum(weights);
  return sign(total) === 0 ? undefined : weights.map((weight) => divide(weight, total));
}

const MOST_DIGITS = 31;
const MOST_WHOLE_DIGITS = 13;
const MOST_DECIMALS = 18;

/**
 * Values as decimals in one unit of their own: what is chosen does not change when all are multiplied by a number. Undefined when
 * they need more digits than a decimal may have.
 */
function decimalsOf(values: readonly Exact[]): string[] | undefined {
  const { numerators } = overCommonDenominator(values);
  const divisor = numerators.reduce(greatestCommonDivisor, 0n) || 1n;
  const whole = numerators.map((numerator) => numerator / divisor);
  const digits = Math.max(...whole.map((number) => String(number).length), 0);
  if (digits > MOST_DIGITS) return undefined;
  if (digits <= MOST_WHOLE_DIGITS) return whole.map(String);
  return whole.map((number) => {
    const text = String(number).padStart(MOST_DECIMALS + 1, '0');
    return `${text.slice(0, -MOST_DECIMALS)}.${text.slice(-MOST_DECIMALS)}`;
  });
}

const WEIGHTS_TOO_FINE: Refusal = {
  code: 'weights_too_fine',
  path: ['methods'],
  message: {
    da: 'Vægte og point har tilsammen så mange decimaler, at gevinsterne ikke kan skrives præcist.',
    en: 'Weights and points have so many decimals together that the benefits cannot be written exactly.',
  },
  remedy: { da: 'Brug færre decimaler i vægtene.', en: 'Use fewer decimals in the weights.' },
};
