import type { Provenance } from '../../src/agreement/agreement.ts';
import type { AllocationKeyDocument, PlainKeyDocument } from '../schema/allocation-key.ts';
import { FULL_PRICE_CITIZENS, INFRASTRUCTURE } from './published-totals.ts';
import { unitCounts, unitWords } from './unit-counts.ts';

interface SourcedKey {
  readonly key: AllocationKeyDocument;
  readonly keyProvenance: Provenance;
}

const EXAMPLE: Provenance = { kind: 'example', note: 'No allocation key of this solution was found.' };
const EXAMPLE_COUNTS = 'The counts follow from the population by a formula; they are not real.';
const POPULATION = { kind: 'population' } as const;
const EQUAL = { kind: 'equal' } as const;

/** The allocation keys by their name in example-solutions.csv; any other name is a unit of example-units.csv. */
const KEYS: ReadonlyMap<string, SourcedKey> = new Map<string, SourcedKey>([
  ['population', { key: POPULATION, keyProvenance: EXAMPLE }],
  ['equal', { key: EQUAL, keyProvenance: EXAMPLE }],
  ['half-population-half-equal', { key: mix(['0.50', POPULATION], ['0.50', EQUAL]), keyProvenance: EXAMPLE }],
  [
    'benefit-cases-and-population',
    {
      key: mix(['0.70', countKey('benefit-cases')], ['0.30', POPULATION]),
      keyProvenance: { kind: 'example', note: EXAMPLE_COUNTS },
    },
  ],
  [
    'infrastructure',
    {
      key: { kind: 'population-tiered', threshold: FULL_PRICE_CITIZENS, weightAbove: '0.5' },
      keyProvenance: { kind: 'published', source: INFRASTRUCTURE.source, date: INFRASTRUCTURE.validFrom },
    },
  ],
  [
    'aula',
    {
      // 531,300 pupils at 86 kr. are exactly 77 % of the revenue, 296,700 enrolled children at 46 kr. the other 23 %.
      key: mix(['0.77', countKey('pupils')], ['0.23', countKey('enrolled-children')]),
      keyProvenance: {
        kind: 'example',
        note: `That pupils and enrolled children are charged is published (aulainfo.dk). ${EXAMPLE_COUNTS}`,
      },
    },
  ],
]);

export function sourcedKey(name: string): SourcedKey {
  return KEYS.get(name) ?? { key: countKey(name), keyProvenance: { kind: 'example', note: EXAMPLE_COUNTS } };
}

function countKey(unit: string): PlainKeyDocument {
  return { kind: 'weights', weights: unitCounts(unit), ...unitWords(unit) };
}

function mix(...parts: readonly [share: string, key: PlainKeyDocument][]): AllocationKeyDocument {
  return { kind: 'mix', parts: parts.map(([share, key]) => ({ share, key })) };
}
