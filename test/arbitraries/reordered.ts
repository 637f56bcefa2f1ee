import fc from 'fast-check';

/** The same JSON value with every list, and the fields of every object, in any order. */
export function reordered<T>(value: T): fc.Arbitrary<T> {
  return fc.nat().map((seed) => inAnotherOrder(value, seed));
}

function inAnotherOrder<T>(value: T, seed: number): T {
  if (Array.isArray(value)) return shuffledBy(value, seed).map((part) => inAnotherOrder(part, seed)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = shuffledBy(Object.entries(value), seed);
  return Object.fromEntries(fields.map(([name, part]) => [name, inAnotherOrder(part, seed)])) as T;
}

function shuffledBy<T>(values: readonly T[], seed: number): T[] {
  return values
    .map((value, place) => ({ value, rank: fc.hash(`${seed} ${place}`) }))
    .sort((first, second) => first.rank - second.rank)
    .map(({ value }) => value);
}
