import type { KeptScenario, Scenario } from '../api/scenario.ts';

export type Change = Scenario['changes'][number];

/** A scenario under work: what it says now, and the kept one it came from, at the version that was seen. */
export interface Draft {
  readonly scenario: Scenario;
  readonly kept?: { readonly id: string; readonly version: number };
}

export function draftOf({ id, scenario, stored }: KeptScenario): Draft {
  return { scenario, kept: { id, version: stored.version } };
}

/**
 * A scenario as it stands in an address. Base64 of its JSON: an address is no place to read it, but it can be sent, kept
 * as a bookmark, and reloaded.
 */
export function asWord(scenario: Scenario): string {
  const bytes = new TextEncoder().encode(JSON.stringify(scenario));
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** The scenario of an address; undefined where somebody has cut or changed the word. What it says, the API checks. */
export function ofWord(word: string): Scenario | undefined {
  try {
    const bytes = Uint8Array.fromBase64(word, { alphabet: 'base64url' });
    const scenario: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isScenario(scenario) ? scenario : undefined;
  } catch {
    return undefined;
  }
}

function isScenario(value: unknown): value is Scenario {
  if (typeof value !== 'object' || value === null) return false;
  return 'agreement' in value && 'years' in value && 'changes' in value && Array.isArray(value.changes);
}

/** Whether two scenarios say the same. Both come from JSON, and the page never reorders what is in one. */
export function sayTheSame(first: Scenario, second: Scenario): boolean {
  return JSON.stringify(sortedKeys(first)) === JSON.stringify(sortedKeys(second));
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([first], [second]) => (first < second ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}
