const DIGIT_ZERO = 48;
const POINT = 46;
/** Eight digits are divided as 32-bit whole numbers, several times as fast as doubles; no safe number has more than sixteen. */
const HALF_DIGITS = 8;
const HALF = 10 ** HALF_DIGITS;

/** A text that is written many times, as bytes. */
export type Fragment = Buffer;

export function fragment(text: string): Fragment {
  return Buffer.from(text);
}

const MOST_BYTES_OF_A_CHARACTER = 3;

const MINUS = fragment('-');

/**
 * Writes JSON as bytes: an answer of ten thousand amounts consists of a few texts that come again and again, and of digits. As text
 * it would be made twice, once of pieces and once of bytes.
 */
export class JsonBytes {
  #bytes: Buffer;
  #end = 0;

  /** @param room bytes that are expected; there may be more */
  constructor(room: number) {
    this.#bytes = Buffer.allocUnsafeSlow(room);
  }

  write(text: Fragment): this {
    this.#reserve(this.#end + text.length);
    this.#bytes.set(text, this.#end);
    this.#end += text.length;
    return this;
  }

  text(text: string): this {
    this.#reserve(this.#end + MOST_BYTES_OF_A_CHARACTER * text.length);
    this.#end += this.#bytes.write(text, this.#end);
    return this;
  }

  /** Kroner with two decimals, of whole øre that a double holds. */
  kroner(ore: number): this {
    if (ore < 0) this.write(MINUS);
    const kroner = Math.floor(Math.abs(ore) / 100);
    const cents = Math.abs(ore) - kroner * 100;
    this.whole(kroner);
    this.#reserve(this.#end + 3);
    const [bytes, from] = [this.#bytes, this.#end];
    const tens = (cents / 10) | 0;
    bytes[from] = POINT;
    bytes[from + 1] = DIGIT_ZERO + tens;
    bytes[from + 2] = DIGIT_ZERO + cents - tens * 10;
    this.#end = from + 3;
    return this;
  }

  /** A whole number ≥ 0 that a double holds. */
  whole(value: number): this {
    const high = Math.floor(value / HALF);
    if (high === 0) return this.#putDigits(value, digitsOf(value));
    return this.#putDigits(high, digitsOf(high)).#putDigits(value - high * HALF, HALF_DIGITS);
  }

  /** Takes back the last bytes, to go on from there. */
  reopen(bytes: number): this {
    this.#end -= bytes;
    return this;
  }

  /** What has been written; the room is not copied. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }

  #putDigits(value: number, count: number): this {
    this.#reserve(this.#end + count);
    const bytes = this.#bytes;
    let left = value | 0;
    for (let place = this.#end + count - 1; place >= this.#end; place--) {
      const tenth = (left / 10) | 0;
      bytes[place] = DIGIT_ZERO + left - tenth * 10;
      left = tenth;
    }
    this.#end += count;
    return this;
  }

  #reserve(end: number): void {
    if (end <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(end, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = larger;
  }
}

/** Of a whole number below `HALF`; zero has one. */
function digitsOf(value: number): number {
  let count = 1;
  for (let limit = 10; value >= limit; limit *= 10) count += 1;
  return count;
}
