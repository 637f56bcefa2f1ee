import type { History, RegulationStep } from './regulation-plan.ts';
import { sumAt, type WholeSum } from './whole-sum.ts';

/**
 * The factors by which base prices have grown, by years after the base year and by history: as doubles whose error is known, and exactly for
 * whoever is in doubt.
 */
export class Regulation {
  readonly #steps: readonly RegulationStep[];
  /** Whole numbers, each exact. */
  readonly #growths: readonly Float64Array[];
  readonly #rests: readonly Float64Array[];
  /** Products of these: times 10^`decimals(age)` what they stand for, each product rounded. */
  readonly #factors: readonly Float64Array[];

  constructor(steps: readonly RegulationStep[]) {
    this.#steps = steps;
    this.#growths = steps.map(({ growths }) => new Float64Array(growths.length));
    this.#rests = steps.map(({ rests }) => new Float64Array(rests.length));
    this.#factors = [Float64Array.of(1), ...steps.map(({ histories }) => new Float64Array(histories.length))];
  }

  factors(age: number): Float64Array {
    return this.#factors[age] ?? new Float64Array();
  }

  /** What each cell's factor is among those of an age. */
  historyOf(age: number, cell: number): number {
    return this.#steps[age - 1]?.historyOf[cell] ?? 0;
  }

  decimals(age: number): number {
    return this.#steps.slice(0, age).reduce((sum, { decimals }) => sum + decimals, 0);
  }

  /** Products that a factor of an age has been through. */
  roundings(age: number): number {
    return 2 * age;
  }

  /**
   * Computes the factors of the steps from a place on.
   *
   * @returns false where a year's prices cannot be computed so: nothing would be left of them, or a sum is too wide
   */
  update(numbers: Float64Array, from: number): boolean {
    for (let place = from; place < this.#steps.length; place++) {
      const step = this.#steps[place];
      const [growths, rests] = [this.#growths[place], this.#rests[place]];
      const [before, after] = [this.#factors[place], this.#factors[place + 1]];
      if (!step || !growths || !rests || !before || !after) return false;
      if (!sumAll(step.growths, numbers, growths) || !sumAll(step.rests, numbers, rests)) return false;
      multiply(step.histories, before, growths, rests, after);
    }
    return true;
  }

  /** The factors of an age, exactly. */
  exactFactors(age: number): readonly bigint[] {
    let factors: readonly bigint[] = [1n];
    for (const [place, { histories }] of this.#steps.slice(0, age).entries()) {
      const growths = Array.from(this.#growths[place] ?? [], BigInt);
      const rests = Array.from(this.#rests[place] ?? [], BigInt);
      factors = histories.map(
        ({ before, growth, rest }) => (factors[before] ?? 0n) * (growths[growth] ?? 0n) * (rests[rest] ?? 0n),
      );
    }
    return factors;
  }
}

/** @returns whether all sums are above zero and exact */
function sumAll(sums: readonly WholeSum[], numbers: Float64Array, results: Float64Array): boolean {
  let isHeld = true;
  for (let place = 0; place < results.length; place++) {
    const sum = sums[place];
    const result = sum === undefined ? Number.NaN : sumAt(sum, numbers);
    results[place] = result;
    isHeld &&= result > 0;
  }
  return isHeld;
}

function multiply(
  histories: readonly History[],
  before: Float64Array,
  growths: Float64Array,
  rests: Float64Array,
  after: Float64Array,
): void {
  for (let place = 0; place < after.length; place++) {
    const history = histories[place];
    if (history === undefined) continue;
    after[place] =
      (before[history.before] ?? 0) * (growths[history.growth] ?? 0) * (rests[history.rest] ?? 0);
  }
}
