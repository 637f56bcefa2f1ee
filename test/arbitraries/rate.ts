import fc from 'fast-check';

/** Decimal text of ten-thousandths, from and up to whole counts of them, both included: −500 to 1000 is −0.05 to 0.1. */
export function tenThousandthsArb(from: number, upTo: number): fc.Arbitrary<string> {
  return fc.integer({ min: from, max: upTo }).map((count) => {
    const digits = String(Math.abs(count)).padStart(5, '0');
    return `${count < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
  });
}

/** A share: 0 and 1 more often than chance has them. */
export const shareTextArb: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: tenThousandthsArb(0, 10_000), weight: 4 },
  { arbitrary: fc.constantFrom('0', '1'), weight: 1 },
);

/** A year's index rate as the price and wage indices really move. */
export const indexRateTextArb: fc.Arbitrary<string> = tenThousandthsArb(-500, 1000);
