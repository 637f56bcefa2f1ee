import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredYears, computedYears } from '../../api/answers/answered-years.ts';
import { fragment, JsonBytes } from '../../api/answers/json-bytes.ts';
import { notesOn } from '../../api/answers/notes.ts';
import { priceAnswer } from '../../api/answers/price-answer.ts';
import { priceBytes } from '../../api/answers/price-bytes.ts';
import { sealedBytes } from '../../api/answers/seal.ts';
import { computeYears } from '../../src/engine/compute-years.ts';
import { kronerFromOre, ore } from '../../src/money/ore.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { SIZES } from '../agreement/sizes.ts';
import { changedAgreementArb } from '../arbitraries/changed-agreement.ts';
import { acceptedValue } from '../results.ts';

const HASH = 'f'.repeat(64);
const years = { from: 2026, to: 2028 };

describe.each(SIZES)('a price written as bytes, for %s', (_, documents, depth) => {
  it('has the bytes that the plain path gives', () => {
    fc.assert(
      fc.property(changedAgreementArb(documents), (agreement) => {
        const computed = computeYears(agreement, years);
        if (computed === undefined) return;
        const prices = acceptedValue(priceYears(agreement, years));
        const shares = acceptedValue(shareYears(prices));
        const plain = { agreement, years, hash: HASH, prices, shares };
        const notes = notesOn(computedYears(agreement, computed));
        expect(notes).toEqual(notesOn(answeredYears(plain)));
        expect(priceBytes(HASH, notes, computed).toString()).toBe(sealedBytes(priceAnswer(plain)).toString());
      }),
      depth,
    );
  });
});

describe('JSON as bytes', () => {
  it('writes øre as kroner with two decimals', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1000, max: 1000 })), (amount) => {
        expect(new JsonBytes(1).kroner(amount).written().toString()).toBe(kronerFromOre(ore(BigInt(amount))));
      }),
      { examples: [[0], [-5], [99_999_999], [9_999_999_999], [10_000_000_000]] },
    );
  });

  it('writes whole numbers', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(new JsonBytes(1).whole(value).written().toString()).toBe(String(value));
      }),
      { examples: [[0], [9], [10], [99_999_999], [100_000_000]] },
    );
  });

  it('writes texts in any script, and grows as it must', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const json = new JsonBytes(1);
        for (const text of texts) json.text(text).write(fragment(text));
        expect(json.written().toString()).toBe(texts.map((text) => text + text).join(''));
      }),
    );
  });
});
