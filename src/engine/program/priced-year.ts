import { apportionWhole, roundFraction } from '../apportion-whole.ts';
import { SAFE_LIMIT } from '../compiled-key.ts';
import { powerOfTen } from '../scaled.ts';
import { ExactYear } from './exact-year.ts';
import type { Regulation } from './regulation.ts';
import { RoundedSplit } from './rounded-split.ts';
import { EXACT_BELOW } from './whole-sum.ts';
import type { SolutionPlan, YearPlan } from './year-plan.ts';

/** The price of one year, computed again for every point. */
export class PricedYear {
  readonly age: number;
  /** Where the solutions of the year stand in the catalogue. */
  readonly catalogue: readonly number[];
  /** Whole øre. */
  price = 0;
  pool = 0;

  readonly #plan: YearPlan;
  readonly #exact: ExactYear;
  /** Without that of memberships, which are fractions here. */
  readonly #denominator: number;
  readonly #factors: Float64Array;
  readonly #cells: RoundedSplit;
  readonly #sums: RoundedSplit;
  /** The largest weight of each solution's cells, and of the solutions. */
  readonly #largestCells: Float64Array;
  #largestSum = 0;

  constructor(plan: YearPlan, regulation: Regulation) {
    this.age = plan.age;
    this.catalogue = plan.catalogue;
    this.#plan = plan;
    this.#exact = new ExactYear(plan, regulation);
    this.#denominator = Number(powerOfTen(regulation.decimals(plan.age)));
    this.#factors = regulation.factors(plan.age);
    this.#cells = new RoundedSplit(plan.bases.length, plan.tolerance);
    this.#sums = new RoundedSplit(plan.solutions.length, plan.tolerance);
    this.#largestCells = new Float64Array(plan.solutions.length);
  }

  /** Whole øre, of each solution of the year. */
  get prices(): Float64Array {
    return this.#sums.parts;
  }

  /** @returns false when the price is beyond `SAFE_LIMIT` */
  compute(numbers: Float64Array): boolean {
    const { solutions } = this.#plan;
    const total = this.#weigh(numbers);
    const price = this.#rounded(total / this.#denominator, numbers);
    if (!(price <= SAFE_LIMIT)) return false;
    this.price = price;
    const isCertain =
      this.#sums.divide(price, total, this.#largestSum, 0, solutions.length) && this.#sums.raise();
    if (!isCertain) this.prices.set(apportionWhole(BigInt(price), this.#exact.sums(numbers)).map(Number));
    this.pool = 0;
    for (let place = 0; place < solutions.length; place++) this.pool += this.#poolOf(place, numbers);
    return true;
  }

  /** The prices of cells and solutions before they are rounded, times the denominator; returns their sum. */
  #weigh(numbers: Float64Array): number {
    const { solutions, bases, histories } = this.#plan;
    const { weights } = this.#cells;
    const sums = this.#sums.weights;
    const largestCells = this.#largestCells;
    const factors = this.#factors;
    let total = 0;
    let largestSum = 0;
    for (let place = 0; place < solutions.length; place++) {
      const solution = solutions[place];
      if (solution === undefined) continue;
      const { from, to, membership } = solution;
      let sum = 0;
      let largest = 0;
      for (let cell = from; cell < to; cell++) {
        const base = numbers[bases[cell] ?? 0] ?? 0;
        const weight = base * (factors[histories[cell] ?? 0] ?? 0) * membership;
        weights[cell] = weight;
        sum += weight;
        if (weight > largest) largest = weight;
      }
      sums[place] = sum;
      largestCells[place] = largest;
      total += sum;
      if (sum > largestSum) largestSum = sum;
    }
    this.#largestSum = largestSum;
    return total;
  }

  #rounded(price: number, numbers: Float64Array): number {
    const floor = Math.floor(price);
    const aboveHalf = price - floor - 0.5;
    if (Math.abs(aboveHalf) > price * this.#plan.tolerance) return aboveHalf < 0 ? floor : floor + 1;
    return Number(this.#exact.price(numbers));
  }

  /** Reserved share of the solution's business maintenance. */
  #poolOf(place: number, numbers: Float64Array): number {
    const solution = this.#plan.solutions[place];
    if (solution === undefined) return 0;
    const certain = this.#certainBusiness(place, solution);
    const business = Number.isNaN(certain) ? this.#exactBusiness(place, solution, numbers) : certain;
    return roundedProduct(business, numbers[solution.share] ?? 0, solution.shareUnit);
  }

  #certainBusiness(place: number, { from, to, reservable }: SolutionPlan): number {
    const price = this.prices[place] ?? 0;
    if (reservable.length === 0) return 0;
    if (reservable.length === to - from) return price;
    const sum = this.#sums.weights[place] ?? 0;
    if (!this.#cells.divide(price, sum, this.#largestCells[place] ?? 0, from, to)) return Number.NaN;
    let business = 0;
    for (let part = 0; part < reservable.length; part++)
      business += this.#cells.partAt(reservable[part] ?? 0);
    return business;
  }

  #exactBusiness(place: number, solution: SolutionPlan, numbers: Float64Array): number {
    const { from, reservable } = solution;
    const price = BigInt(this.prices[place] ?? 0);
    const amounts = apportionWhole(price, this.#exact.cells(solution, numbers));
    return reservable.reduce((total, cell) => total + Number(amounts[cell - from] ?? 0n), 0);
  }
}

/** An amount times `digits / unit`, half upwards. */
function roundedProduct(amount: number, digits: number, unit: number): number {
  const product = amount * digits;
  if (product >= EXACT_BELOW) return Number(roundFraction(BigInt(amount) * BigInt(digits), BigInt(unit)));
  // At a whole number the quotient of doubles may be off, but what is then left over tells so.
  const floor = Math.floor(product / unit);
  const rest = product - floor * unit;
  return floor + (2 * rest >= unit ? 1 : 0);
}
