import { type ExactOptimum, type ExactProgram, maximiseExactly } from './exact-simplex.ts';

/** The best whole amounts; `isProven` is false when the search was given up at the node limit. */
export interface WholeOptimum {
  readonly values: readonly bigint[];
  readonly isProven: boolean;
}

/** Few variables are ever fractional, as many as rows bind, so a search is short or hopeless. */
const MOST_NODES = 2_000;

/**
 * The same as `maximiseExactly`, but in whole numbers: branch and bound over the few variables that come out fractional. Rounding all down is
 * always allowed, as no coefficient is negative, so there is always a first answer.
 */
export function maximiseWhole(program: ExactProgram): WholeOptimum {
  const { upper } = program;
  let best: Best | undefined;
  const pending: Box[] = [{ lower: upper.map(() => 0n), upper }];
  let nodes = 0;
  for (let box = pending.pop(); box !== undefined; box = pending.pop()) {
    nodes += 1;
    const relaxed = optimumIn(program, box);
    if (relaxed === undefined || (best !== undefined && !isBetter(relaxed, best))) continue;
    const floors = relaxed.values.map((value) => value / relaxed.denominator);
    const fractional = relaxed.values.findIndex((value) => value % relaxed.denominator !== 0n);
    const found = valued(program, floors);
    if (best === undefined || isBetter(found, best)) best = found;
    if (fractional === -1) continue;
    if (nodes >= MOST_NODES) return { values: best.values, isProven: false };
    pending.push(...halves(box, fractional, floors[fractional] ?? 0n));
  }
  return { values: best?.values ?? upper.map(() => 0n), isProven: true };
}

/** Bounds of all variables, both included. */
interface Box {
  readonly lower: readonly bigint[];
  readonly upper: readonly bigint[];
}

interface Best extends Pick<ExactOptimum, 'values' | 'objectives' | 'denominator'> {}

function halves({ lower, upper }: Box, variable: number, floor: bigint): Box[] {
  return [
    { lower: lower.with(variable, floor + 1n), upper },
    { lower, upper: upper.with(variable, floor) },
  ];
}

/** The optimum within a box, counted from its lower bounds; undefined when those alone break a row. */
function optimumIn(program: ExactProgram, { lower, upper }: Box): ExactOptimum | undefined {
  const rows = program.rows.map(({ coefficients, limit }) => ({
    coefficients,
    limit: limit - dot(coefficients, lower),
  }));
  if (rows.some(({ limit }) => limit < 0n)) return undefined;
  const shifted = { ...program, rows, upper: upper.map((bound, place) => bound - (lower[place] ?? 0n)) };
  if (shifted.upper.some((bound) => bound < 0n)) return undefined;
  const { values, objectives, denominator } = maximiseExactly(shifted);
  const [first, second] = program.objectives;
  return {
    values: values.map((value, place) => value + (lower[place] ?? 0n) * denominator),
    objectives: [
      objectives[0] + dot(first, lower) * denominator,
      objectives[1] + dot(second, lower) * denominator,
    ],
    denominator,
  };
}

function valued({ objectives }: ExactProgram, values: readonly bigint[]): Best {
  return { values, objectives: [dot(objectives[0], values), dot(objectives[1], values)], denominator: 1n };
}

/** By the first objective, then by the second. */
function isBetter(first: Best, second: Best): boolean {
  for (const objective of [0, 1] as const) {
    const difference =
      first.objectives[objective] * second.denominator - second.objectives[objective] * first.denominator;
    if (difference !== 0n) return difference > 0n;
  }
  return false;
}

function dot(first: readonly bigint[], second: readonly bigint[]): bigint {
  return first.reduce((sum, number, place) => sum + number * (second[place] ?? 0n), 0n);
}
