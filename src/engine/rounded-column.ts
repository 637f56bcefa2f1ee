import { raisedByLargestRemainder } from '../money/apportionment.ts';
import type { FractionalCells } from '../money/mend-rows.ts';
import { ore } from '../money/ore.ts';
import { quotasOf } from '../money/quotas.ts';
import type { CompiledKey } from './compiled-key.ts';
import { divideProducts } from './divide-product.ts';

/** A total split by its key, each cell at the floor of its quota until `raised` says otherwise. */
export interface RoundedColumn {
  /** The rows of all cells, ascending, and the floors of their quotas in whole øre. */
  readonly rows: Int32Array;
  readonly floors: Float64Array;
  /** The cells whose quota is not whole, by row, raised by the largest remainder method at first. */
  readonly fractional: FractionalCells;
  /** Where each of those stands among all cells. */
  readonly places: Int32Array;
  /** Their fractions, each within half a unit in the last place. */
  readonly fractions: Float64Array;
  /** The exact fraction of one of them. */
  readonly fractionOf: (cell: number) => { readonly numerator: bigint; readonly divisor: bigint };
}

/**
 * Splits a total by the largest remainder method, as `apportion` does, and keeps what the rows need to be mended.
 *
 * @param total 0 … 2^51 øre
 */
export function roundColumn(total: number, key: CompiledKey): RoundedColumn {
  return key.kind === 'safe' ? roundSafely(total, key) : roundWide(total, key);
}

function roundSafely(total: number, key: Extract<CompiledKey, { kind: 'safe' }>): RoundedColumn {
  const { rows, weights, divisor } = key;
  const { floors, remainders } = divideProducts(total, weights, divisor);
  const places = fractionalPlaces(remainders);
  const fractionalRows = new Int32Array(places.length);
  const fractions = new Float64Array(places.length);
  for (let cell = 0; cell < places.length; cell++) {
    const place = places[cell] ?? 0;
    fractionalRows[cell] = rows[place] ?? 0;
    fractions[cell] = (remainders[place] ?? 0) / divisor;
  }
  let left = total;
  for (let place = 0; place < floors.length; place++) left -= floors[place] ?? 0;
  return {
    rows,
    floors,
    places,
    fractions,
    fractional: { rows: fractionalRows, raised: raisedByRemainder(left, remainders, places) },
    fractionOf: (cell) => ({
      numerator: BigInt(remainders[places[cell] ?? 0] ?? 0),
      divisor: BigInt(divisor),
    }),
  };
}

/** As many of the largest as are left over, of equal ones the earlier: those above the last one that is raised, and some like it. */
function raisedByRemainder(left: number, remainders: Float64Array, places: Int32Array): Uint8Array {
  const raised = new Uint8Array(places.length);
  if (left === 0) return raised;
  const ranked = new Float64Array(places.length);
  for (let cell = 0; cell < places.length; cell++) ranked[cell] = remainders[places[cell] ?? 0] ?? 0;
  ranked.sort();
  const last = ranked[ranked.length - left] ?? 0;
  let likeLast = left;
  for (let place = ranked.length - 1; (ranked[place] ?? 0) > last; place--) likeLast -= 1;
  for (let cell = 0; cell < places.length; cell++) {
    const remainder = remainders[places[cell] ?? 0] ?? 0;
    if (remainder > last) raised[cell] = 1;
    if (remainder !== last || likeLast === 0) continue;
    raised[cell] = 1;
    likeLast -= 1;
  }
  return raised;
}

function roundWide(total: number, key: Extract<CompiledKey, { kind: 'wide' }>): RoundedColumn {
  const { rows, weights } = key;
  const amount = ore(BigInt(total));
  const quotas = quotasOf(amount, weights);
  const { floors, remainders, divisor } = quotas;
  const isRaised = raisedByLargestRemainder(amount, quotas);
  const places = Int32Array.from([...remainders.keys()].filter((place) => remainders[place] !== 0n));
  return {
    rows,
    floors: Float64Array.from(floors, Number),
    places,
    fractions: Float64Array.from(places, (place) => fraction(remainders[place] ?? 0n, divisor)),
    fractional: {
      rows: Int32Array.from(places, (place) => rows[place] ?? 0),
      raised: Uint8Array.from(places, (place) => (isRaised[place] ? 1 : 0)),
    },
    fractionOf: (cell) => ({ numerator: remainders[places[cell] ?? 0] ?? 0n, divisor }),
  };
}

const FRACTION_BITS = 60n;
const FRACTION_UNIT = 2 ** -60;

/** In fixed point, and rounded once: within half a unit in the last place unless it is all but zero. */
function fraction(remainder: bigint, divisor: bigint): number {
  return Number((remainder << FRACTION_BITS) / divisor) * FRACTION_UNIT;
}

function fractionalPlaces(remainders: Float64Array): Int32Array {
  const places = new Int32Array(remainders.length);
  let count = 0;
  for (let place = 0; place < remainders.length; place++) {
    if (remainders[place] === 0) continue;
    places[count] = place;
    count += 1;
  }
  return places.subarray(0, count);
}
