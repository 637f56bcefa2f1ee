import type { Agreement } from '../../src/agreement/agreement.ts';
import type { PlainKey } from '../../src/agreement/allocation-key.ts';
import { keyWords } from '../../src/explanation/key-words.ts';
import type { Rate } from '../../src/money/rate.ts';
import { ZERO_RATE } from '../../src/money/rate.ts';
import { invariant } from '../../src/refusal.ts';
import type { Sheet } from '../../tables/xlsx/sheet.ts';
import { Grid, type Reference } from './grid.ts';

/** What allocation keys count, where it can be changed. */
export interface KeyFigures {
  readonly sheet: Sheet;
  readonly population: (municipality: string) => Reference;
  /** The weight that a key of explicit weights gives a municipality. */
  readonly weight: (key: PlainKey, municipality: string) => Reference;
  /** A number within a key: the threshold or the weight above it, or the share of a part. */
  readonly parameter: (key: PlainKey, name: KeyParameter) => Reference;
}

export type KeyParameter = 'threshold' | 'weightAbove' | `share ${number}`;

/** The sheet *Nøgletal*: populations, units, and what mixes and thresholds are made of. */
export function keySheet({ solutions, municipalities }: Agreement): KeyFigures {
  const grid = new Grid('Nøgletal', [8, 22, 14, 16]);
  grid.put(0, 1, 'Nøgletal', 'title');
  grid.put(0, 2, 'Gule celler kan ændres. En løsnings pris fordeles efter kommunernes vægte.', 'note');
  const named = solutions.flatMap(({ title, key }) =>
    keysIn(key).map((each) => ({ title: title.da, key: each })),
  );
  const parameters = new Map<PlainKey, Map<KeyParameter, Reference>>();
  let row = 4;
  grid.header(3, ['', 'Fordelingsnøgle', 'Værdi', 'Hvad']);
  for (const { title, key } of named) {
    for (const [name, words, value] of parametersOf(key)) {
      grid.put(1, row, title);
      const reference = grid.put(2, row, value, typeof value === 'number' ? 'inputWhole' : 'inputRate');
      grid.put(3, row, words);
      parameters.set(key, (parameters.get(key) ?? new Map()).set(name, reference));
      row += 1;
    }
  }
  const weighted = named.filter(({ key }) => key.kind === 'weights');
  const top = row + 1;
  grid.header(top, [
    'Kode',
    'Kommune',
    'Folketal',
    ...weighted.map(({ title, key }) => `${title}: ${keyWords(key).da}`),
  ]);
  const rows = new Map(municipalities.map(({ municipality }, place) => [municipality, top + 1 + place]));
  for (const { municipality, name, population } of municipalities) {
    const at = rows.get(municipality) ?? 0;
    grid.put(0, at, municipality);
    grid.put(1, at, name);
    grid.put(2, at, Number(population), 'inputWhole');
    weighted.forEach(({ key }, place) => {
      const weight = key.kind === 'weights' ? key.weights.get(municipality) : undefined;
      grid.put(3 + place, at, weight ?? ZERO_RATE, 'inputDecimal');
    });
  }
  return {
    sheet: grid.sheet(0, 2),
    population: (municipality) => grid.reference(2, rows.get(municipality) ?? 0),
    weight: (key, municipality) => {
      const column = weighted.findIndex((each) => each.key === key);
      invariant(column >= 0, 'a key of weights has a column');
      return grid.reference(3 + column, rows.get(municipality) ?? 0);
    },
    parameter: (key, name) => {
      const reference = parameters.get(key)?.get(name);
      invariant(reference !== undefined, 'a number within a key has a place');
      return reference;
    },
  };
}

/** A key, and the keys that it mixes. */
function keysIn(key: PlainKey): PlainKey[] {
  return key.kind === 'mix' ? [key, ...key.parts.flatMap((part) => keysIn(part.key))] : [key];
}

function parametersOf(key: PlainKey): (readonly [KeyParameter, string, Rate | number])[] {
  if (key.kind === 'population-tiered')
    return [
      ['threshold', 'borgere op til denne grænse tæller 1', Number(key.threshold)],
      ['weightAbove', 'hvad borgere over grænsen tæller', key.weightAbove],
    ];
  if (key.kind !== 'mix') return [];
  return key.parts.map(({ share, key: part }, place) => [
    `share ${place}`,
    `andel efter ${keyWords(part).da}`,
    share,
  ]);
}
