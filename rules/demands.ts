import { oreFromKroner } from '../src/money/ore.ts';
import { byCodePoint } from '../src/order.ts';
import { FACTS, type FactTypes } from '../src/prioritisation/facts.ts';
import { type Comparison, type ComparisonValue, factNamedBy } from './condition.ts';
import { canBeNumber } from './number-range.ts';
import { OPPOSITE, type Relation } from './relation.ts';

/** What one comparison, or the denial of one, demands of a fact. */
export interface Demand {
  readonly fact: string;
  readonly relation: Relation;
  /** The rule's own figures, numbers as whole steps; absent when the fact is held against another. */
  readonly figures?: readonly Figure[];
  /** Equal for equal demands. */
  readonly key: string;
  /** The key of the demand that is met exactly when this one is not. */
  readonly deniedBy: string;
}

/** Numbers count in whole steps of the smallest size there is: an øre, the last decimal of a rate, one. */
type Figure = bigint | string | boolean;

const DESCRIPTIONS = new Map<string, { type: keyof FactTypes; values?: readonly string[] }>(
  Object.entries(FACTS),
);

export function demandOf({ fact, value }: Comparison, relation: Relation): Demand {
  const other = factNamedBy(value);
  const figures = other === undefined ? figuresOf(fact, value) : undefined;
  const against = other ?? figures?.map(String).toSorted(byCodePoint);
  return {
    fact,
    relation,
    ...(figures !== undefined && { figures }),
    key: JSON.stringify([fact, relation, against]),
    deniedBy: JSON.stringify([fact, OPPOSITE[relation], against]),
  };
}

/** Whether a fact can have some value that meets all demands on it, each against figures of the rule's own. */
export function canBeMet(fact: string, demands: readonly Demand[]): boolean {
  const description = DESCRIPTIONS.get(fact);
  switch (description?.type) {
    case 'money':
    case 'rate':
    case 'whole':
      return canBeNumber(
        demands.map(({ relation, figures = [] }) => ({ relation, steps: figures.filter(isStep) })),
      );
    case 'flag':
      return [true, false].some((value) => demands.every((demand) => isMetBy(value, demand)));
    case 'text':
      return someTextMeets(description.values, demands);
    default:
      // A list can hold any texts at once; that it cannot both hold and lack one is seen from the keys.
      return true;
  }
}

/** Without a list of all values there is always a text that no demand names. */
function someTextMeets(values: readonly string[] | undefined, demands: readonly Demand[]): boolean {
  const named = demands.flatMap(({ figures = [] }) => figures);
  const candidates: readonly Figure[] = values ?? [...named, `not ${named.join(' nor ')}`];
  return candidates.some((candidate) => demands.every((demand) => isMetBy(candidate, demand)));
}

function isMetBy(candidate: Figure, { relation, figures = [] }: Demand): boolean {
  const isNamed = figures.includes(candidate);
  return relation === 'equal' || relation === 'in' ? isNamed : !isNamed;
}

function isStep(figure: Figure): figure is bigint {
  return typeof figure === 'bigint';
}

function figuresOf(fact: string, value: ComparisonValue): Figure[] {
  const type = DESCRIPTIONS.get(fact)?.type;
  const written: readonly unknown[] = Array.isArray(value) ? value : [value];
  return written.map((figure) => figureOf(type, figure));
}

/** Decimals of a rate in JSON (`RATE_FORM`). */
const RATE_DECIMALS = 18;

function figureOf(type: keyof FactTypes | undefined, figure: unknown): Figure {
  if (typeof figure === 'number') return BigInt(figure);
  if (typeof figure === 'boolean') return figure;
  const text = String(figure);
  if (type === 'money') return oreFromKroner(text);
  if (type !== 'rate') return text;
  const [whole = '', decimals = ''] = text.split('.');
  return BigInt(`${whole}${decimals.padEnd(RATE_DECIMALS, '0')}`);
}
