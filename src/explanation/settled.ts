import { invariant, type Result } from '../refusal.ts';

/** The value of a computation that pricing or sharing has already made with the same data, and accepted. */
export function settled<T>(result: Result<T>): T {
  invariant(result.ok, 'what a price was made from can be computed again');
  return result.value;
}
