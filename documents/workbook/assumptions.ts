import type { Agreement, EfficiencyMeasure } from '../../src/agreement/agreement.ts';
import { ratesOf, regulationOf, type YearRates } from '../../src/agreement/index-data.ts';
import { danishPercent } from '../../src/money/danish-figures.ts';
import { exactFromRate } from '../../src/money/exact.ts';
import { growthFactor, multiplyRates, type Rate, rateText } from '../../src/money/rate.ts';
import type { Result } from '../../src/refusal.ts';
import { invariant } from '../../src/refusal.ts';
import type { Sheet } from '../../tables/xlsx/sheet.ts';
import { figure } from './figures.ts';
import { Grid, type Reference } from './grid.ts';

/** What the price of every year rests on, where it can be changed. */
export interface Assumptions {
  readonly sheet: Sheet;
  /** The index of cells with a wage share, or without one, in a year. */
  readonly index: (wageShare: Rate | undefined, year: number) => Reference | undefined;
  /** 1 + combined + correction of a year: what amounts follow. */
  readonly growth: (year: number) => string;
  /** The rate or the amount of an efficiency measure. */
  readonly measure: (measure: EfficiencyMeasure) => Reference;
  readonly reservedShare: (solution: string) => Reference;
}

const RATES = 4;

/** The sheet *Forudsætninger*: index rates and the indices they give, efficiency, and reserved shares. */
export function assumptionSheet(agreement: Agreement, lastYear: number): Assumptions {
  const grid = new Grid('Forudsætninger', [50, 26, 26, 16, 18, 14]);
  grid.put(0, 1, 'Forudsætninger', 'title');
  grid.put(0, 2, 'Gule celler kan ændres. Satser er brøkdele af 1, vist i procent.', 'note');
  const years = yearsAfter(agreement, lastYear);
  const first = RATES + 1;
  const rowOf = new Map(years.map(({ year }, place) => [year, first + place]));
  setRates(grid, years, first);
  const indexTop = first + years.length + 2;
  const indexRows = setIndices(grid, agreement, years, { top: indexTop, rowOf });
  const measureTop = indexTop + indexRows.size + 3;
  const measures = setMeasures(grid, agreement, measureTop);
  const reservedTop = measureTop + measures.size + 3;
  const reserved = setReservedShares(grid, agreement, reservedTop);
  return {
    sheet: grid.sheet(2, 1),
    index: (wageShare, year) => {
      const row = indexRows.get(shareName(wageShare));
      const place = years.findIndex((rates) => rates.year === year);
      return row === undefined || place < 0 ? undefined : grid.reference(2 + place, row);
    },
    growth: (year) => growthOf(grid, rowOf.get(year) ?? first),
    measure: (measure) => found(measures.get(measure)),
    reservedShare: (solution) => found(reserved.get(solution)),
  };
}

function yearsAfter(agreement: Agreement, lastYear: number): YearRates[] {
  const count = Math.max(0, lastYear - agreement.baseYear);
  return Array.from({ length: count }, (_, place) =>
    granted(ratesOf(agreement, agreement.baseYear + place + 1)),
  );
}

function setRates(grid: Grid, years: readonly YearRates[], first: number): void {
  grid.put(0, RATES - 1, 'Pris- og lønregulering', 'subtitle');
  grid.header(RATES, ['År', 'Løn', 'Pris', 'Samlet', 'Niveaukorrektion', 'Skøn fra']);
  years.forEach(({ year, wage, price, combined, correction, vintage = 'scenariet' }, place) => {
    const row = first + place;
    grid.put(0, row, String(year));
    grid.put(1, row, wage ?? '', 'inputRate');
    grid.put(2, row, price ?? '', 'inputRate');
    grid.put(3, row, combined, 'inputRate');
    grid.put(4, row, correction, 'inputRate');
    grid.put(5, row, vintage);
  });
}

interface IndexPlace {
  readonly top: number;
  readonly rowOf: ReadonlyMap<number, number>;
}

