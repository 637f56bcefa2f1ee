import type { Agreement } from '../src/agreement/agreement.ts';
import { type DecimalParameter, openInputs } from '../src/engine/program/open-numbers.ts';
import { PriceProgram } from '../src/engine/program/price-program.ts';
import type { Scaled } from '../src/engine/scaled.ts';
import type { ValuesInReach } from './parameter-values.ts';
import type { Detail, Sweep } from './sweep.ts';

/** Figures of each year beside those of the solutions: price, base budget and pool. */
const AGREEMENT_FIGURES = 3;

/** The figures of a sweep whose parameters are numbers that prices are computed from, thousands in the time of one by the engine. */
export class SweptPrices {
  readonly #program: PriceProgram;
  readonly #reaches: readonly ValuesInReach[];
  readonly #detail: Detail;
  /** Columns of each year. */
  readonly #width: number;
  readonly #units: Float64Array;
  readonly #figures: Float64Array;

  private constructor(
    program: PriceProgram,
    reaches: readonly ValuesInReach[],
    detail: Detail,
    solutions: number,
  ) {
    this.#program = program;
    this.#reaches = reaches;
    this.#detail = detail;
    this.#width = AGREEMENT_FIGURES + (detail === 'solutions' ? solutions : 0);
    this.#units = new Float64Array(reaches.length);
    // Solutions that are not in the agreement in a year keep no figure.
    this.#figures = new Float64Array(program.years.length * this.#width).fill(Number.NaN);
  }

  /** @returns undefined where the parameters do more than set numbers, or figures are split over municipalities */
  static of(
    { detail, years }: Sweep,
    agreement: Agreement,
    reaches: readonly ValuesInReach[],
    agreementAt: (places: readonly number[]) => Agreement | undefined,
  ): SweptPrices | undefined {
    if (detail === 'municipalities') return undefined;
    const tried = reaches.map(triedPlaces);
    const parameters = reaches.map((reach, parameter): DecimalParameter => {
      const [first = 0, ...others] = tried[parameter] ?? [];
      return { tried: [valueAt(reach, first), ...others.map((place) => valueAt(reach, place))] };
    });
    const open = openInputs(parameters, years, (places) =>
      agreementAt(places.map((place, parameter) => tried[parameter]?.[place] ?? 0)),
    );
    const program =
      open &&
      PriceProgram.compile(
        open,
        reaches.map(({ decimals }) => decimals),
      );
    return program && new SweptPrices(program, reaches, detail, agreement.solutions.length);
  }

  /** @returns undefined where the engine has to say what is the matter */
  figuresAt(places: readonly number[]): Float64Array | undefined {
    for (let parameter = 0; parameter < places.length; parameter++)
      this.#units[parameter] = this.#reaches[parameter]?.unitsAt(places[parameter] ?? 0) ?? 0;
    if (!this.#program.run(this.#units)) return undefined;
    const figures = this.#figures;
    let first = 0;
    for (const { price, pool, prices, catalogue } of this.#program.years) {
      figures[first] = price;
      figures[first + 1] = price - pool;
      figures[first + 2] = pool;
      if (this.#detail === 'solutions')
        for (let place = 0; place < prices.length; place++)
          figures[first + AGREEMENT_FIGURES + (catalogue[place] ?? 0)] = prices[place] ?? 0;
      first += this.#width;
    }
    return figures;
  }
}

/** A first value, the next that differs from it, and the last. */
function triedPlaces({ count, unitsAt }: ValuesInReach): number[] {
  const first = unitsAt(0);
  let other = 1;
  while (other < count && unitsAt(other) === first) other += 1;
  return [...new Set([0, Math.min(other, count - 1), count - 1])];
}

function valueAt({ unitsAt, decimals }: ValuesInReach, place: number): Scaled {
  return { digits: BigInt(unitsAt(place)), scale: decimals };
}
