import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { UnusableInput } from './field.ts';
import { isObject, type JsonObject } from './json.ts';

/** Lower-case hexadecimal SHA-256 of the value in canonical JSON (RFC 8785). Throws UnusableInput where there is none. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}

function canonicalText(value: unknown): string {
  try {
    return canonicalize(value) ?? '';
  } catch (error) {
    // Infinity (a JSON number such as 1e999) and half surrogate pairs have no canonical form.
    throw new UnusableInput('', `canonical JSON cannot carry it: ${(error as Error).message}`);
  }
}

/**
 * The hash that a price answer must name: of everything it was computed from. The lists of the agreement are
 * sorted first, so that the order of a file does not matter.
 */
export function resultHash(
  agreement: JsonObject,
  changes: readonly unknown[],
  years: { readonly from: number; readonly to: number },
): string {
  return hashOf({ model: 'k98-1', agreement: hashOf(canonicalAgreement(agreement)), changes, years });
}

/** The agreement document with every list in canonical order. */
function canonicalAgreement(agreement: JsonObject): JsonObject {
  const components = sorted(agreement.components, (component) => [component.order]);
  const placeOf = new Map(components.map((component, place) => [component.component, place]));
  return {
    ...agreement,
    components,
    solutions: sorted(agreement.solutions, (solution) => [solution.order]).map((solution) => ({
      ...solution,
      basePrices: sorted(solution.basePrices, (price) => [placeOf.get(price.component)]),
      periods: sorted(solution.periods, (period) => [period.firstYear]),
      ...(Array.isArray(solution.participants) ? { participants: solution.participants.toSorted() } : {}),
    })),
    index: sorted(agreement.index, (entry) => [entry.year, entry.vintage]),
    efficiency: sorted(agreement.efficiency, (measure) => [measure.year, canonicalText(measure)]),
    municipalities: sorted(agreement.municipalities, (one) => [one.municipality]).map((one) => ({
      ...one,
      membership: sorted(one.membership, (period) => [period.firstYear]),
    })),
    areas: sorted(agreement.areas, (area) => [area.area]),
    bodies: sorted(agreement.bodies, (body) => [body.body]),
  };
}

/** A list of objects by their keys, the first key first; numbers as numbers, all else as text. */
function sorted(list: unknown, keys: (item: JsonObject) => readonly unknown[]): JsonObject[] {
  const items = Array.isArray(list) ? list.filter(isObject) : [];
  return items.toSorted((first, second) => compareKeys(keys(first), keys(second)));
}

function compareKeys(first: readonly unknown[], second: readonly unknown[]): number {
  const place = first.findIndex((key, index) => key !== second[index]);
  if (place === -1) return 0;
  const [key, other] = [first[place], second[place]];
  if (typeof key === 'number' && typeof other === 'number') return key - other;
  return String(key) < String(other) ? -1 : 1;
}
