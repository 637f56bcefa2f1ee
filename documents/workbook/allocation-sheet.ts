import type { Municipality, Solution } from '../../src/agreement/agreement.ts';
import type { PlainKey } from '../../src/agreement/allocation-key.ts';
import { keyWeights, solutionWeights } from '../../src/agreement/key-weights.ts';
import { solutionsIn } from '../../src/agreement/membership.ts';
import { divide, type Exact, exactFromOre, multiply, sign, sum, ZERO } from '../../src/money/exact.ts';
import { type Ore, sumOre, ZERO_ORE } from '../../src/money/ore.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { invariant } from '../../src/refusal.ts';
import type { PaidYear } from '../../src/sharing/paid-year.ts';
import { perCitizen } from '../../src/sharing/per-citizen.ts';
import { splitColumns } from '../../src/sharing/split-columns.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import type { Sheet } from '../../tables/xlsx/sheet.ts';
import { figure, regulation } from './figures.ts';
import { Grid, type Reference, rowRange } from './grid.ts';
import type { KeyFigures } from './keys.ts';
import { apportioned, type PriceSheet } from './price-sheet.ts';

export interface AllocationSheet {
  readonly sheet: Sheet;
  /** The sum of what all municipalities pay. */
  readonly total: Reference;
}

const HEADER = 4;
const TOP = 5;
const [CODE, NAME, POPULATION, TOTAL, PER_CITIZEN, FIRST] = [0, 1, 2, 3, 4, 5];

/** The sheet *Fordeling* of a year: what each municipality pays for each solution, from its weight in the solution's key. */
export function allocationSheet(
  price: YearPrice,
  shares: YearShares,
  before: PaidYear | undefined,
  { keys, prices }: { readonly keys: KeyFigures; readonly prices: PriceSheet },
): AllocationSheet {
  const { agreement, year } = price;
  const solutions = solutionsIn(agreement, year);
  const members = shares.municipalities.map(({ municipality }) =>
    memberOf(agreement.municipalities, municipality),
  );
  const grid = new Grid(`Fordeling ${year}`, [8, 22, 12, 18, 12, 16]);
  const last = TOP + members.length - 1;
  const weights = setWeights(grid, {
    price,
    solutions,
    members,
    before,
    keys,
    from: FIRST + solutions.length * 2 + 2,
  });
  grid.put(0, 1, `Fordeling ${year}, kr. uden moms`, 'title');
  grid.put(0, 2, 'Beløb til venstre, øreregulering i midten og vægte til højre.', 'note');
  grid.header(HEADER, [
    'Kode',
    'Kommune',
    'Folketal',
    'I alt',
    'Pr. borger',
    ...solutions.map(({ title }) => title.da),
  ]);
  grid.header(
    HEADER,
    solutions.map(({ title }) => `Øre: ${title.da}`),
    FIRST + solutions.length + 1,
  );
  shares.municipalities.forEach(({ municipality, population, amount }, place) => {
    const row = TOP + place;
    grid.put(CODE, row, municipality);
    grid.put(NAME, row, members[place]?.name ?? municipality);
    const citizens = grid.formula(
      POPULATION,
      row,
      keys.population(municipality),
      Number(population),
      'whole',
    );
    const own = `SUM(${rowRange(row, FIRST, FIRST + solutions.length - 1)})`;
    const total = grid.formula(TOTAL, row, own, amount, 'total');
    grid.formula(
      PER_CITIZEN,
      row,
      `ROUND(${total}/${citizens}+0.000001,2)`,
      perCitizen(amount, population),
      'money',
    );
  });
  solutions.forEach((_, place) => {
    const column = weights[place];
    const total = price.solutions[place]?.price ?? ZERO_ORE;
    invariant(column !== undefined, 'a solution has weights');
    setAmounts(
      grid,
      { column, total, price: prices.solutionPrices[place] ?? '0', place, solutions: solutions.length },
      shares,
      last,
    );
  });
  grid.put(NAME, last + 1, 'I alt', 'total');
  solutions.forEach((_, place) => {
    const paid = sumOre(shares.municipalities.map(({ amounts }) => amounts[place] ?? ZERO_ORE));
    grid.formula(FIRST + place, last + 1, `SUM(${grid.range(FIRST + place, TOP, last)})`, paid, 'total');
  });
  const all = sumOre(shares.municipalities.map(({ amount }) => amount));
  const total = grid.formula(TOTAL, last + 1, `SUM(${grid.range(TOTAL, TOP, last)})`, all, 'total');
  return { sheet: grid.sheet(HEADER, 2), total };
}

interface AmountColumn {
  readonly column: WeightColumn;
  readonly total: Ore;
  readonly price: Reference;
  readonly place: number;
  readonly solutions: number;
}

