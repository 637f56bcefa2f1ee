import { apportionWhole, roundFraction } from '../apportion-whole.ts';
import { SAFE_LIMIT } from '../compiled-key.ts';
import { powerOfTen } from '../scaled.ts';
import { ExactYear } from './exact-year.ts';
import type { PricedYearShape, PriceShape } from './price-inputs.ts';
import type { Regulation } from './regulation.ts';
import { RoundedSplit } from './rounded-split.ts';

/** The largest relative error of one rounding. */
const ROUNDOFF = 2 ** -53;
/** Of the last steps: a membership factor (3) and its product, twice; the ratio of total and sum, the quota, its fraction, the bound itself. */
const OTHER_ROUNDINGS = 16;
const EXACT_BELOW = 2 ** 52;

/** A solution of the year: its cells among those of the year, and what of them goes to the pool. */
interface SolutionPlan {
  readonly from: number;
  readonly to: number;
  /** Cells of business maintenance. */
  readonly reservable: readonly number[];
  /** Where its reserved share stands among the numbers, and what that is a fraction of. */
  readonly share: number;
  readonly shareUnit: number;
  /** What is left of its price after withdrawals, but for rounding errors. */
  readonly membership: number;
}

/** The price of one year, computed again for every point. */
export class PricedYear {
  /** Years after the base year. */
  readonly age: number;
  /** Where the solutions of the year stand in the catalogue. */
  readonly solutions: readonly number[];
  /** Whole øre. */
  price = 0;
  pool = 0;

  readonly #exact: ExactYear;
  readonly #denominator: number;
  readonly #plans: readonly SolutionPlan[];
  /** By cell: where its base price stands among the numbers, and its history. */
  readonly #bases: Int32Array;
  readonly #histories: Int32Array;
  readonly #factors: Float64Array;
  readonly #tolerance: number;
  readonly #cells: RoundedSplit;
  readonly #sums: RoundedSplit;
  /** The largest weight of each solution's cells, and of the solutions. */
  readonly #largestCells: Float64Array;
  #largestSum = 0;

  constructor(
    shape: PriceShape,
    year: PricedYearShape,
    regulation: Regulation,
    scaleOf: (place: number) => number,
  ) {
    const { age, solutions, memberships } = year;
    const included = solutions.flatMap((place) => shape.solutions[place] ?? []);
    const places = included.flatMap(({ cells: [first, end] }) =>
      Array.from({ length: end - first }, (_, offset) => first + offset),
    );
    const cells = places.flatMap((place) => shape.cells[place] ?? []);
    const mostCells = Math.max(0, ...included.map(({ cells: [first, end] }) => end - first));
    this.age = age;
    this.solutions = solutions;
    this.#denominator = Number(powerOfTen(regulation.decimals(age)));
    this.#factors = regulation.factors(age);
    this.#bases = Int32Array.from(cells, ({ base }) => base);
    this.#histories = Int32Array.from(places, (cell) => regulation.historyOf(age, cell));
    let end = 0;
    this.#plans = included.map(({ cells: [first, last], reservedShare }, place): SolutionPlan => {
      const from = end;
      end += last - first;
      const membership = memberships?.[place];
      return {
        from,
        to: end,
        reservable: [...cells.keys()].filter(
          (cell) => cell >= from && cell < end && cells[cell]?.isReservable === true,
        ),
        share: reservedShare,
        shareUnit: Number(powerOfTen(scaleOf(reservedShare))),
        membership: membership ? Number(membership.numerator) / Number(membership.denominator) : 1,
      };
    });
    this.#tolerance =
      (2 * (regulation.roundings(age) + mostCells) + included.length + OTHER_ROUNDINGS) * ROUNDOFF;
    this.#cells = new RoundedSplit(cells.length, this.#tolerance);
    this.#sums = new RoundedSplit(included.length, this.#tolerance);
    this.#largestCells = new Float64Array(included.length);
    this.#exact = new ExactYear(age, regulation, this.#bases, this.#histories, this.#plans, memberships);
  }

  /** Whole øre, of each solution of the year. */
  get prices(): Float64Array {
    return this.#sums.parts;
  }

  /** @returns false when the price is beyond `SAFE_LIMIT` */
  compute(numbers: Float64Array): boolean {
    const total = this.#weigh(numbers);
    const price = this.#rounded(total / this.#denominator, numbers);
    if (!(price <= SAFE_LIMIT)) return false;
    this.price = price;
    const isCertain =
      this.#sums.divide(price, total, this.#largestSum, 0, this.#plans.length) && this.#sums.raise();
    if (!isCertain) this.prices.set(apportionWhole(BigInt(price), this.#exact.sums(numbers)).map(Number));
    this.pool = 0;
    for (let place = 0; place < this.#plans.length; place++) this.pool += this.#poolOf(place, numbers);
    return true;
  }

  /** The prices of cells and solutions before they are rounded, times the denominator; returns their sum. */
  #weigh(numbers: Float64Array): number {
    const { weights } = this.#cells;
    const sums = this.#sums.weights;
    const bases = this.#bases;
    const histories = this.#histories;
    const factors = this.#factors;
    let total = 0;
    let largestSum = 0;
    for (let place = 0; place < this.#plans.length; place++) {
      const plan = this.#plans[place];
      if (plan === undefined) continue;
      const { from, to, membership } = plan;
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
      this.#largestCells[place] = largest;
      total += sum;
      if (sum > largestSum) largestSum = sum;
    }
    this.#largestSum = largestSum;
    return total;
  }

  #rounded(price: number, numbers: Float64Array): number {
    const floor = Math.floor(price);
    const aboveHalf = price - floor - 0.5;
    if (Math.abs(aboveHalf) > price * this.#tolerance) return aboveHalf < 0 ? floor : floor + 1;
    return Number(this.#exact.price(numbers));
  }

  /** Reserved share of the solution's business maintenance. */
  #poolOf(place: number, numbers: Float64Array): number {
    const plan = this.#plans[place];
    if (plan === undefined) return 0;
    const certain = this.#certainBusiness(place, plan);
    const business = Number.isNaN(certain) ? this.#exactBusiness(place, plan, numbers) : certain;
    return roundedProduct(business, numbers[plan.share] ?? 0, plan.shareUnit);
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

  #exactBusiness(place: number, { from, reservable }: SolutionPlan, numbers: Float64Array): number {
    const amounts = apportionWhole(BigInt(this.prices[place] ?? 0), this.#exact.cells(place, numbers));
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
