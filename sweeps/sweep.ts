import type { ChangeDocument } from '../scenarios/schema.ts';
import type { FigureAddress } from '../src/explanation/figure.ts';

/** A parameter of a sweep (*gennemløb*): a number in a change, and the values that it takes. */
export interface SweptParameter {
  /** Keys and places from the list of changes on. */
  readonly path: readonly string[];
  /** A count or a year: a JSON number, where others are text. */
  readonly isCount: boolean;
  readonly values: ParameterValues;
}

/** Every value is one of a list, or of a range in equal steps; a distribution says how likely each is. */
export type ParameterValues =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | (DecimalSteps & { readonly kind: 'range' | 'uniform' })
  | (DecimalSteps & { readonly kind: 'normal'; readonly mean: string; readonly deviation: string })
  | (DecimalSteps & { readonly kind: 'triangular'; readonly mode: string });

interface DecimalSteps {
  readonly from: string;
  readonly to: string;
  readonly step: string;
  /** Decimals that texts have at least. */
  readonly decimals: number;
}

/** Two parameters whose draws move together. */
export interface Correlation {
  readonly first: number;
  readonly second: number;
  /** −1 … 1 */
  readonly coefficient: number;
}

/** How finely a sweep looks: the more it splits, the slower it is. */
export const DETAILS = ['agreement', 'solutions', 'municipalities'] as const;
export type Detail = (typeof DETAILS)[number];

/** A figure that is asked how often it lies above, or below, an amount. */
export interface Bound {
  readonly figure: FigureAddress;
  readonly side: 'above' | 'below';
  /** Whole øre. */
  readonly amount: number;
}

/** Everything that a sweep's points are computed from; data alone, so that it goes to other threads and into the store. */
export interface Sweep {
  /** The hash under which the agreement's document is kept. */
  readonly agreementHash: string;
  readonly changes: readonly ChangeDocument[];
  readonly years: { readonly from: number; readonly to: number };
  readonly parameters: readonly SweptParameter[];
  /** All combinations in order, or so many draws. */
  readonly design:
    | { readonly kind: 'grid' }
    | {
        readonly kind: 'sample';
        readonly seed: number;
        readonly correlations: readonly Correlation[];
      };
  readonly points: number;
  readonly chunkPoints: number;
  readonly detail: Detail;
  readonly bounds: readonly Bound[];
}

/** Points of a chunk, or some of them: from the first to before the last. */
export type PointRange = readonly [from: number, to: number];

/** The points of a chunk. */
export function chunkRange({ points, chunkPoints }: Sweep, chunk: number): PointRange {
  return [chunk * chunkPoints, Math.min(points, (chunk + 1) * chunkPoints)];
}

/** All points of a sweep in parts of so many at most, each within one chunk. */
export function* pointParts({ points, chunkPoints }: Sweep, most: number): Generator<PointRange> {
  for (let from = 0; from < points; ) {
    const to = Math.min(points, from + most, (Math.floor(from / chunkPoints) + 1) * chunkPoints);
    yield [from, to];
    from = to;
  }
}
