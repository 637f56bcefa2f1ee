import { type Result, refused, within } from '../../src/refusal.ts';

/** The same result seen from an enclosing object: `path` is put in front of the paths of its refusals. */
export function atPath<T>(path: readonly (string | number)[], result: Result<T>): Result<T> {
  return result.ok ? result : refused(...result.refusals.map((refusal) => within(path, refusal)));
}
