import type { Agreement } from '../agreement/agreement.ts';
import { apportion } from '../money/apportionment.ts';
import { exactFromOre, ONE, roundHalfAwayFromZero } from '../money/exact.ts';
import { type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { carryAmount } from '../pricing/price-level.ts';
import { accepted, collect, type Result } from '../refusal.ts';
import { type PoolReport, poolReport } from '../reporting/pool-report.ts';
import { amountUnder, type FundedInitiative, type PoolSpending } from '../reporting/pool-use.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import type { CriterionBenefit } from './benefit.ts';
import { addBenefits, type Fate, fatesOf } from './fates.ts';
import type { Plan, PlanYear } from './plan.ts';

/** What an area has put into the pool in a year and what the pool gives it. */
export interface AreaEffect {
  readonly area: string;
  readonly contributed: Ore;
  /** For initiatives that serve it, whatever they build on. */
  readonly received: Ore;
  /** received − contributed. */
  readonly net: Ore;
}

/** What the pool costs a municipality, what it gets, and what would be its part by what it pays. */
export interface MunicipalityPart {
  readonly municipality: string;
  readonly contributed: Ore;
  /** Its part, by beneficiary key, of what is spent on initiatives of which it is known who benefits. */
  readonly received: Ore;
  readonly benefit: Ore;
  /** All that is spent, in proportion to what each has paid in (*forholdsmæssig andel*); sums to what is spent. */
  readonly fairShare: Ore;
}

/** One year of a plan in money: contributed + carriedOver − committed = decided + free, what is before the board included. */
export interface PlanYearReport extends PoolReport {
  /** Of what is decided, what waits for the board. */
  readonly referred: Ore;
  readonly lapsed: Ore;
  /** In the order of the agreement. */
  readonly areas: readonly AreaEffect[];
  readonly parts: readonly MunicipalityPart[];
}

/** What becomes of a plan: of its initiatives, of the pool's money, and what it gives by each criterion. */
export interface PlanReport {
  readonly plan: Plan;
  readonly fates: readonly Fate[];
  readonly years: readonly PlanYearReport[];
  readonly cost: Ore;
  readonly benefits: readonly CriterionBenefit[];
}

/**
 * @param shares of the same years as the plan's
 * @returns refused with `index_missing`, where a benefit in kroner cannot be carried to the first year
 */
export function planReport(
  plan: Plan,
  years: readonly PlanYear[],
  shares: readonly YearShares[],
  agreement: Agreement,
): Result<PlanReport> {
  const fates = fatesOf(plan, years, agreement);
  if (!fates.ok) return fates;
  const reports = collect(
    years.flatMap((planYear, place) => {
      const ofYear = shares[place];
      return ofYear === undefined ? [] : [yearReport(plan, planYear, ofYear)];
    }),
  );
  if (!reports.ok) return reports;
  return accepted({
    plan,
    fates: fates.value,
    years: reports.value,
    cost: sumOre(reports.value.map(({ decided }) => decided)),
    benefits: addBenefits(fates.value.map(({ benefits }) => benefits)),
  });
}

function yearReport(
  { proposal }: Plan,
  { price, result, lapsed }: PlanYear,
  shares: YearShares,
): Result<PlanYearReport> {
  const known = collect(proposal.initiatives.map((initiative) => fundedInitiative(initiative, price)));
  if (!known.ok) return known;
  const spendings = [...result.moves, ...result.proposedMoves].flatMap(
    ({ year, from, to, amount }): PoolSpending[] =>
      from.kind === 'pool' && to.kind !== 'pool'
        ? [{ decision: proposal.proposal, year, solution: from.solution, amount, recipient: to }]
        : [],
  );
  const report = poolReport(price, shares, spendings, known.value);
  return accepted({
    ...report,
    referred: sumOre(result.proposedMoves.map(({ amount }) => amount)),
    lapsed,
    areas: areaEffects(price.agreement, report),
    parts: municipalityParts(report),
  });
}

function fundedInitiative(
  {
    initiative,
    title,
    area,
    targetSolution,
    benefit,
    priceLevelYear,
    beneficiaryKey,
  }: Plan['proposal']['initiatives'][number],
  { agreement, year }: PlanYear['price'],
): Result<FundedInitiative> {
  const perYear = carryAmount(agreement, benefit.perYear ?? ZERO_ORE, priceLevelYear, year);
  if (!perYear.ok) return perYear;
  return accepted({
    initiative,
    title,
    area,
    ...(targetSolution !== undefined && { target: targetSolution }),
    benefit: roundHalfAwayFromZero(perYear.value),
    ...(beneficiaryKey !== undefined && { beneficiaries: beneficiaryKey }),
  });
}

function areaEffects(
  { areas, solutions: described }: Agreement,
  { solutions, use }: PoolReport,
): AreaEffect[] {
  const areaOf = new Map(described.map(({ solution, area }) => [solution, area]));
  return areas.map(({ area }) => {
    const own = solutions.filter(({ solution }) => areaOf.get(solution) === area);
    const contributed = sumOre(own.map((one) => one.contributed));
    const received = amountUnder(area, use.areas);
    return { area, contributed, received, net: subtractOre(received, contributed) };
  });
}

/** Where nobody has paid in, what carried-over money gives falls to all alike. */
function municipalityParts({ municipalities, decided }: PoolReport): MunicipalityPart[] {
  const paid = municipalities.map(({ contributed }) => contributed);
  const weights = sumOre(paid) === 0n ? paid.map(() => ONE) : paid.map(exactFromOre);
  const fair = apportion(decided, weights);
  return municipalities.map(({ municipality, contributed, received, benefit }, row) => ({
    municipality,
    contributed,
    received,
    benefit,
    fairShare: fair[row] ?? ZERO_ORE,
  }));
}
