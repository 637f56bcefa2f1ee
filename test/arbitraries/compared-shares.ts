import fc from 'fast-check';
import type { ComparedShares } from '../../src/comparison/scenario-result.ts';
import { ore } from '../../src/money/ore.ts';

const CODES = ['0101', '0147', '0461'] as const;

/** Most scenarios have all members, so that most can be held against each other. */
const membersArb = fc.oneof(
  { arbitrary: fc.constant([...CODES]), weight: 5 },
  { arbitrary: fc.subarray([...CODES]), weight: 1 },
);

/** Amounts of 0 to 2 øre, so that equal, cheaper and dearer all come up often. */
function sharesArb(id: string): fc.Arbitrary<ComparedShares> {
  return fc
    .tuple(membersArb, fc.array(fc.bigInt(0n, 2n), { minLength: CODES.length, maxLength: CODES.length }))
    .map(([members, amounts]) => ({
      id,
      years: [
        {
          year: 2026,
          solutions: ['aula'],
          municipalities: members.map((municipality, place) => {
            const amount = ore(amounts[place] ?? 0n);
            return { municipality, population: 1n, amount, amounts: [amount] };
          }),
        },
      ],
    }));
}

/** Several scenarios of one year in which the same few municipalities pay next to nothing. */
export const comparedSharesArb: fc.Arbitrary<ComparedShares[]> = fc
  .integer({ min: 2, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => sharesArb(`s${place}`))));
