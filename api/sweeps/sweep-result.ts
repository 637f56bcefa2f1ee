import type { Agreement } from '../../src/agreement/agreement.ts';
import { decimalText } from '../../src/analysis/decimal-range.ts';
import { QuantileSketch, type SketchDocument } from '../../src/analysis/quantile-sketch.ts';
import type { FigureAddress } from '../../src/explanation/figure.ts';
import { ratio, roundHalfAwayFromZero } from '../../src/money/exact.ts';
import { kronerFromOre, ore } from '../../src/money/ore.ts';
import type { SweepFailure, SweepProgress } from '../../store/sweeps.ts';
import type { ChunkSummary } from '../../sweeps/chunk.ts';
import { columnsOf } from '../../sweeps/columns.ts';
import { requestRefusal } from '../request-refusals.ts';
import { type KeptSweep, sweepOf } from './kept-sweep.ts';
import type { SweepResult } from './sweep-schema.ts';

const PERCENTS = [1, 5, 10, 25, 50, 75, 90, 95, 99] as const;
const PROBABILITY_DECIMALS = 6;

/** How far a sweep has come, and how its figures are distributed over the points that are done. */
export function sweepResult(
  kept: KeptSweep,
  { state, summary, failure }: SweepProgress,
  agreement: Agreement,
): SweepResult {
  const known: ChunkSummary | undefined = summary === undefined ? undefined : JSON.parse(summary);
  const columns = columnsOf(sweepOf(kept), agreement);
  const priced = (known?.points ?? 0) - (known?.refused ?? 0);
  return {
    state,
    ...(failure !== undefined && { failure: failureOf(failure) }),
    points: kept.computed.points,
    done: known?.points ?? 0,
    refused: known?.refused ?? 0,
    figures: columns.flatMap((column, place) => {
      const sketch = known?.figures[place];
      return sketch === undefined || sketch.count === 0 ? [] : [distribution(column, sketch)];
    }),
    bounds: (kept.bounds ?? []).map((bound, place) => {
      const crossed = known?.crossed[place] ?? 0;
      return { ...bound, crossed, probability: fraction(crossed, priced) };
    }),
  };
}

function distribution(column: FigureAddress, document: SketchDocument): SweepResult['figures'][number] {
  const sketch = QuantileSketch.from(document);
  const kroner = (value: number) => kronerFromOre(ore(BigInt(value)));
  return {
    ...column,
    points: sketch.count,
    mean: kronerFromOre(roundHalfAwayFromZero(ratio(sketch.sum, BigInt(sketch.count)))),
    least: kroner(document.min),
    most: kroner(document.max),
    percentiles: Object.fromEntries(
      PERCENTS.map((percent) => [String(percent), kroner(sketch.quantile(percent / 100) ?? 0)]),
    ),
  };
}

function failureOf(failure: SweepFailure): NonNullable<SweepResult['failure']> {
  const { code, message, remedy } = requestRefusal(failure, []);
  return { code, message, remedy };
}

function fraction(part: number, whole: number): string {
  if (whole === 0) return decimalText(0n, PROBABILITY_DECIMALS);
  const scaled = ratio(BigInt(part) * 10n ** BigInt(PROBABILITY_DECIMALS), BigInt(whole));
  return decimalText(roundHalfAwayFromZero(scaled), PROBABILITY_DECIMALS);
}
