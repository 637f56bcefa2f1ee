import { defined, type Field } from './field.ts';
import type { Key, PlainKey } from './terms.ts';

/** Reads an allocation key of any kind, with its limits. */
export function readKey(field: Field): Key {
  const limits = field.optional('limits');
  if (limits === undefined) return readPlainKey(field);
  return {
    ...readPlainKey(field),
    limits: {
      ...defined('rise', limits.optional('rise')?.decimal()),
      ...defined('fall', limits.optional('fall')?.decimal()),
    },
  };
}

function readPlainKey(field: Field): PlainKey {
  const kind = field.at('kind').text();
  switch (kind) {
    case 'population':
    case 'equal':
      return { kind };
    case 'population-tiered':
      return {
        kind,
        threshold: BigInt(field.at('threshold').whole()),
        weightAbove: field.at('weightAbove').decimal(),
      };
    case 'weights':
      return {
        kind,
        weights: new Map(
          field
            .at('weights')
            .entries()
            .map(([code, weight]) => [code, weight.decimal()]),
        ),
      };
    case 'mix':
      return {
        kind,
        parts: field
          .at('parts')
          .items()
          .map((part) => ({ share: part.at('share').decimal(), key: readPlainKey(part.at('key')) })),
      };
    default:
      return field.at('kind').refuse('a kind of allocation key is wanted');
  }
}
