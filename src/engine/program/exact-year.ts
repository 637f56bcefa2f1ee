import { roundFraction, sumOfWhole } from '../apportion-whole.ts';
import type { Regulation } from './regulation.ts';
import type { SolutionPlan, YearPlan } from './year-plan.ts';

/** The prices of a year as whole numbers of any size, for what doubles leave in doubt. All are in one unit: øre times the plan's denominator. */
export class ExactYear {
  readonly #plan: YearPlan;
  readonly #regulation: Regulation;

  constructor(plan: YearPlan, regulation: Regulation) {
    this.#plan = plan;
    this.#regulation = regulation;
  }

  /** Whole øre, half upwards. */
  price(numbers: Float64Array): bigint {
    return roundFraction(sumOfWhole(this.sums(numbers)), this.#plan.denominator);
  }

  /** The prices of all solutions. */
  sums(numbers: Float64Array): bigint[] {
    const factors = this.#regulation.exactFactors(this.#plan.age);
    return this.#plan.solutions.map((solution) => sumOfWhole(this.#weigh(solution, factors, numbers)));
  }

  /** The prices of the cells of one solution. */
  cells(solution: SolutionPlan, numbers: Float64Array): bigint[] {
    return this.#weigh(solution, this.#regulation.exactFactors(this.#plan.age), numbers);
  }

  #weigh(
    { from, to, exactMembership }: SolutionPlan,
    factors: readonly bigint[],
    numbers: Float64Array,
  ): bigint[] {
    const { bases, histories } = this.#plan;
    const weights: bigint[] = [];
    for (let cell = from; cell < to; cell++) {
      const factor = factors[histories[cell] ?? 0] ?? 0n;
      weights.push(BigInt(numbers[bases[cell] ?? 0] ?? 0) * factor * exactMembership);
    }
    return weights;
  }
}
