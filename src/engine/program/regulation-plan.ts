import { restOf, SCALED_ONE, type Scaled } from '../scaled.ts';
import type { PriceShape, RegulatedYear } from './price-inputs.ts';
import { decimalsOf, type Weighted, type WholeSum, wholeSum } from './whole-sum.ts';

/** What prices are multiplied by from one year to the next, as whole numbers over a power of ten that all cells share. */
export interface RegulationStep {
  /** 1 + pl for cells of one wage share. The first is that of general prices, which must be above zero whether cells follow it or not. */
  readonly growths: readonly WholeSum[];
  /** 1 − e for each efficiency rate; the first is 1. */
  readonly rests: readonly WholeSum[];
  /** Each goes on from one of the year before; cells of the same history share their factor. */
  readonly histories: readonly History[];
  /** For each cell its history. */
  readonly historyOf: Int32Array;
  /** Decimals of a growth times a rest. */
  readonly decimals: number;
  /** Whether a parameter sets a number of it. */
  readonly isOpen: boolean;
}

export interface History {
  readonly before: number;
  readonly growth: number;
  readonly rest: number;
}

/** How many decimals a number has, and whether a parameter sets it. */
export interface NumberForms {
  readonly scaleOf: (place: number) => number;
  readonly isOpen: (place: number) => boolean;
}

/**
 * The steps of all regulated years.
 *
 * @returns undefined when a cell has a wage share and a year has no rates for wage and price
 */
export function regulationPlan(
  { cells, regulated }: PriceShape,
  forms: NumberForms,
): RegulationStep[] | undefined {
  const steps: RegulationStep[] = [];
  let before = new Int32Array(cells.length);
  for (const year of regulated) {
    const step = regulationStep(cells, year, before, forms);
    if (step === undefined) return undefined;
    before = step.historyOf;
    steps.push(step);
  }
  return steps;
}

function regulationStep(
  cells: PriceShape['cells'],
  year: RegulatedYear,
  before: Int32Array<ArrayBuffer>,
  { scaleOf, isOpen }: NumberForms,
): (RegulationStep & { readonly historyOf: Int32Array<ArrayBuffer> }) | undefined {
  const shares = new Map<string, Scaled | undefined>([[shareName(undefined), undefined]]);
  for (const { wageShare } of cells) shares.set(shareName(wageShare), wageShare);
  const growthTerms = [...shares.values()].flatMap((share) => {
    const terms = growthOf(share, year);
    return terms === undefined ? [] : [terms];
  });
  if (growthTerms.length < shares.size) return undefined;
  const rates = [...new Set(year.efficiency)].filter((place) => place !== undefined);
  const restTerms = [[], ...rates.map((place): Weighted[] => [[place, MINUS_ONE]])];
  const names = [...shares.keys()];
  const growths = sumsOf(growthTerms, scaleOf);
  const rests = sumsOf(restTerms, scaleOf);
  return {
    growths: growths.sums,
    rests: rests.sums,
    decimals: growths.decimals + rests.decimals,
    isOpen: [...growthTerms, ...restTerms].flat().some(([place]) => isOpen(place)),
    ...historiesOf(
      cells.map(({ wageShare }, cell) => ({
        before: before[cell] ?? 0,
        growth: names.indexOf(shareName(wageShare)),
        rest: 1 + rates.indexOf(year.efficiency[cell] ?? NONE),
      })),
    ),
  };
}

/** No number stands there. */
const NONE = -1;
const MINUS_ONE: Scaled = { digits: -1n, scale: 0 };

function shareName(wageShare: Scaled | undefined): string {
  return wageShare === undefined ? 'combined' : `${wageShare.digits}/${wageShare.scale}`;
}

/** What is added to 1: pl(s,c,k) of the model, section 3. */
function growthOf(wageShare: Scaled | undefined, year: RegulatedYear): Weighted[] | undefined {
  const { combined, correction, wage, price } = year;
  if (wageShare === undefined)
    return [
      [combined, SCALED_ONE],
      [correction, SCALED_ONE],
    ];
  if (wage === undefined || price === undefined) return undefined;
  return [
    [wage, wageShare],
    [price, restOf(wageShare)],
    [correction, SCALED_ONE],
  ];
}

function sumsOf(
  terms: readonly (readonly Weighted[])[],
  scaleOf: NumberForms['scaleOf'],
): { readonly sums: WholeSum[]; readonly decimals: number } {
  const decimals = Math.max(...terms.map((sum) => decimalsOf(sum, scaleOf)));
  return { sums: terms.map((sum) => wholeSum(sum, decimals, scaleOf)), decimals };
}

function historiesOf(ofCells: readonly History[]): {
  readonly histories: readonly History[];
  readonly historyOf: Int32Array<ArrayBuffer>;
} {
  const places = new Map<string, number>();
  const histories: History[] = [];
  const historyOf = Int32Array.from(ofCells, (history) => {
    const name = `${history.before}/${history.growth}/${history.rest}`;
    const place = places.get(name) ?? histories.push(history) - 1;
    places.set(name, place);
    return place;
  });
  return { histories, historyOf };
}
