/** Leading bits of a value that tell its bucket: values of one bucket differ by less than one part in 2^14. */
const KEPT_BITS = 14;
const EXACT_BELOW = 2 ** KEPT_BITS;
const NEAR_BUCKETS = 2 ** 11;
const LARGEST_RECENT = 2 ** 52;

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
  /** Counts of the buckets around the first value, which nearly all values meet; the others are in the map. */
  readonly #near = new Uint32Array(NEAR_BUCKETS);
  #firstNear = Number.NaN;
  readonly #far = new Map<number, number>();

  static from(document: SketchDocument): QuantileSketch {
    const sketch = new QuantileSketch();
    sketch.add(document);
    return sketch;
  }

  /** @param value whole, at most 2^51 in size */
  see(value: number): void {
    this.#count += 1;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    this.#recent += value;
    if (Math.abs(this.#recent) >= LARGEST_RECENT) this.#settle();
    this.#countIn(bucketOf(value), 1);
  }

  add({ count, min, max, sum, buckets }: SketchDocument): void {
    if (count === 0) return;
    this.#count += count;
    this.#min = Math.min(this.#min, min);
    this.#max = Math.max(this.#max, max);
    this.#sum += BigInt(sum);
    for (const [bucket, seen] of buckets) this.#countIn(bucket, seen);
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

  #countIn(bucket: number, count: number): void {
    if (Number.isNaN(this.#firstNear)) this.#firstNear = bucket - NEAR_BUCKETS / 2;
    const place = bucket - this.#firstNear;
    const seen = place >= 0 && place < NEAR_BUCKETS ? this.#near[place] : undefined;
    if (seen === undefined) this.#far.set(bucket, (this.#far.get(bucket) ?? 0) + count);
    else this.#near[place] = seen + count;
  }

  #sorted(): [number, number][] {
    const buckets = [...this.#far];
    for (const [place, count] of this.#near.entries())
      if (count > 0) buckets.push([this.#firstNear + place, count]);
    return buckets.sort(([first], [second]) => first - second);
  }

  #settle(): void {
    this.#sum += BigInt(this.#recent);
    this.#recent = 0;
  }
}

const bits = new DataView(new ArrayBuffer(8));
const MANTISSA_BITS = 20;
const EXPONENT_BIAS = 1023;

/** Buckets are numbered as their values are ordered. */
function bucketOf(value: number): number {
  if (value < 0) return -1 - bucketOf(-value);
  if (value < EXACT_BELOW) return value;
  // The upper half of a double holds its exponent and the first 20 bits after the leading one.
  bits.setFloat64(0, value);
  const upper = bits.getUint32(0);
  const shift = (upper >>> MANTISSA_BITS) - EXPONENT_BIAS - KEPT_BITS + 1;
  const kept =
    (EXACT_BELOW >>> 1) | ((upper >>> (MANTISSA_BITS - KEPT_BITS + 1)) & ((EXACT_BELOW >>> 1) - 1));
  return shift * EXACT_BELOW + kept;
}

function leastOf(bucket: number): number {
  if (bucket < 0) return -leastOf(-1 - bucket);
  if (bucket < EXACT_BELOW) return bucket;
  const shift = Math.floor(bucket / EXACT_BELOW);
  const kept = bucket - shift * EXACT_BELOW;
  return kept * 2 ** shift;
}
