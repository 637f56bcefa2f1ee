import { onlySigned } from './accessions.ts';
import type { Field } from './field.ts';
import { endedAt, runningFrom } from './period.ts';
import { leavesSome, UNKNOWN_FUTURE } from './population.ts';
import { ONE } from './rational.ts';
import { readKey } from './read-key.ts';
import { readMeasure, readPopulation, readRates } from './read-terms.ts';
import {
  type Cell,
  inOrder,
  type Measure,
  type Municipality,
  type Projection,
  ratesInForce,
  type Solution,
  type Terms,
} from './terms.ts';

/**
 * The agreement after the changes of a scenario, applied in order: wire names and meaning as the contract has
 * them. Throws UnusableInput when a change has a wrong form or names what the agreement does not have.
 */
export function applyChanges(terms: Terms, changes: readonly Field[]): Terms {
  return changes.reduce((before, change) => {
    const type = change.at('type').text();
    const apply = Object.hasOwn(APPLY, type) ? APPLY[type] : undefined;
    return apply === undefined
      ? change.at('type').refuse('a type of change is wanted')
      : apply(before, change);
  }, terms);
}

const APPLY: Record<string, (terms: Terms, change: Field) => Terms> = {
  'set-index': setIndex,
  'set-index-vintage': (terms, change) => ({ ...terms, indexAsOf: change.at('asOf').text() }),
  'set-efficiency': setEfficiency,
  'set-base-price': setBasePrice,
  'set-reserved-share': (terms, change) => {
    const reservedShare = change.at('share').decimal();
    return forSolutions(terms, change, (solution) => ({ ...solution, reservedShare }));
  },
  'set-key': (terms, change) => {
    const key = readKey(change.at('key'));
    return forSolutions(terms, change, (solution) => ({ ...solution, key }));
  },
  'add-solution': (terms, change) => {
    const fromYear = change.at('fromYear').whole();
    return forSolutions(terms, change, (solution) => ({
      ...solution,
      periods: runningFrom(solution.periods, fromYear, { firstYear: fromYear }),
    }));
  },
  'remove-solution': (terms, change) => {
    const lastYear = change.at('fromYear').whole() - 1;
    return forSolutions(terms, change, (solution) => ({
      ...solution,
      periods: endedAt(solution.periods, lastYear),
    }));
  },
  withdraw,
  enter,
  'only-signed': onlySigned,
  'set-criterion-weight': setCriterionWeight,
  'set-population': setPopulation,
  'grow-population': growPopulation,
  // These speak of the pool's use and its rules; no price depends on them.
  'commit-pool': (terms) => terms,
  'carry-over-pool': (terms) => terms,
  'set-rule-set': (terms) => terms,
};

/** The given rates only are set; the others follow the entry that is in force. */
function setIndex(terms: Terms, change: Field): Terms {
  const year = change.at('year').whole();
  const rates = { ...terms.indexSet.get(year), ...readRates(change) };
  const indexSet = new Map(terms.indexSet).set(year, rates);
  if (ratesInForce({ ...terms, indexSet }, year) !== undefined) return { ...terms, indexSet };
  return change.refuse(`"combined" is wanted, because ${year} has no index entry yet`);
}

/** A rate is laid on top; an amount takes the place of one for the same year and the same cells. */
function setEfficiency(terms: Terms, change: Field): Terms {
  const measure = readMeasure(change);
  const kept = terms.measures.filter((earlier) => !isReplacedBy(earlier, measure));
  return { ...terms, measures: [...kept, measure] };
}

function isReplacedBy(earlier: Measure, later: Measure): boolean {
  return (
    'ore' in earlier.saving &&
    'ore' in later.saving &&
    earlier.year === later.year &&
    sameSet(earlier.solutions, later.solutions) &&
    sameSet(earlier.components, later.components)
  );
}

function sameSet(first: ReadonlySet<string> | undefined, second: ReadonlySet<string> | undefined): boolean {
  if (first === undefined || second === undefined) return first === second;
  return first.symmetricDifference(second).size === 0;
}

/** A solution that lacks the component that is named gets it: its price there was nothing. */
function setBasePrice(terms: Terms, change: Field): Terms {
  const component = change.optional('component')?.text();
  const ore = change.at('amount').ore();
  if (component !== undefined && !terms.components.includes(component)) {
    change.at('component').refuse('the agreement has no such component');
  }
  return forSolutions(terms, change, (solution) => ({
    ...solution,
    cells: inOrder(repriced(solution.cells, component, ore), terms.components),
  }));
}

