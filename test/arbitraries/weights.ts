import fc from 'fast-check';

/** Weights as keys have them: nearly equal ones, populations, counts with a tail, and whole powers apart. */
const weightArb = fc.oneof(
  fc.bigInt(1n, 3n),
  fc.bigInt(1n, 700_000n),
  fc.bigInt(0n, 12n).map((power) => 10n ** power),
);

/**
 * Whole weights for so many rows, at least one of them above zero.
 *
 * @param zeros how many of ten weights are zero, on average
 */
export function weightsArb(rows: number, zeros: number): fc.Arbitrary<bigint[]> {
  const cell = fc.oneof(
    { arbitrary: weightArb, weight: 10 - zeros },
    { arbitrary: fc.constant(0n), weight: zeros },
  );
  return fc
    .record({
      weights: fc.array(cell, { minLength: rows, maxLength: rows }),
      place: fc.nat(rows - 1),
      above: weightArb,
    })
    .map(({ weights, place, above }) =>
      weights.some((weight) => weight > 0n) ? weights : weights.with(place, above),
    );
}
