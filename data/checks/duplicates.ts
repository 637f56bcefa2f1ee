import { type Refusal, within } from '../../src/refusal.ts';
import type { AgreementDocument } from '../schema/agreement.ts';

/** What must be said only once: ids, catalogue orders, CVR numbers, and index entries of a year and vintage. */
export function checkDuplicates(document: AgreementDocument): Refusal[] {
  const { components, solutions, municipalities, areas, bodies, criteria, index, efficiency } = document;
  return [
    ...repeated('components', components, 'component'),
    ...repeated('components', components, 'order'),
    ...repeated('solutions', solutions, 'solution'),
    ...repeated('solutions', solutions, 'order'),
    ...each('solutions', solutions, (solution) => [
      ...repeated('basePrices', solution.basePrices, 'component'),
      ...repeatedIds('participants', solution.participants),
    ]),
    ...repeated('municipalities', municipalities, 'municipality'),
    ...repeated('municipalities', municipalities, 'cvr'),
    ...repeated('areas', areas, 'area'),
    ...each('areas', areas, (area) => repeated('focus', area.focus, 'focus')),
    ...repeated('bodies', bodies, 'body'),
    ...each('bodies', bodies, (body) => [
      ...repeatedIds('areas', body.areas),
      ...repeatedIds('mandate', body.mandate),
    ]),
    ...repeated('criteria', criteria ?? [], 'criterion'),
    ...laterDuplicates(index.map((entry) => `${entry.year} ${entry.vintage}`)).map((place) =>
      duplicateIndexEntry(place, index[place]),
    ),
    ...each('efficiency', efficiency, (measure) => [
      ...repeatedIds('solutions', measure.solutions),
      ...repeatedIds('components', measure.components),
    ]),
  ];
}

function each<T>(list: string, items: readonly T[], check: (item: T) => Refusal[]): Refusal[] {
  return items.flatMap((item, place) => check(item).map((refusal) => within([list, place], refusal)));
}

/** The items of a list that have the value of an earlier one in a field. */
export function repeated<Field extends string>(
  list: string,
  items: readonly Readonly<Record<Field, string | number>>[],
  field: Field,
): Refusal[] {
  const values = items.map((item) => item[field]);
  return laterDuplicates(values).map((place) => duplicate([list, place, field], values[place]));
}

function repeatedIds(list: string, ids: readonly string[] = []): Refusal[] {
  return laterDuplicates(ids).map((place) => duplicate([list, place], ids[place]));
}

/** The places that repeat a value of an earlier place. */
function laterDuplicates(values: readonly unknown[]): number[] {
  const seen = new Set<unknown>();
  return values.flatMap((value, place) => {
    if (seen.has(value)) return [place];
    seen.add(value);
    return [];
  });
}

function duplicate(path: Refusal['path'], value: unknown): Refusal {
  return {
    code: 'duplicate_value',
    path,
    message: {
      da: `Værdien ${value} står her mere end én gang, men skal være entydig.`,
      en: `The value ${value} occurs more than once here, but must be unique.`,
    },
    remedy: {
      da: 'Ret den ene af dem, eller slet den, der er for meget.',
      en: 'Correct one of them, or delete the one too many.',
    },
  };
}

function duplicateIndexEntry(place: number, entry: AgreementDocument['index'][number] | undefined): Refusal {
  return {
    code: 'duplicate_index_entry',
    path: ['index', place],
    message: {
      da: `Der er mere end ét skøn for ${entry?.year} fra ${entry?.vintage}.`,
      en: `There is more than one estimate for ${entry?.year} published on ${entry?.vintage}.`,
    },
    remedy: {
      da: 'Behold ét skøn for hvert år og hver offentliggørelsesdato; et nyt skøn får sin egen dato.',
      en: 'Keep one estimate for each year and publication date; a new estimate gets its own date.',
    },
  };
}
