import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_LOOKS, type Search, seekGoal } from '../../src/analysis/goal-seek.ts';

/** Drives a search over figures that are all there. */
function search(figures: readonly bigint[], target: bigint): Search {
  const seeking = seekGoal(figures.length, target);
  let step = seeking.next();
  while (!step.done) step = seeking.next(figures[step.value] ?? 0n);
  return step.value;
}

const figuresArb = fc.array(fc.bigInt({ min: -3n, max: 3n }), { minLength: 1, maxLength: FIRST_LOOKS });

describe('seeking a goal', () => {
  it('finds every place that meets the target, and every crossing, where all places are tried', () => {
    fc.assert(
      fc.property(figuresArb, (figures) => {
        const { meetings } = search(figures, 0n);
        const met = meetings.flatMap(({ kind, first, last }) =>
          kind === 'met' ? figures.slice(first, last + 1).map((_, offset) => first + offset) : [],
        );
        expect(met).toEqual([...figures.keys()].filter((place) => figures[place] === 0n));
        const crossed = meetings.flatMap(({ kind, first, last }) =>
          kind === 'crossed' ? [[first, last]] : [],
        );
        const signs = figures.map((figure) => (figure > 0n ? 1 : figure < 0n ? -1 : 0));
        expect(crossed).toEqual(
          [...signs.keys()].flatMap((place) =>
            (signs[place] ?? 0) * (signs[place + 1] ?? 0) < 0 ? [[place, place + 1]] : [],
          ),
        );
      }),
    );
  });

  it('finds the one place of a rising figure, however many there are, in few looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.nat(), (count, drawn) => {
        const wanted = drawn % count;
        const seeking = seekGoal(count, BigInt(3 * wanted));
        let step = seeking.next();
        while (!step.done) step = seeking.next(BigInt(3 * step.value));
        expect(step.value.meetings).toEqual([{ kind: 'met', first: wanted, last: wanted }]);
        expect(step.value.tried.length).toBeLessThan(FIRST_LOOKS + 64);
      }),
    );
  });

  it('brackets every meeting by neighbours that it has tried', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -9n, max: 9n }), { minLength: 1, maxLength: 500 }), (figures) => {
        const { meetings, tried } = search(figures, 0n);
        for (const { kind, first, last } of meetings) {
          expect(tried).toEqual(expect.arrayContaining([first, last]));
          const product = (figures[first] ?? 0n) * (figures[last] ?? 0n);
          if (kind === 'met') expect(product).toBe(0n);
          else expect([last - first, product < 0n]).toEqual([1, true]);
        }
      }),
    );
  });

  // Up through the target, level on it, and down again.
  it('reports several solutions', () => {
    expect(search([-2n, 1n, 0n, 0n, -1n], 0n).meetings).toEqual([
      { kind: 'crossed', first: 0, last: 1 },
      { kind: 'met', first: 2, last: 3 },
    ]);
  });

  it('says so when there is none', () => {
    expect(search([1n, 5n, 9n], 0n)).toEqual({ meetings: [], tried: [0, 1, 2] });
  });
});
