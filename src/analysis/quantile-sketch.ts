/** Leading bits of a value that tell its bucket: values of one bucket differ by less than one part in 2^14. */
const KEPT_BITS = 14;
const EXACT_BELOW = 2 ** KEPT_BITS;

/** A sketch as JSON keeps it. */
export interface SketchDocument {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  /** A whole number as text, as it may be larger than a double holds. */
  readonly sum: string;
  readonly buckets: readonly (readonly [bucket: number, count: number])[];
}

/**
 * How a whole number is distributed over any number of points, in memory that does not grow with them: least, greatest and sum are exact, percentiles are
 * below the true ones by less than one part in 2^13. Sketches of parts add up to the sketch of the whole, in whatever order.
 */
export class QuantileSketch {
  #count = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  /** Sums of a chunk of points stay below 2^53. */
  #recent = 0;
  #sum = 0n;
  readonly #buckets = new Map<number, number>();

  static from(document: SketchDocument): QuantileSketch {
    const sketch = new QuantileSketch();
    sketch.add(document);
    return sketch;
  }

  /** @param value whole, at most 2^51 in size */
  see(value: number): void {
    this.#count += 1;
    this.#min = Math.min(this.#min, value);
    this.#max = Math.max(this.#max, value);
    this.#recent += value;
    if (Math.abs(this.#recent) >= 2 ** 52) this.#settle();
    const bucket = bucketOf(value);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
  }

  add({ count, min, max, sum, buckets }: SketchDocument): void {
    if (count === 0) return;
    this.#count += count;
    this.#min = Math.min(this.#min, min);
    this.#max = Math.max(this.#max, max);
    this.#sum += BigInt(sum);
    for (const [bucket, seen] of buckets) this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + seen);
  }

  get count(): number {
    return this.#count;
  }

  /** The least value that at least so large a fraction of the points does not exceed; undefined without points. */
  quantile(fraction: number): number | undefined {
    if (this.#count === 0) return undefined;
    const rank = Math.max(1, Math.ceil(fraction * this.#count));
    if (rank >= this.#count) return this.#max;
    let seen = 0;
    for (const [bucket, count] of this.#sorted()) {
      seen += count;
      if (seen >= rank) return Math.min(this.#max, Math.max(this.#min, leastOf(bucket)));
    }
    return this.#max;
  }

  /** Sum and count, for an exact mean. */
  get sum(): bigint {
    this.#settle();
    return this.#sum;
  }

  toDocument(): SketchDocument {
    const empty = this.#count === 0;
    return {
      count: this.#count,
      min: empty ? 0 : this.#min,
      max: empty ? 0 : this.#max,
      sum: String(this.sum),
      buckets: this.#sorted(),
    };
  }

  #sorted(): [number, number][] {
    return [...this.#buckets].sort(([first], [second]) => first - second);
  }

  #settle(): void {
    this.#sum += BigInt(this.#recent);
    this.#recent = 0;
  }
}

/** Buckets are numbered as their values are ordered. */
function bucketOf(value: number): number {
  if (value < 0) return -1 - bucketOf(-value);
  if (value < EXACT_BELOW) return value;
  const shift = Math.floor(Math.log2(value)) - KEPT_BITS + 1;
  // The logarithm of a number just below a power of two may be that power's.
  const kept = Math.floor(value / 2 ** shift);
  return shift * EXACT_BELOW + kept;
}

function leastOf(bucket: number): number {
  if (bucket < 0) return -leastOf(-1 - bucket);
  if (bucket < EXACT_BELOW) return bucket;
  const shift = Math.floor(bucket / EXACT_BELOW);
  const kept = bucket - shift * EXACT_BELOW;
  return kept * 2 ** shift;
}
