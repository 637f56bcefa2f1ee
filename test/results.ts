import type { Result } from '../src/refusal.ts';

/** The value of a result that must be accepted. */
export function acceptedValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusals)}`);
  return result.value;
}

/** The codes of a result's refusals; none when it is accepted. */
export function codesOf(result: Result<unknown>): string[] {
  return result.ok ? [] : result.refusals.map(({ code }) => code);
}