function setAmounts(
  grid: Grid,
  { column, total, price, place, solutions }: AmountColumn,
  { municipalities }: YearShares,
  last: number,
): void {
  const whole = sum(column.weights);
  const weightSum = `SUM(${grid.range(column.column, TOP, last)})`;
  municipalities.forEach(({ amounts }, row) => {
    const amount = amounts[place] ?? ZERO_ORE;
    const weight = column.weights[row] ?? ZERO;
    const quota = sign(whole) === 0 ? ZERO : divide(multiply(exactFromOre(total), weight), whole);
    const adjusted = grid.put(
      FIRST + solutions + 1 + place,
      TOP + row,
      regulation(amount, quota),
      'regulation',
    );
    const formula = apportioned(price, grid.reference(column.column, TOP + row), weightSum, adjusted);
    grid.formula(FIRST + place, TOP + row, formula, amount, 'money');
  });
}

/** Where a key's weights stand, and what they are. */
interface WeightColumn {
  readonly column: number;
  readonly weights: readonly Exact[];
}

interface WeightBasis {
  readonly price: YearPrice;
  readonly solutions: readonly Solution[];
  readonly members: readonly Municipality[];
  readonly before: PaidYear | undefined;
  readonly keys: KeyFigures;
  readonly from: number;
}

/** The weights of each solution; those of a mix to the right of its parts. Limits against the year before are values. */
function setWeights(
  grid: Grid,
  { price, solutions, members, before, keys, from }: WeightBasis,
): WeightColumn[] {
  const columns = splitColumns(price, before);
  invariant(columns.ok, 'a year that is shared has weights');
  const setter = new WeightSetter(grid, members, keys, from);
  return solutions.map((solution, place) => {
    const limited = solution.key.limits !== undefined && before !== undefined;
    const weights = columns.value[place]?.weights ?? [];
    return limited ? setter.values(solution, weights) : setter.solution(solution);
  });
}

class WeightSetter {
  readonly #grid: Grid;
  readonly #members: readonly Municipality[];
  readonly #keys: KeyFigures;
  #next: number;

  constructor(grid: Grid, members: readonly Municipality[], keys: KeyFigures, from: number) {
    this.#grid = grid;
    this.#members = members;
    this.#keys = keys;
    this.#next = from;
  }

  values({ title }: Solution, weights: readonly Exact[]): WeightColumn {
    const column = this.#column(`Vægt med grænser: ${title.da}`);
    for (const [row, weight] of weights.entries())
      this.#grid.put(column, TOP + row, figure(weight), 'decimal');
    return { column, weights };
  }

  solution(solution: Solution): WeightColumn {
    const { key, participants, title } = solution;
    const takes = this.#members.map(({ municipality }) => participants?.includes(municipality) ?? true);
    const column = this.#key(key, `Vægt: ${title.da}`, takes);
    return { column, weights: solutionWeights(solution, this.#members) };
  }

  /** @param takes which of the members take part */
  #key(key: PlainKey, title: string, takes: readonly boolean[]): number {
    const parts = key.kind === 'mix' ? this.#parts(key.parts, title, takes) : [];
    const column = this.#column(title);
    const taking = this.#members.filter((_, row) => takes[row]);
    const weights = keyWeights(key, taking);
    let taken = 0;
    this.#members.forEach((member, row) => {
      if (takes[row] !== true) this.#grid.put(column, TOP + row, 0);
      else {
        const weight = weights[taken] ?? ZERO;
        this.#grid.formula(
          column,
          TOP + row,
          this.#formula(key, member, TOP + row, parts),
          figure(weight),
          'decimal',
        );
        taken += 1;
      }
    });
    return column;
  }

  #parts(
    parts: Extract<PlainKey, { kind: 'mix' }>['parts'],
    title: string,
    takes: readonly boolean[],
  ): number[] {
    return parts.map(({ key }, place) => this.#key(key, `${title}, del ${place + 1}`, takes));
  }

  #formula(key: PlainKey, { municipality }: Municipality, row: number, parts: readonly number[]): string {
    const population = this.#keys.population(municipality);
    switch (key.kind) {
      case 'population':
        return population;
      case 'population-tiered': {
        const threshold = this.#keys.parameter(key, 'threshold');
        const above = this.#keys.parameter(key, 'weightAbove');
        return `MIN(${population},${threshold})+${above}*MAX(${population}-${threshold},0)`;
      }
      case 'equal':
        return '1';
      case 'weights':
        return this.#keys.weight(key, municipality);
      case 'mix':
        return parts.map((column, place) => this.#partFormula(key, column, row, place)).join('+');
    }
  }

  /** A part that nobody has weight in is left out, and the others carry its share. */
  #partFormula(key: PlainKey, column: number, row: number, place: number): string {
    const share = this.#keys.parameter(key, `share ${place}`);
    const total = `SUM(${this.#grid.range(column, TOP, TOP + this.#members.length - 1)})`;
    return `IF(${total}=0,0,${share}*${this.#grid.reference(column, row)}/${total})`;
  }

  #column(title: string): number {
    const column = this.#next;
    this.#next += 1;
    this.#grid.header(HEADER, [title], column);
    return column;
  }
}

function memberOf(municipalities: readonly Municipality[], code: string): Municipality {
  const found = municipalities.find(({ municipality }) => municipality === code);
  invariant(found !== undefined, 'a municipality that pays is in the agreement');
  return found;
}
