const RAISED = -1;

/**
 * The largest remainder method on weights that carry rounding errors: it gives the parts of the exact weights, or says that the errors leave
 * a doubt.
 *
 * A floor is certain when the quota is farther from whole numbers than its error may be, and who gets what is left when the fractions that
 * decide it are farther apart than both their errors.
 */
export class RoundedSplit {
  /** > 0 */
  readonly weights: Float64Array;
  /** The floors of the quotas; after `raise` the parts. */
  readonly parts: Float64Array;
  readonly #fractions: Float64Array;
  readonly #tolerance: number;
  #from = 0;
  #to = 0;
  #left = 0;
  /** Fractions that are farther apart are so exactly. */
  #apart = 0;

  /** @param tolerance how far a quota may be from the exact one, as a fraction of it */
  constructor(count: number, tolerance: number) {
    this.weights = new Float64Array(count);
    this.parts = new Float64Array(count);
    this.#fractions = new Float64Array(count);
    this.#tolerance = tolerance;
  }

  /**
   * The floors of the quotas of some of the weights, from the first to before the last.
   *
   * @param total whole, 0 … 2^51
   * @param sum of these weights
   * @param largest of them
   * @returns whether they are certain
   */
  divide(total: number, sum: number, largest: number, from: number, to: number): boolean {
    const { weights, parts } = this;
    const fractions = this.#fractions;
    const ratio = total / sum;
    const doubt = largest * ratio * this.#tolerance;
    const most = 1 - doubt;
    let left = total;
    let isCertain = true;
    for (let part = from; part < to; part++) {
      const quota = (weights[part] ?? 0) * ratio;
      const floor = Math.floor(quota);
      const fraction = quota - floor;
      parts[part] = floor;
      fractions[part] = fraction;
      left -= floor;
      if (!(fraction > doubt && fraction < most)) isCertain = false;
    }
    this.#from = from;
    this.#to = to;
    this.#left = left;
    this.#apart = 2 * doubt;
    return isCertain;
  }

  /** One more to each of the largest fractions until nothing is left; returns whether it is certain which these are. */
  raise(): boolean {
    const fractions = this.#fractions;
    let least = Number.POSITIVE_INFINITY;
    for (let left = this.#left; left > 0; left--) {
      const part = this.#largest();
      least = fractions[part] ?? 0;
      fractions[part] = RAISED;
      this.parts[part] = (this.parts[part] ?? 0) + 1;
    }
    return least - (fractions[this.#largest()] ?? 0) > this.#apart;
  }

  /** What a part is after it may have been raised, the others left alone; NaN when that is in doubt. */
  partAt(part: number): number {
    const fractions = this.#fractions;
    const fraction = fractions[part] ?? 0;
    const apart = this.#apart;
    const to = this.#to;
    let larger = 0;
    for (let other = this.#from; other < to; other++) {
      const difference = (fractions[other] ?? 0) - fraction;
      // Rounds up to 1 where the other is larger, and to 0 where it is not.
      larger += Math.ceil(difference);
      if (Math.abs(difference) <= apart && other !== part) return Number.NaN;
    }
    return (this.parts[part] ?? 0) + (larger < this.#left ? 1 : 0);
  }

  #largest(): number {
    const fractions = this.#fractions;
    const to = this.#to;
    let place = this.#from;
    let largest = fractions[place] ?? 0;
    for (let part = place + 1; part < to; part++) {
      const fraction = fractions[part] ?? 0;
      if (fraction <= largest) continue;
      largest = fraction;
      place = part;
    }
    return place;
  }
}
