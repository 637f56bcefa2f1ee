import { invariant } from '../src/refusal.ts';
import { chunkDraws, correlationFactor } from './correlated-draws.ts';
import { valuesInReach } from './parameter-values.ts';
import { chunkRange, type Sweep } from './sweep.ts';

/** One point of a sweep: its number, and a value for each parameter. */
export interface Point {
  readonly point: number;
  readonly values: readonly string[];
}

/** The points of a chunk, each known by its number alone: so chunks can be computed anywhere, in any order, and again. */
export function* pointsOf(sweep: Sweep, chunk: number): Generator<Point> {
  const reaches = sweep.parameters.map(({ values }) => valuesInReach(values));
  const [from, to] = chunkRange(sweep, chunk);
  const { design } = sweep;
  if (design.kind === 'grid') {
    for (let point = from; point < to; point++) yield { point, values: gridValues(point, reaches) };
    return;
  }
  const factor = correlationFactor(reaches.length, design.correlations);
  invariant(factor !== undefined, 'correlations were checked when the sweep was made');
  let point = from;
  for (const draws of chunkDraws(design.seed, chunk, to - from, factor)) {
    const values = reaches.map(({ textAt, placeOf }, place) => {
      const draw = draws[place];
      invariant(draw !== undefined, 'every parameter is drawn');
      return textAt(placeOf(draw));
    });
    yield { point, values };
    point += 1;
  }
}

type Reach = ReturnType<typeof valuesInReach>;

/** All combinations in order, the last parameter moving fastest. */
function gridValues(point: number, reaches: readonly Reach[]): string[] {
  let left = point;
  return reaches
    .toReversed()
    .map(({ count, textAt }) => {
      const place = left % count;
      left = (left - place) / count;
      return textAt(place);
    })
    .reverse();
}
