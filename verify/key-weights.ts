import { add, compare, divide, multiply, ONE, type Rational, rational, sum, ZERO } from './rational.ts';
import type { Municipality, PlainKey, Solution } from './terms.ts';

/** Each municipality's weight in a solution's price (model, section 4); who does not take part weighs nothing. */
export function keyWeights(solution: Solution, municipalities: readonly Municipality[]): Rational[] {
  const { participants } = solution;
  const partaking = municipalities.filter(
    ({ municipality }) => participants === undefined || participants.has(municipality),
  );
  const weights = plainWeights(solution.key, partaking);
  const byCode = new Map(partaking.map(({ municipality }, place) => [municipality, weights[place] ?? ZERO]));
  return municipalities.map(({ municipality }) => byCode.get(municipality) ?? ZERO);
}

function plainWeights(key: PlainKey, municipalities: readonly Municipality[]): Rational[] {
  switch (key.kind) {
    case 'population':
      return municipalities.map(({ population }) => rational(population));
    case 'population-tiered':
      return municipalities.map(({ population }) => {
        const above = population > key.threshold ? population - key.threshold : 0n;
        return add(rational(population - above), multiply(rational(above), key.weightAbove));
      });
    case 'equal':
      return municipalities.map(() => ONE);
    case 'weights':
      return municipalities.map(({ municipality }) => key.weights.get(municipality) ?? ZERO);
    case 'mix':
      return mixedWeights(key.parts, municipalities);
  }
}

/** Each part is divided by its own total before it counts by its share; a part without weight is left out. */
function mixedWeights(
  parts: readonly { readonly share: Rational; readonly key: PlainKey }[],
  municipalities: readonly Municipality[],
): Rational[] {
  const scaled = parts.flatMap(({ share, key }) => {
    const weights = plainWeights(key, municipalities);
    const total = sum(weights);
    return compare(total, ZERO) === 0
      ? []
      : [weights.map((weight) => divide(multiply(share, weight), total))];
  });
  return municipalities.map((_, place) => sum(scaled.map((weights) => weights[place] ?? ZERO)));
}
