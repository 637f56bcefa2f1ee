/** What a fact is compared with: a figure of the rule's own, or another fact. Money and rates are text. */
export type ComparisonValue =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | { readonly fact: string };

/** One comparison of a fact: a leaf of a rule's conditions. */
export interface Comparison {
  readonly fact: string;
  readonly operator: string;
  readonly value: ComparisonValue;
}

/** When a rule fires, in the format of json-rules-engine. An empty `all` always holds. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

/** A comparison with the path that leads to it from the root of the conditions. */
export interface PlacedComparison {
  readonly path: readonly (string | number)[];
  readonly comparison: Comparison;
}

/** Every comparison in the order they are written. */
export function comparisonsIn(condition: Condition, path: PlacedComparison['path'] = []): PlacedComparison[] {
  if ('all' in condition) return eachIn(condition.all, [...path, 'all']);
  if ('any' in condition) return eachIn(condition.any, [...path, 'any']);
  if ('not' in condition) return comparisonsIn(condition.not, [...path, 'not']);
  return [{ path, comparison: condition }];
}

function eachIn(conditions: readonly Condition[], path: PlacedComparison['path']): PlacedComparison[] {
  return conditions.flatMap((condition, place) => comparisonsIn(condition, [...path, place]));
}

/** The fact that a value names, if it names one. */
export function factNamedBy(value: ComparisonValue): string | undefined {
  return typeof value === 'object' && 'fact' in value ? value.fact : undefined;
}
