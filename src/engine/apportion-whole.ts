/**
 * The largest remainder method on whole weights, part by part the same as `apportion` gives: made for few parts, so the largest
 * fractions are looked for one by one.
 *
 * @param total ≥ 0; zero when all weights are
 */
export function apportionWhole(total: bigint, weights: readonly bigint[]): bigint[] {
  const divisor = sumOfWhole(weights);
  if (divisor === 0n) return weights.map(() => 0n);
  const parts: bigint[] = [];
  const remainders: bigint[] = [];
  let left = total;
  for (const weight of weights) {
    const numerator = total * weight;
    const floor = numerator / divisor;
    parts.push(floor);
    remainders.push(numerator - floor * divisor);
    left -= floor;
  }
  for (; left > 0n; left -= 1n) {
    const place = largestPlace(remainders);
    parts[place] = (parts[place] ?? 0n) + 1n;
    remainders[place] = -1n;
  }
  return parts;
}

export function sumOfWhole(parts: readonly bigint[]): bigint {
  let sum = 0n;
  for (const part of parts) sum += part;
  return sum;
}

/** Of equal ones the first. */
function largestPlace(values: readonly bigint[]): number {
  let largest = 0;
  for (let place = 1; place < values.length; place++) {
    if ((values[place] ?? 0n) > (values[largest] ?? 0n)) largest = place;
  }
  return largest;
}

/** Of a fraction ≥ 0 to a whole number, half upwards: half away from zero. */
export function roundFraction(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
