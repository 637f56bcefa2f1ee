import fc from 'fast-check';
import type { AllocationKeyDocument, PlainKeyDocument } from '../../data/schema/allocation-key.ts';
import { shareTextArb, tenThousandthsArb } from './rate.ts';

/** A key without limits that gives the first municipality named a weight above zero, so that somebody always pays. */
function plainKeyDocumentArb(codes: readonly string[]): fc.Arbitrary<PlainKeyDocument> {
  const [first = '', ...others] = codes;
  return fc.oneof(
    fc.constant({ kind: 'population' } as const),
    fc.constant({ kind: 'equal' } as const),
    fc.record({
      kind: fc.constant('population-tiered' as const),
      threshold: fc.constantFrom(1, 20_000, 150_000),
      weightAbove: shareTextArb,
    }),
    fc
      .record({
        own: tenThousandthsArb(1, 2_000_000),
        others: fc.dictionary(fc.constantFrom(...others, first), tenThousandthsArb(0, 2_000_000)),
      })
      .map(({ own, others: weights }) => ({
        kind: 'weights' as const,
        weights: { ...weights, [first]: own },
      })),
  );
}

/** A mix of two keys whose shares are one whole. */
function mixDocumentArb(codes: readonly string[]): fc.Arbitrary<AllocationKeyDocument> {
  const plain = plainKeyDocumentArb(codes);
  return fc.record({ share: fc.nat(100), first: plain, second: plain }).map(({ share, first, second }) => ({
    kind: 'mix',
    parts: [
      { share: hundredths(share), key: first },
      { share: hundredths(100 - share), key: second },
    ],
  }));
}

/**
 * Every kind of key over the municipalities named, of which the first always has weight. Some limit how far an
 * amount may fall; none limits its rise, which a year in which others leave could not keep.
 */
export function allocationKeyDocumentArb(codes: readonly string[]): fc.Arbitrary<AllocationKeyDocument> {
  const unlimited = fc.oneof(plainKeyDocumentArb(codes), mixDocumentArb(codes));
  const limited = fc
    .tuple(unlimited, tenThousandthsArb(5000, 10_000))
    .map(([key, fall]) => ({ ...key, limits: { fall } }));
  return fc.oneof({ arbitrary: unlimited, weight: 4 }, { arbitrary: limited, weight: 1 });
}

function hundredths(count: number): string {
  return `${Math.floor(count / 100)}.${String(count % 100).padStart(2, '0')}`;
}
