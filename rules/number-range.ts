import type { Relation } from './relation.ts';

/** A relation to whole numbers of steps. */
export interface StepDemand {
  readonly relation: Relation;
  readonly steps: readonly bigint[];
}

/**
 * Whether some whole number from zero up stands in every one of the relations: no fact is a number below
 * zero.
 */
export function canBeNumber(demands: readonly StepDemand[]): boolean {
  const lowest = greatest([0n, ...demands.flatMap(lowerBounds)]) ?? 0n;
  const highest = least(demands.flatMap(upperBounds));
  const excluded = new Set(demands.flatMap((demand) => (isExclusion(demand) ? demand.steps : [])));
  const isOpen = (step: bigint) =>
    step >= lowest && (highest === undefined || step <= highest) && !excluded.has(step);
  const lists = demands.filter(isList).map(({ steps }) => new Set(steps));
  const [shortest, ...others] = lists;
  if (shortest !== undefined) {
    return [...shortest].some((step) => isOpen(step) && others.every((list) => list.has(step)));
  }
  if (highest === undefined) return true;
  const closed = [...excluded].filter((step) => step >= lowest && step <= highest);
  return highest - lowest + 1n > BigInt(closed.length);
}

function lowerBounds({ relation, steps }: StepDemand): readonly bigint[] {
  if (relation === 'at-least') return steps;
  return relation === 'greater' ? steps.map((step) => step + 1n) : [];
}

function upperBounds({ relation, steps }: StepDemand): readonly bigint[] {
  if (relation === 'at-most') return steps;
  return relation === 'less' ? steps.map((step) => step - 1n) : [];
}

function isExclusion({ relation }: StepDemand): boolean {
  return relation === 'unequal' || relation === 'not-in';
}

function isList({ relation }: StepDemand): boolean {
  return relation === 'equal' || relation === 'in';
}

function greatest(steps: readonly bigint[]): bigint | undefined {
  return steps.reduce<bigint | undefined>(
    (most, step) => (most === undefined || step > most ? step : most),
    undefined,
  );
}

function least(steps: readonly bigint[]): bigint | undefined {
  return steps.reduce<bigint | undefined>(
    (lowest, step) => (lowest === undefined || step < lowest ? step : lowest),
    undefined,
  );
}
