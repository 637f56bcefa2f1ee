import { invariant } from '../src/refusal.ts';
import { chunkDraws, correlationFactor } from './correlated-draws.ts';
import type { ValuesInReach } from './parameter-values.ts';
import { chunkRange, type Sweep } from './sweep.ts';

/** One point of a sweep: its number, and for each parameter the place of its value. */
export interface Point {
  readonly point: number;
  readonly places: readonly number[];
}

/** The points of a chunk, each known by its number alone: so chunks can be computed anywhere, in any order, and again. */
export function* pointsOf(sweep: Sweep, reaches: readonly ValuesInReach[], chunk: number): Generator<Point> {
  const [from, to] = chunkRange(sweep, chunk);
  const { design } = sweep;
  if (design.kind === 'grid') {
    for (let point = from; point < to; point++) yield { point, places: gridPlaces(point, reaches) };
    return;
  }
  const factor = correlationFactor(reaches.length, design.correlations);
  invariant(factor !== undefined, 'correlations were checked when the sweep was made');
  let point = from;
  for (const draws of chunkDraws(design.seed, chunk, to - from, factor)) {
    const places = reaches.map(({ placeOf }, parameter) => {
      const draw = draws[parameter];
      invariant(draw !== undefined, 'every parameter is drawn');
      return placeOf(draw);
    });
    yield { point, places };
    point += 1;
  }
}

/** All combinations in order, the last parameter moving fastest. */
function gridPlaces(point: number, reaches: readonly ValuesInReach[]): number[] {
  const places = new Array<number>(reaches.length).fill(0);
  let left = point;
  for (let parameter = reaches.length - 1; parameter >= 0; parameter--) {
    const count = reaches[parameter]?.count ?? 1;
    const place = left % count;
    places[parameter] = place;
    left = (left - place) / count;
  }
  return places;
}
