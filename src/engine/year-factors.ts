import type { Agreement, EfficiencyMeasure } from '../agreement/agreement.ts';
import { ratesOf, type YearRates } from '../agreement/index-data.ts';
import { covers } from '../agreement/scope.ts';
import type { CompiledCell } from './compiled-solution.ts';
import { plusScaled, restOf, SCALED_ONE, type Scaled, scaledRate, timesScaled } from './scaled.ts';

/** What one cell's base price is multiplied by in a year: equal cells share one object. */
export interface CellFactor {
  /** Π (1 + pl(k)) */
  readonly index: Scaled;
  /** Π (1 − e(k)) of the efficiency in rate form */
  readonly kept: Scaled;
}

/** The factors of a list of cells in one year, and what general prices have grown by since each earlier year. */
export interface YearFactors {
  readonly year: number;
  /** Undefined where the rates that a cell follows are not known, which matters to whoever has that cell in a year's price. */
  readonly cells: readonly (CellFactor | undefined)[];
  /** Π (1 + combined + correction) over the years after the one asked for. */
  readonly growthSince: (year: number) => Scaled;
}

/**
 * The factors of every year from the base year on, each from the one before: a year's rates are read once, and cells with
 * the same history share their product.
 *
 * @returns undefined when a year cannot be priced; `priceYear` says why
 */
export function factorsByYear(
  agreement: Agreement,
  cells: readonly CompiledCell[],
  lastYear: number,
): Map<number, YearFactors> | undefined {
  const byYear = new Map<number, YearFactors>();
  const start: CellFactor = { index: SCALED_ONE, kept: SCALED_ONE };
  let factors: readonly (CellFactor | undefined)[] = cells.map(() => start);
  let growths = new Map<number, Scaled>([[agreement.baseYear, SCALED_ONE]]);
  byYear.set(agreement.baseYear, {
    year: agreement.baseYear,
    cells: factors,
    growthSince: growthFrom(growths),
  });
  for (let year = agreement.baseYear + 1; year <= lastYear; year++) {
    const rates = ratesOf(agreement, year);
    if (!rates.ok) return undefined;
    factors = nextFactors(factors, cells, rates.value, agreement.efficiency);
    const growth = growthOf(plusScaled(scaledRate(rates.value.combined), scaledRate(rates.value.correction)));
    growths = new Map([...growths].map(([since, grown]) => [since, timesScaled(grown, growth)]));
    growths.set(year, SCALED_ONE);
    byYear.set(year, { year, cells: factors, growthSince: growthFrom(growths) });
  }
  return byYear;
}

function growthFrom(growths: ReadonlyMap<number, Scaled>): YearFactors['growthSince'] {
  return (year) => growths.get(year) ?? SCALED_ONE;
}

function nextFactors(
  before: readonly (CellFactor | undefined)[],
  cells: readonly CompiledCell[],
  rates: YearRates,
  measures: readonly EfficiencyMeasure[],
): (CellFactor | undefined)[] {
  const growths = new Map<string, Scaled | undefined>();
  const efficiencyOf = efficiencyRates(measures, rates.year);
  const made = new Map<CellFactor, Map<Scaled, Map<Scaled | undefined, CellFactor>>>();
  return cells.map((cell, place) => {
    if (!growths.has(cell.wageName)) growths.set(cell.wageName, growthOfCell(rates, cell.wageShare));
    const growth = growths.get(cell.wageName);
    const earlier = before[place];
    if (growth === undefined || earlier === undefined) return undefined;
    const efficiency = efficiencyOf(cell);
    const byGrowth = entry(made, earlier, () => new Map<Scaled, Map<Scaled | undefined, CellFactor>>());
    const byEfficiency = entry(byGrowth, growth, () => new Map<Scaled | undefined, CellFactor>());
    return entry(byEfficiency, efficiency, () => ({
      index: timesScaled(earlier.index, growth),
      kept: efficiency === undefined ? earlier.kept : timesScaled(earlier.kept, restOf(efficiency)),
    }));
  });
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** 1 + pl(s,c,k); undefined where it cannot be known or is not above zero. */
function growthOfCell(rates: YearRates, wageShare: Scaled | undefined): Scaled | undefined {
  const correction = scaledRate(rates.correction);
  if (wageShare === undefined) return growthOf(plusScaled(scaledRate(rates.combined), correction));
  if (rates.wage === undefined || rates.price === undefined) return undefined;
  const mixed = plusScaled(
    timesScaled(wageShare, scaledRate(rates.wage)),
    timesScaled(restOf(wageShare), scaledRate(rates.price)),
  );
  const growth = growthOf(plusScaled(mixed, correction));
  return growth.digits > 0n ? growth : undefined;
}

function growthOf(regulation: Scaled): Scaled {
  return plusScaled(SCALED_ONE, regulation);
}

/** The rate that holds for a cell in a year: of several that cover it the last one. */
function efficiencyRates(
  measures: readonly EfficiencyMeasure[],
  year: number,
): (cell: CompiledCell) => Scaled | undefined {
  const rates = measures.flatMap((measure) =>
    measure.form === 'rate' && measure.year === year ? [{ measure, rate: scaledRate(measure.rate) }] : [],
  );
  const last = rates.at(-1);
  if (last === undefined) return () => undefined;
  const coversAll = last.measure.solutions === undefined && last.measure.components === undefined;
  if (coversAll) return () => last.rate;
  return (cell) => rates.findLast(({ measure }) => covers(measure, cell))?.rate;
}
