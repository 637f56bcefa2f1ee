/** The same text in the two languages that users read. */
export interface Bilingual {
  readonly da: string;
  readonly en: string;
}

/**
 * Something a user asked for that cannot be done: a value, never an exception.
 *
 * `code` reads as a fact and never changes; `path` leads to the field that causes it, counted from the object
 * that was given. Pricing and sharing count from the scenario that led to their agreement.
 */
export interface Refusal {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** Either the value asked for, or every reason that was found for refusing it (at least one). */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export function accepted<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(...refusals: readonly Refusal[]): Result<never> {
  return { ok: false, refusals };
}

/** The same refusal seen from an enclosing object: `path` is put in front of its own. */
export function within(path: readonly (string | number)[], refusal: Refusal): Refusal {
  return { ...refusal, path: [...path, ...refusal.path] };
}

/**
 * All values, or all refusals of all parts: so that a user sees every error of a list at once.
 */
export function collect<T>(results: readonly Result<T>[]): Result<T[]> {
  const refusals = results.flatMap((result) => (result.ok ? [] : result.refusals));
  if (refusals.length > 0) return refused(...refusals);
  return accepted(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

/** A broken invariant is our own bug, never the user's: it throws and names what was believed. */
export function invariant(condition: boolean, belief: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${belief}`);
}
