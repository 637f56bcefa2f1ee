import { PLACES, type Place } from './tile-map-places.ts';

/** Which way each key leads on the map, in columns to the right and rows down. */
const WAYS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** To leave the way counts double, so that one comes straight on where there is something straight on. */
const ASIDE = 2;

/**
 * The municipality that a key leads to: the nearest in that direction, and where there is none, the same one.
 *
 * @param from its code; one that is not on the map starts at the first tile
 * @returns undefined for a key that leads nowhere
 */
export function stepOnMap(from: string | undefined, key: string): string | undefined {
  const way = WAYS[key];
  if (way === undefined) return undefined;
  const here = PLACES.find(({ municipality }) => municipality === from);
  if (here === undefined) return PLACES[0]?.municipality;
  const ahead = PLACES.flatMap((place) => {
    const { on, aside } = distance(here, place, way);
    return on > 0 ? [{ place, far: on + ASIDE * aside }] : [];
  });
  const nearest = ahead.toSorted((first, second) => first.far - second.far)[0];
  return (nearest?.place ?? here).municipality;
}

/** How far a place lies in the direction of the way, and how far to its side. */
function distance(here: Place, there: Place, [right, down]: readonly [number, number]) {
  const [columns, rows] = [there.column - here.column, there.row - here.row];
  return { on: columns * right + rows * down, aside: Math.abs(columns * down) + Math.abs(rows * right) };
}
