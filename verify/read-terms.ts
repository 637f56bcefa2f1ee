import { readAccessions } from './accessions.ts';
import { defined, type Field } from './field.ts';
import type { Period } from './period.ts';
import { ONE } from './rational.ts';
import { readKey } from './read-key.ts';
import {
  type Cell,
  type IndexEntry,
  type IndexRates,
  inOrder,
  type Measure,
  type Municipality,
  type PaidShares,
  type Solution,
  type Terms,
} from './terms.ts';

/** Reads the agreement document as `GET /v1/agreements/{id}` answers it. Throws UnusableInput. */
export function readTerms(agreement: Field): Terms {
  const components = readComponents(agreement.at('components'));
  const order = components.map(({ component }) => component);
  const accessions = agreement.optional('accessions');
  return {
    baseYear: agreement.at('baseYear').whole(),
    components: order,
    reservable: new Set(components.flatMap(({ component, reservable }) => (reservable ? [component] : []))),
    solutions: agreement
      .at('solutions')
      .items()
      .map((field) => readSolution(field, order))
      .sort((first, second) => first.order - second.order),
    index: agreement.at('index').items().map(readIndexEntry),
    indexSet: new Map(),
    measures: agreement.at('efficiency').items().map(readMeasure),
    municipalities: agreement
      .at('municipalities')
      .items()
      .map(readMunicipality)
      .sort((first, second) => (first.municipality < second.municipality ? -1 : 1)),
    criteria: new Set(
      (agreement.optional('criteria')?.items() ?? []).map((one) => one.at('criterion').text()),
    ),
    ...defined('accessions', accessions && readAccessions(accessions)),
    past: new Map((agreement.optional('pastAmounts')?.items() ?? []).map(readPastYear)),
  };
}

function readComponents(list: Field) {
  return list
    .items()
    .map((field) => ({
      component: field.at('component').text(),
      order: field.at('order').whole(),
      reservable: field.at('reservable').boolean(),
    }))
    .sort((first, second) => first.order - second.order);
}

function readSolution(field: Field, components: readonly string[]): Solution {
  return {
    solution: field.at('solution').text(),
    order: field.at('order').whole(),
    periods: field.at('periods').items().map(readPeriod).sort(byFirstYear),
    cells: readCells(field.at('basePrices'), components),
    reservedShare: field.at('reservedShare').decimal(),
    key: readKey(field.at('key')),
    ...defined('participants', field.optional('participants')?.textSet()),
  };
}

function readCells(list: Field, components: readonly string[]): Cell[] {
  const fields = list.items();
  const stray = fields.find((field) => !components.includes(field.at('component').text()));
  if (stray !== undefined) stray.at('component').refuse('the agreement has no such component');
  return inOrder(fields.map(readCell), components);
}

function readCell(field: Field): Cell {
  return {
    component: field.at('component').text(),
    ore: field.at('amount').ore(),
    ...defined('wageShare', field.optional('wageShare')?.decimal()),
  };
}

function readPeriod(field: Field): Period {
  return {
    firstYear: field.at('firstYear').whole(),
    ...defined('lastYear', field.optional('lastYear')?.whole()),
  };
}

/** The given rates only: what a document or a change states about a year. */
export function readRates(field: Field): Partial<IndexRates> {
  return {
    ...defined('wage', field.optional('wage')?.decimal()),
    ...defined('price', field.optional('price')?.decimal()),
    ...defined('combined', field.optional('combined')?.decimal()),
    ...defined('correction', field.optional('correction')?.decimal()),
  };
}

function readIndexEntry(field: Field): IndexEntry {
  return {
    year: field.at('year').whole(),
    vintage: field.at('vintage').text(),
    ...readRates(field),
    combined: field.at('combined').decimal(),
    correction: field.at('correction').decimal(),
  };
}

/** Reads a measure of the agreement and a `set-efficiency` change alike. */
export function readMeasure(field: Field): Measure {
  const rate = field.optional('rate')?.decimal();
  return {
    year: field.at('year').whole(),
    ...defined('solutions', field.optional('solutions')?.textSet()),
    ...defined('components', field.optional('components')?.textSet()),
    saving: rate === undefined ? { ore: field.at('amount').ore() } : { rate },
  };
}

function readMunicipality(field: Field): Municipality {
  return {
    municipality: field.at('municipality').text(),
    population: readPopulation(field.at('population')),
    membership: field
      .at('membership')
      .items()
      .map((period) => ({
        ...readPeriod(period),
        fixedShare: period.optional('fixedShare')?.decimal() ?? ONE,
      }))
      .sort(byFirstYear),
  };
}

/** Wire: municipalities with their solutions; wanted: solutions with their municipalities. */
function readPastYear(field: Field): [year: number, paid: PaidShares] {
  const paid = new Map<string, Map<string, bigint>>();
  for (const one of field.at('municipalities').items()) {
    for (const line of one.at('solutions').items()) {
      const solution = line.at('solution').text();
      const payers = paid.get(solution) ?? new Map<string, bigint>();
      paid.set(solution, payers.set(one.at('municipality').text(), line.at('amount').ore()));
    }
  }
  return [field.at('year').whole(), paid];
}

function byFirstYear(first: Period, second: Period): number {
  return first.firstYear - second.firstYear;
}

/** At least one citizen. */
export function readPopulation(field: Field): bigint {
  const population = field.whole();
  return population > 0 ? BigInt(population) : field.refuse('a population of at least one is wanted');
}