function repriced(cells: readonly Cell[], component: string | undefined, ore: bigint): Cell[] {
  if (component === undefined) return cells.map((cell) => ({ ...cell, ore }));
  const others = cells.filter((cell) => cell.component !== component);
  const known = cells.find((cell) => cell.component === component);
  return [...others, { ...known, component, ore }];
}

/** The last stay that began by the year ends with it, whatever end it had. */
function withdraw(terms: Terms, change: Field): Terms {
  const lastYear = change.at('lastYear').whole();
  const fixedShare = change.optional('fixedShare')?.decimal() ?? ONE;
  return forMunicipality(terms, change, ({ membership, ...municipality }) => {
    const begun = membership.filter(({ firstYear }) => firstYear <= lastYear);
    const last = begun.at(-1);
    if (last === undefined)
      return change.at('lastYear').refuse('it has not entered by then and cannot withdraw');
    return { ...municipality, membership: [...begun.slice(0, -1), { ...last, lastYear, fixedShare }] };
  });
}

/** No price depends on it, but the criterion must be there and cannot count less than nothing. */
function setCriterionWeight(terms: Terms, change: Field): Terms {
  const weight = change.at('weight');
  if (weight.decimal().numerator < 0n) weight.refuse('a weight of 0 or more is wanted');
  const criterion = change.at('criterion');
  if (!terms.criteria.has(criterion.text())) criterion.refuse('the agreement has no such criterion');
  return terms;
}

/** A count holds from its year on; another one of the same year takes its place. */
function setPopulation(terms: Terms, change: Field): Terms {
  const year = change.at('year').whole();
  const counts = new Map(
    change
      .at('populations')
      .entries()
      .map(([code, field]) => [code, readPopulation(field)]),
  );
  const stray = [...counts.keys()].find(
    (code) => !terms.municipalities.some((one) => one.municipality === code),
  );
  if (stray !== undefined)
    change.at('populations').at(stray).refuse('the agreement has no such municipality');
  return project(terms, new Set(counts.keys()), (projection, code) => ({
    ...projection,
    counted: new Map(projection.counted).set(year, counts.get(code) ?? 1n),
  }));
}

/** Each year of the period has this growth and no other. */
function growPopulation(terms: Terms, change: Field): Terms {
  const rate = change.at('rate').decimal();
  if (!leavesSome(rate)) change.at('rate').refuse('a rate above -1 is wanted');
  const [firstYear, lastYear] = [change.at('firstYear').whole(), change.at('lastYear').whole()];
  if (lastYear < firstYear) change.at('lastYear').refuse('a year that is not before the first is wanted');
  const all = new Set(terms.municipalities.map(({ municipality }) => municipality));
  const named = change.optional('municipalities')?.textSet() ?? all;
  if (!named.isSubsetOf(all)) change.at('municipalities').refuse('the agreement does not have all of these');
  return project(terms, named, (projection) => {
    const grown = new Map(projection.grown);
    for (let year = firstYear; year <= lastYear; year++) grown.set(year, rate);
    return { ...projection, grown };
  });
}

function project(
  terms: Terms,
  named: ReadonlySet<string>,
  alter: (projection: Projection, code: string) => Projection,
): Terms {
  return {
    ...terms,
    municipalities: terms.municipalities.map((one) =>
      named.has(one.municipality)
        ? { ...one, projection: alter(one.projection ?? UNKNOWN_FUTURE, one.municipality) }
        : one,
    ),
  };
}

function enter(terms: Terms, change: Field): Terms {
  const firstYear = change.at('firstYear').whole();
  return forMunicipality(terms, change, ({ membership, ...municipality }) => ({
    ...municipality,
    membership: runningFrom(membership, firstYear, { firstYear, fixedShare: ONE }),
  }));
}

function forSolutions(terms: Terms, change: Field, alter: (solution: Solution) => Solution): Terms {
  const named = change.optional('solution');
  const covers = ({ solution }: Solution) => named === undefined || named.value === solution;
  if (!terms.solutions.some(covers))
    return change.at('solution').refuse('the agreement has no such solution');
  return {
    ...terms,
    solutions: terms.solutions.map((solution) => (covers(solution) ? alter(solution) : solution)),
  };
}

function forMunicipality(
  terms: Terms,
  change: Field,
  alter: (municipality: Municipality) => Municipality,
): Terms {
  const named = change.at('municipality');
  const covers = ({ municipality }: Municipality) => municipality === named.value;
  if (!terms.municipalities.some(covers)) return named.refuse('the agreement has no such municipality');
  return {
    ...terms,
    municipalities: terms.municipalities.map((one) => (covers(one) ? alter(one) : one)),
  };
}
