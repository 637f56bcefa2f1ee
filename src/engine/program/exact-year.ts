import { roundFraction } from '../apportion-whole.ts';
import { powerOfTen } from '../scaled.ts';
import type { Membership } from './price-inputs.ts';
import type { Regulation } from './regulation.ts';

/** The prices of a year as whole numbers of any size, for what doubles leave in doubt. */
export class ExactYear {
  readonly #age: number;
  readonly #regulation: Regulation;
  readonly #bases: Int32Array;
  readonly #histories: Int32Array;
  readonly #solutions: readonly { readonly from: number; readonly to: number }[];
  /** By solution, over `#unit`. */
  readonly #memberships: readonly bigint[] | undefined;
  readonly #unit: bigint;

  /**
   * @param bases of each cell where its base price stands among the numbers
   * @param histories of each cell its factor among those of the year
   * @param solutions the cells of each, from the first to before the last
   */
  constructor(
    age: number,
    regulation: Regulation,
    bases: Int32Array,
    histories: Int32Array,
    solutions: readonly { readonly from: number; readonly to: number }[],
    memberships: readonly Membership[] | undefined,
  ) {
    const denominators = new Set(memberships?.map(({ denominator }) => denominator));
    const unit = denominators.values().reduce((product, denominator) => product * denominator, 1n);
    this.#age = age;
    this.#regulation = regulation;
    this.#bases = bases;
    this.#histories = histories;
    this.#solutions = solutions;
    this.#memberships = memberships?.map(({ numerator, denominator }) => numerator * (unit / denominator));
    this.#unit = unit;
  }

  /** Whole øre, half upwards. */
  price(numbers: Float64Array): bigint {
    const sum = this.sums(numbers).reduce((total, part) => total + part, 0n);
    return roundFraction(sum, powerOfTen(this.#regulation.decimals(this.#age)) * this.#unit);
  }

  /** The prices of all solutions, in a unit that they share with all cells. */
  sums(numbers: Float64Array): bigint[] {
    const factors = this.#regulation.exactFactors(this.#age);
    return this.#solutions.map((_, place) => {
      let sum = 0n;
      for (const cell of this.#weigh(place, factors, numbers)) sum += cell;
      return sum;
    });
  }

  /** The prices of the cells of one solution. */
  cells(place: number, numbers: Float64Array): bigint[] {
    return this.#weigh(place, this.#regulation.exactFactors(this.#age), numbers);
  }

  #weigh(place: number, factors: readonly bigint[], numbers: Float64Array): bigint[] {
    const solution = this.#solutions[place];
    if (solution === undefined) return [];
    const membership = this.#memberships?.[place] ?? 1n;
    const weights: bigint[] = [];
    for (let cell = solution.from; cell < solution.to; cell++) {
      const factor = factors[this.#histories[cell] ?? 0] ?? 0n;
      weights.push(BigInt(numbers[this.#bases[cell] ?? 0] ?? 0) * factor * membership);
    }
    return weights;
  }
}
