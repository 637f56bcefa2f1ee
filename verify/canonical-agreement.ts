import { canonicalText } from './hash.ts';
import { isObject, type JsonObject } from './json.ts';

/**
 * The agreement document with every list in canonical order, so that the order of a file does not matter to its
 * hash: components and solutions by order, base prices by their component's order, index entries by year and
 * vintage, efficiency measures by year and canonical JSON, parts of a mixed key by canonical JSON,
 * municipalities by code, periods by first year, versions of the text by date and name, lines of the register of
 * accessions by number, actual amounts by year, all else by id. `$schema` is no part of the agreement.
 */
export function canonicalAgreement({ $schema: _, ...agreement }: JsonObject): JsonObject {
  const components = sorted(agreement.components, (component) => [component.order]);
  const placeOf = new Map(components.map((component, place) => [component.component, place]));
  return {
    ...agreement,
    components,
    solutions: sorted(agreement.solutions, (solution) => [solution.order]).map((solution) => ({
      ...withSortedIds(solution, 'participants'),
      basePrices: sorted(solution.basePrices, (price) => [placeOf.get(price.component)]),
      periods: sorted(solution.periods, (period) => [period.firstYear]),
      key: canonicalKey(solution.key),
    })),
    index: sorted(agreement.index, (entry) => [entry.year, entry.vintage]),
    efficiency: sorted(
      objects(agreement.efficiency).map((measure) => withSortedIds(measure, 'solutions', 'components')),
      (measure) => [measure.year, canonicalText(measure)],
    ),
    municipalities: sorted(agreement.municipalities, (one) => [one.municipality]).map((one) => ({
      ...one,
      membership: sorted(one.membership, (period) => [period.firstYear]),
    })),
    areas: sorted(agreement.areas, (area) => [area.area]).map((area) => ({
      ...area,
      focus: sorted(area.focus, (focus) => [focus.focus]),
    })),
    bodies: sorted(
      objects(agreement.bodies).map((body) => withSortedIds(body, 'areas', 'mandate')),
      (body) => [body.body],
    ),
    ...(Array.isArray(agreement.criteria) && {
      criteria: sorted(agreement.criteria, (one) => [one.criterion]),
    }),
    ...(isObject(agreement.accessions) && { accessions: canonicalAccessions(agreement.accessions) }),
    ...(Array.isArray(agreement.pastAmounts) && {
      pastAmounts: sorted(agreement.pastAmounts, (past) => [past.year]).map(canonicalPastYear),
    }),
  };
}

function canonicalAccessions(accessions: JsonObject): JsonObject {
  return {
    ...accessions,
    versions: sorted(accessions.versions, (version) => [version.date, version.version]),
    entries: sorted(accessions.entries, (line) => [line.entry]),
  };
}

function canonicalPastYear(past: JsonObject): JsonObject {
  return {
    ...past,
    municipalities: sorted(past.municipalities, (one) => [one.municipality]).map((one) => ({
      ...one,
      solutions: sorted(one.solutions, (paid) => [paid.solution]),
    })),
  };
}

function canonicalKey(key: unknown): unknown {
  if (!isObject(key) || key.kind !== 'mix') return key;
  return { ...key, parts: sorted(key.parts, (part) => [canonicalText(part)]) };
}

/** The object with those of the named lists of ids that it has in code point order. */
function withSortedIds(object: JsonObject, ...lists: readonly string[]): JsonObject {
  const sortedLists = lists.flatMap((list) => {
    const ids = object[list];
    return Array.isArray(ids) ? [[list, ids.map(String).toSorted(byCodePoint)]] : [];
  });
  return { ...object, ...Object.fromEntries(sortedLists) };
}

function objects(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** A list of objects by their keys, the first key first; numbers as numbers, all else as text. */
function sorted(list: unknown, keys: (item: JsonObject) => readonly unknown[]): JsonObject[] {
  return objects(list).toSorted((first, second) => compareKeys(keys(first), keys(second)));
}

function compareKeys(first: readonly unknown[], second: readonly unknown[]): number {
  const place = first.findIndex((key, index) => key !== second[index]);
  if (place === -1) return 0;
  const [key, other] = [first[place], second[place]];
  if (typeof key === 'number' && typeof other === 'number') return key - other;
  return byCodePoint(String(key), String(other));
}

/** UTF-8 keeps the order of code points, which UTF-16 and locales do not. */
function byCodePoint(first: string, second: string): number {
  return Buffer.compare(Buffer.from(first), Buffer.from(second));
}
