import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodePoint } from '../src/order.ts';

describe('the order by code point', () => {
  it.each([
    [
      ['valg', 'Valg', 'aula', 'Aula'],
      ['Aula', 'Valg', 'aula', 'valg'],
    ],
    [
      ['å', 'z', 'ø', 'æ'],
      ['z', 'å', 'æ', 'ø'],
    ],
    [
      ['ab', 'a', '', 'abc'],
      ['', 'a', 'ab', 'abc'],
    ],
    [
      ['10', '9', '0101'],
      ['0101', '10', '9'],
    ],
    // U+FF5E is below U+1F600, though the latter's first half, U+D83D, is below the former.
    [
      ['\u{1F600}', '\uFF5E'],
      ['\uFF5E', '\u{1F600}'],
    ],
    [
      ['\u{1F601}', '\u{1F600}'],
      ['\u{1F600}', '\u{1F601}'],
    ],
  ])('%j', (given, sorted) => {
    expect(given.toSorted(byCodePoint)).toEqual(sorted);
  });

  it('compares texts as lists of code points', () => {
    const textArb = fc.string({
      unit: fc.constantFrom('a', 'b', 'ø', '\uFF5E', '\u{1F600}', '\u{1F601}'),
      maxLength: 4,
    });
    fc.assert(
      fc.property(textArb, textArb, (first, second) => {
        const [some, others] = [first, second].map((text) =>
          [...text].map((sign) => sign.codePointAt(0) ?? 0),
        );
        expect(Math.sign(byCodePoint(first, second))).toBe(compareLists(some ?? [], others ?? []));
      }),
    );
  });
});

function compareLists([first, ...rest]: readonly number[], [second, ...others]: readonly number[]): number {
  if (first === undefined || second === undefined)
    return Number(second === undefined) - Number(first === undefined);
  return first === second ? compareLists(rest, others) : Math.sign(first - second);
}
