import { createHash } from 'node:crypto';
import type { Solution } from '../../src/agreement/agreement.ts';
import { denseColumn } from '../../src/engine/split-matrix.ts';
import type { SolutionFigures, YearAmounts } from '../../src/engine/year-figures.ts';
import { type Fragment, fragment, JsonBytes } from './json-bytes.ts';
import type { Notes } from './notes.ts';

/** Room for an amount with the name of its solution, of which an answer has one for each municipality and solution. */
const BYTES_FOR_A_SHARE = 64;

/**
 * The sealed answer of `POST /v1/price` straight from dense arrays: the same bytes as `sealedBytes(priceAnswer(…))` of the
 * same scenario, in a fraction of the time. Keys are in canonical order.
 */
export function priceBytes(
  hash: string,
  { notes, restsOnExampleFigures }: Notes,
  years: readonly YearAmounts[],
): Buffer {
  const shares = years.reduce((sum, { split }) => sum + (split.rowCount + 1) * (split.columns.length + 2), 0);
  const json = new JsonBytes(shares * BYTES_FOR_A_SHARE);
  json.text(`${JSON.stringify({ hash, notes, restsOnExampleFigures }).slice(0, -1)},"years":[`);
  for (const [place, year] of years.entries()) {
    if (place > 0) json.write(COMMA);
    writeYear(json, year);
  }
  json.text(']}');
  const seal = createHash('sha256').update(json.written()).digest('hex');
  return json.reopen(1).text(`,"seal":"${seal}"}`).written();
}

const COMMA = fragment(',');

/** The figures of a year and of a solution, by the keys that they have in the answer. */
const BEFORE_MUNICIPALITIES = [
  ['agreementPrice', 'price'],
  ['baseBudget', 'baseBudget'],
  ['basePriceSum', 'basePrice'],
  ['efficiency', 'efficiency'],
  ['indexation', 'indexation'],
  ['membership', 'membership'],
] as const satisfies readonly (readonly [string, keyof SolutionFigures])[];

function writeYear(json: JsonBytes, amounts: YearAmounts): void {
  const { year, figures } = amounts;
  json.write(OPEN);
  for (const [key, part] of BEFORE_MUNICIPALITIES) {
    writeAmount(json, key, sumOf(figures[part])).write(COMMA);
  }
  writeMunicipalities(json, amounts);
  json.write(COMMA);
  writeAmount(json, 'pool', sumOf(figures.pool)).text(',"solutions":[');
  for (const [place, solution] of amounts.solutions.entries()) {
    if (place > 0) json.write(COMMA);
    writeSolution(json, solution, place, amounts);
  }
  json.text(`],"year":${year}}`);
}

const OPEN = fragment('{');
const QUOTE = fragment('"');

function writeAmount(json: JsonBytes, key: string, ore: number): JsonBytes {
  return json.text(`"${key}":"`).kroner(ore).write(QUOTE);
}

function writeSolution(
  json: JsonBytes,
  solution: Solution,
  place: number,
  { figures, components }: YearAmounts,
): void {
  const figure = (part: keyof SolutionFigures) => figures[part][place] ?? 0;
  json.write(OPEN);
  writeAmount(json, 'baseBudget', figure('baseBudget')).write(COMMA);
  writeAmount(json, 'basePrice', figure('basePrice')).text(',"components":[');
  for (const [cell, { component }] of solution.basePrices.entries()) {
    json.write(cell > 0 ? NEXT_AMOUNT : FIRST_AMOUNT).kroner(components[place]?.[cell] ?? 0);
    json.text(`","component":${JSON.stringify(component)}}`);
  }
  json.text('],');
  writeAmount(json, 'efficiency', figure('efficiency')).write(COMMA);
  writeAmount(json, 'indexation', figure('indexation')).write(COMMA);
  writeAmount(json, 'membership', figure('membership')).write(COMMA);
  writeAmount(json, 'pool', figure('pool')).write(COMMA);
  writeAmount(json, 'price', figure('price'));
  json.text(`,"solution":${JSON.stringify(solution.solution)}}`);
}

const FIRST_AMOUNT = fragment('{"amount":"');
const NEXT_AMOUNT = fragment(',{"amount":"');
const PER_CITIZEN = fragment(',"perCitizen":"');
const POPULATION = fragment('","population":');
const SOLUTIONS = fragment(',"solutions":[');
const CLOSE = fragment(']}');

function writeMunicipalities(json: JsonBytes, { members, solutions, split, totals }: YearAmounts): void {
  const columns = split.columns.map((column) => denseColumn(column, split.rowCount));
  const named = solutions.map(({ solution }) => fragment(`","solution":${JSON.stringify(solution)}}`));
  json.text('"municipalities":[');
  for (const [row, { municipality, population }] of members.entries()) {
    const amount = totals[row] ?? 0;
    json.write(row > 0 ? NEXT_AMOUNT : FIRST_AMOUNT).kroner(amount);
    json.text(`","municipality":${JSON.stringify(municipality)}`);
    json.write(PER_CITIZEN).kroner(roundedQuotient(amount, Number(population)));
    json.write(POPULATION).whole(Number(population)).write(SOLUTIONS);
    writeRow(json, row, columns, named);
    json.write(CLOSE);
  }
  json.text(']');
}

function writeRow(
  json: JsonBytes,
  row: number,
  columns: readonly Float64Array[],
  named: readonly Fragment[],
): void {
  for (let place = 0; place < columns.length; place++) {
    json.write(place > 0 ? NEXT_AMOUNT : FIRST_AMOUNT).kroner(columns[place]?.[row] ?? 0);
    json.write(named[place] ?? COMMA);
  }
}

/** Price per citizen: half away from zero, exact because no step leaves the whole numbers that doubles hold. */
function roundedQuotient(amount: number, population: number): number {
  const rest = amount % population;
  const quotient = (amount - rest) / population;
  return rest >= population - rest ? quotient + 1 : quotient;
}

function sumOf(figures: Float64Array): number {
  let sum = 0;
  for (const figure of figures) sum += figure;
  return sum;
}
