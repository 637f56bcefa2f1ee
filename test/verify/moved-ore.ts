import { pointersTo, replacedAt, valueAt } from './json-pointer.ts';
import type { Answer, AnsweredRow, AnsweredYear } from './priced-case.ts';
import { sealed } from './small-case.ts';

/** Numbers that choose among whatever an answer has; drawn before the answer is known. */
export interface Picks {
  readonly year: number;
  readonly first: number;
  readonly second: number;
  readonly columns: readonly [number, number];
}

/** An answer in which øre were moved, sealed again, and the place of the year in which they were. */
export interface Moved {
  readonly answer: Answer;
  readonly place: number;
}

interface Step {
  readonly row: number;
  readonly column: number;
  readonly ore: bigint;
}

const isAmount = (value: unknown) => typeof value === 'string' && /^-?\d+\.\d{2}$/.test(value);

/** One øre from any figure of a year to any other, and nothing else changed. */
export function betweenFigures(answer: Answer, { year, first, second }: Picks): Moved | undefined {
  const place = year % answer.years.length;
  const amounts = pointersTo(answer.years[place], isAmount).map((pointer) => `/years/${place}${pointer}`);
  const pair = pickedPair(amounts, first, second);
  if (pair === undefined) return undefined;
  const [to, from] = pair;
  const raised = replacedAt(answer, to, plus(valueAt(answer, to), 1n));
  return { answer: sealed(replacedAt(raised, from, plus(valueAt(answer, from), -1n))), place };
}

/** One øre of a solution from one municipality to another; amounts and prices per citizen follow. */
export function withinColumn(answer: Answer, { year, first, second, columns }: Picks): Moved | undefined {
  const place = year % answer.years.length;
  const rows = answer.years[place]?.municipalities ?? [];
  const pair = pickedPair([...rows.keys()], first, second);
  const width = rows[0]?.solutions.length ?? 0;
  if (pair === undefined || width === 0) return undefined;
  const column = columns[0] % width;
  return withSteps(answer, place, [
    { row: pair[0], column, ore: 1n },
    { row: pair[1], column, ore: -1n },
  ]);
}

/** One øre of a solution one way and one of another back: every sum of rows and columns is kept. */
export function roundTheCorner(answer: Answer, { year, first, second, columns }: Picks): Moved | undefined {
  const place = year % answer.years.length;
  const rows = answer.years[place]?.municipalities ?? [];
  const pair = pickedPair([...rows.keys()], first, second);
  const sides = pickedPair([...(rows[0]?.solutions ?? []).keys()], ...columns);
  if (pair === undefined || sides === undefined) return undefined;
  return withSteps(answer, place, [
    { row: pair[0], column: sides[0], ore: 1n },
    { row: pair[1], column: sides[0], ore: -1n },
    { row: pair[0], column: sides[1], ore: -1n },
    { row: pair[1], column: sides[1], ore: 1n },
  ]);
}

function withSteps(answer: Answer, place: number, steps: readonly Step[]): Moved {
  const years = answer.years.map((year, index) => (index === place ? moveIn(year, steps) : year));
  return { answer: sealed({ ...answer, years }), place };
}

function moveIn(year: AnsweredYear, steps: readonly Step[]): AnsweredYear {
  const municipalities = year.municipalities.map((row, index) =>
    steps.filter((step) => step.row === index).reduce(moveInRow, row),
  );
  return { ...year, municipalities };
}

function moveInRow(row: AnsweredRow, { column, ore }: Step): AnsweredRow {
  const solutions = row.solutions.map((share, index) =>
    index === column ? { ...share, amount: plus(share.amount, ore) } : share,
  );
  const amount = plus(row.amount, ore);
  return {
    ...row,
    solutions,
    amount,
    perCitizen: perCitizen(oreOf(amount), BigInt(row.population)),
  } as AnsweredRow;
}

/** Half away from zero; amounts that go below zero are refused before this is looked at. */
function perCitizen(amount: bigint, population: bigint): string {
  return kroner((2n * amount + population) / (2n * population));
}

function plus(amount: unknown, ore: bigint): string {
  return kroner(oreOf(amount) + ore);
}

function oreOf(amount: unknown): bigint {
  return BigInt(String(amount).replace('.', ''));
}

function kroner(ore: bigint): string {
  const digits = String(ore < 0n ? -ore : ore).padStart(3, '0');
  return `${ore < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Two different items, or `undefined` when there are not two. */
function pickedPair<T>(items: readonly T[], first: number, second: number): [T, T] | undefined {
  const [chosen] = items.slice(first % items.length);
  const rest = items.toSpliced(first % items.length, 1);
  const [other] = rest.slice(second % rest.length);
  return chosen === undefined || other === undefined ? undefined : [chosen, other];
}
