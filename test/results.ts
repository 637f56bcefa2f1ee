import type { Refusal, Result } from '../src/refusal.ts';

/** The value of a result that must be accepted. */
export function acceptedValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusals)}`);
  return result.value;
}

/**
 * The refusals of a result, none when it is accepted. Each must say in both languages what is wrong and how to
 * mend it.
 */
export function refusalsOf(result: Result<unknown>): Pick<Refusal, 'code' | 'path'>[] {
  if (result.ok) return [];
  return result.refusals.map(({ code, path, message, remedy }) => {
    const texts = [message.da, message.en, remedy.da, remedy.en];
    if (!texts.every((text) => text.length > 0)) throw new Error(`${code} does not say all that it should`);
    return { code, path };
  });
}

/** The codes of a result's refusals; none when it is accepted. */
export function codesOf(result: Result<unknown>): string[] {
  return refusalsOf(result).map(({ code }) => code);
}
