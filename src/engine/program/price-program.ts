import { SAFE_LIMIT } from '../compiled-key.ts';
import { digitsAt } from '../scaled.ts';
import type { OpenInputs } from './open-numbers.ts';
import { PricedYear } from './priced-year.ts';
import { Regulation } from './regulation.ts';
import { regulationPlan } from './regulation-plan.ts';
import { EXACT_BELOW } from './whole-sum.ts';
import { yearPlan } from './year-plan.ts';

/** Products of factors and prices must stay doubles: 10^308 is the largest. */
const MOST_DECIMALS = 250;

/** A number that a parameter sets, and what the parameter's units are multiplied by for its own. */
interface OpenPlace {
  readonly place: number;
  readonly parameter: number;
  readonly multiplier: number;
}

interface ProgramPlan {
  /** As whole numbers of their last decimal. */
  readonly numbers: Float64Array;
  readonly open: readonly OpenPlace[];
  readonly bases: FixedAndOpen;
  readonly regulation: Regulation;
  /** The first step from one year to the next that a parameter touches. */
  readonly firstStep: number;
  readonly years: readonly PricedYear[];
  /** Those of them that a parameter touches. */
  readonly openYears: readonly PricedYear[];
}

/** Base prices: the sum of those that stand, and the places of those that parameters set. */
interface FixedAndOpen {
  readonly fixedSum: number;
  readonly open: readonly number[];
}

/**
 * The prices of an agreement's years as a program of the numbers that vary: everything else is settled once, so a point takes microseconds.
 *
 * Prices are computed in doubles with a bound on their error. Each rounding and each place of a largest remainder is taken from them where
 * the bound leaves no doubt, and from whole numbers of any size where it does. So every øre is that of `priceFigures`.
 */
export class PriceProgram {
  readonly #plan: ProgramPlan;
  #isStarted = false;

  private constructor(plan: ProgramPlan) {
    this.#plan = plan;
  }

  /**
   * @param scales decimals of each parameter's values
   * @returns undefined where numbers are too wide for doubles: the engine computes these
   */
  static compile({ inputs, open }: OpenInputs, scales: readonly number[]): PriceProgram | undefined {
    const { numbers, shape } = inputs;
    const parameterOf = new Map(open.map(({ place, parameter }) => [place, parameter]));
    const isOpen = (place: number) => parameterOf.has(place);
    const scaleOf = (place: number) => {
      const parameter = parameterOf.get(place);
      return Math.max(numbers[place]?.scale ?? 0, parameter === undefined ? 0 : (scales[parameter] ?? 0));
    };
    const held = numbers.map((number, place) => digitsAt(number, scaleOf(place)));
    const bases = shape.cells.map(({ base }) => base);
    const isHeld =
      held.every((digits) => Math.abs(Number(digits)) < EXACT_BELOW) &&
      bases.every((place) => scaleOf(place) === numbers[place]?.scale);
    const steps = isHeld ? regulationPlan(shape, { scaleOf, isOpen }) : undefined;
    const regulation = steps && new Regulation(steps);
    if (!steps || !regulation || regulation.decimals(steps.length) > MOST_DECIMALS) return undefined;
    const openStep = steps.findIndex((step) => step.isOpen);
    const firstStep = openStep < 0 ? steps.length : openStep;
    const openBases = bases.filter(isOpen);
    const isAlwaysOpen =
      openBases.length > 0 || shape.solutions.some(({ reservedShare }) => isOpen(reservedShare));
    const years = shape.priced.map(
      (year) => new PricedYear(yearPlan(shape, year, regulation, scaleOf), regulation),
    );
    const fixedBases = bases.filter((place) => !isOpen(place));
    return new PriceProgram({
      numbers: Float64Array.from(held, Number),
      open: open.map(({ place, parameter }) => ({
        place,
        parameter,
        multiplier: 10 ** (scaleOf(place) - (scales[parameter] ?? 0)),
      })),
      bases: {
        fixedSum: fixedBases.reduce((sum, place) => sum + Number(held[place]), 0),
        open: openBases,
      },
      regulation,
      firstStep,
      years,
      openYears: isAlwaysOpen ? years : years.filter(({ age }) => age > firstStep),
    });
  }

  get years(): readonly PricedYear[] {
    return this.#plan.years;
  }

  /**
   * Computes all years where each parameter has a value.
   *
   * @param units the values, as whole numbers of their last decimal
   * @returns false where there is no price, or one that is beyond `SAFE_LIMIT`: the engine says which
   */
  run(units: Float64Array): boolean {
    const { numbers, open, regulation, firstStep, years, openYears } = this.#plan;
    const wasStarted = this.#isStarted;
    this.#isStarted = false;
    for (const { place, parameter, multiplier } of open) {
      const number = (units[parameter] ?? 0) * multiplier;
      if (!(Math.abs(number) < EXACT_BELOW)) return false;
      numbers[place] = number;
    }
    if (this.#baseSum() > SAFE_LIMIT) return false;
    if (!regulation.update(numbers, wasStarted ? firstStep : 0)) return false;
    for (const year of wasStarted ? openYears : years) if (!year.compute(numbers)) return false;
    this.#isStarted = true;
    return true;
  }

  #baseSum(): number {
    const { bases, numbers } = this.#plan;
    let sum = bases.fixedSum;
    for (const place of bases.open) sum += numbers[place] ?? 0;
    return sum;
  }
}