/** A row for each wage share that cells have, with its index in every year: the year before times the regulation. */
function setIndices(
  grid: Grid,
  { solutions, baseYear }: Agreement,
  years: readonly YearRates[],
  { top, rowOf }: IndexPlace,
): Map<string, number> {
  const shares = new Map(
    solutions.flatMap(({ basePrices }) =>
      basePrices.map(({ wageShare }): [string, Rate | undefined] => [shareName(wageShare), wageShare]),
    ),
  );
  grid.put(0, top, `Indeks (${baseYear} = 1)`, 'subtitle');
  grid.header(top + 1, ['Celler med', 'Lønandel', ...years.map(({ year }) => String(year))]);
  const rows = new Map<string, number>();
  let row = top + 2;
  for (const [name, wageShare] of [...shares].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    rows.set(name, row);
    setIndexRow(grid, years, { row, wageShare, rowOf });
    row += 1;
  }
  return rows;
}

function setIndexRow(
  grid: Grid,
  years: readonly YearRates[],
  place: { readonly row: number; readonly wageShare: Rate | undefined } & Pick<IndexPlace, 'rowOf'>,
): void {
  const { row, wageShare, rowOf } = place;
  grid.put(0, row, wageShare === undefined ? 'samlet skøn' : `lønandel ${danishPercent(wageShare)}`);
  if (wageShare !== undefined) grid.put(1, row, wageShare, 'inputRate');
  const factors: Rate[] = [];
  years.forEach((rates, column) => {
    factors.push(growthFactor(granted(regulationOf(rates, wageShare))));
    const rateRow = rowOf.get(rates.year) ?? 0;
    const share = grid.reference(1, row);
    const blended = `(1+${share}*${grid.reference(1, rateRow)}+(1-${share})*${grid.reference(2, rateRow)}+${grid.reference(4, rateRow)})`;
    const factor = wageShare === undefined ? growthOf(grid, rateRow) : blended;
    const before = column === 0 ? '' : `${grid.reference(1 + column, row)}*`;
    grid.formula(
      2 + column,
      row,
      `${before}${factor}`,
      figure(exactFromRate(multiplyRates(factors))),
      'factor',
    );
  });
}

function setMeasures(
  grid: Grid,
  { efficiency, solutions, components }: Agreement,
  top: number,
): Map<EfficiencyMeasure, Reference> {
  const titles = new Map([
    ...solutions.map(({ solution, title }): [string, string] => [solution, title.da]),
    ...components.map(({ component, title }): [string, string] => [component, title.da]),
  ]);
  const named = (ids: readonly string[] | undefined) =>
    ids === undefined ? 'alle' : ids.map((id) => titles.get(id) ?? id).join(', ');
  grid.put(0, top, 'Effektivisering', 'subtitle');
  grid.header(top + 1, ['Fra år', 'Løsninger', 'Komponenter', 'Sats', 'Beløb, kr.']);
  return new Map(
    efficiency.map((measure, place): [EfficiencyMeasure, Reference] => {
      const row = top + 2 + place;
      grid.put(0, row, String(measure.year));
      grid.put(1, row, named(measure.solutions));
      grid.put(2, row, named(measure.components));
      const value =
        measure.form === 'rate'
          ? grid.put(3, row, measure.rate, 'inputRate')
          : grid.put(4, row, measure.amount, 'inputMoney');
      return [measure, value];
    }),
  );
}

function setReservedShares(grid: Grid, { solutions }: Agreement, top: number): Map<string, Reference> {
  grid.put(
    0,
    top,
    'Andel af forretningsmæssigt vedligehold, der er reserveret til prioriteringspuljen',
    'subtitle',
  );
  grid.header(top + 1, ['Løsning', 'Reserveret andel']);
  return new Map(
    solutions.map(({ solution, title, reservedShare }, place): [string, Reference] => {
      grid.put(0, top + 2 + place, title.da);
      return [solution, grid.put(1, top + 2 + place, reservedShare, 'inputRate')];
    }),
  );
}

function growthOf(grid: Grid, row: number): string {
  return `(1+${grid.reference(3, row)}+${grid.reference(4, row)})`;
}

function shareName(wageShare: Rate | undefined): string {
  return wageShare === undefined ? '' : rateText(wageShare);
}

/** A scenario that has been priced has its rates. */
function granted<T>(result: Result<T>): T {
  invariant(result.ok, 'a year that is priced has index data');
  return result.value;
}

function found<T>(value: T | undefined): T {
  invariant(value !== undefined, 'what a price rests on is among the assumptions');
  return value;
}
