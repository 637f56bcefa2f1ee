/** Splits a double of 53 bits into two halves of at most 26 (Veltkamp). */
const SPLITTER = 2 ** 27 + 1;

/** What is above the quotient: `floors[part] + remainders[part] / divisor` is the quota of the part. */
export interface SafeQuotas {
  readonly floors: Float64Array;
  readonly remainders: Float64Array;
}

/**
 * floor(total · weight / divisor) and what remains, for every weight, without any rounding error.
 *
 * The product has up to 102 bits. It is held as the sum of two doubles (Dekker's product), like the product of the estimated quotient
 * with the divisor; their difference is a whole number below 2^53 and so is exact. The estimate may be off by one or
 * two, which the remainder shows and mends.
 *
 * @param total 0 … 2^51
 * @param divisor 1 … 2^51, not less than any weight
 */
export function divideProducts(total: number, weights: Float64Array, divisor: number): SafeQuotas {
  const count = weights.length;
  const floors = new Float64Array(count);
  const remainders = new Float64Array(count);
  const totalHigh = highHalf(total);
  const totalLow = total - totalHigh;
  const divisorHigh = highHalf(divisor);
  const divisorLow = divisor - divisorHigh;
  for (let part = 0; part < count; part++) {
    const weight = weights[part] ?? 0;
    const product = total * weight;
    let quotient = Math.floor(product / divisor);
    const taken = quotient * divisor;
    const weightHigh = highHalf(weight);
    const weightLow = weight - weightHigh;
    const quotientHigh = highHalf(quotient);
    const quotientLow = quotient - quotientHigh;
    const productRest =
      totalLow * weightLow -
      (product - totalHigh * weightHigh - totalLow * weightHigh - totalHigh * weightLow);
    const takenRest =
      quotientLow * divisorLow -
      (taken - quotientHigh * divisorHigh - quotientLow * divisorHigh - quotientHigh * divisorLow);
    let remainder = product - taken + (productRest - takenRest);
    while (remainder < 0) {
      quotient -= 1;
      remainder += divisor;
    }
    while (remainder >= divisor) {
      quotient += 1;
      remainder -= divisor;
    }
    floors[part] = quotient;
    remainders[part] = remainder;
  }
  return { floors, remainders };
}

function highHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}
