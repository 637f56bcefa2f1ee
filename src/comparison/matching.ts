import { byCodePoint } from '../order.ts';
import { invariant } from '../refusal.ts';
import type { Presence } from './difference.ts';

/** One solution or municipality as each of two results has it; at least one of them does. */
export interface Match<T> {
  readonly id: string;
  readonly presence: Presence;
  readonly baseline: T | undefined;
  readonly scenario: T | undefined;
  /** The baseline's where it has one, else the scenario's. */
  readonly known: T;
}

/** Lays two lists side by side by id, which is distinct within each list; sorted by id (code point). */
export function matched<T>(
  baseline: readonly T[],
  scenario: readonly T[],
  idOf: (item: T) => string,
): Match<T>[] {
  const before = new Map(baseline.map((item) => [idOf(item), item]));
  const after = new Map(scenario.map((item) => [idOf(item), item]));
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(byCodePoint);
  return ids.map((id) => match(id, before.get(id), after.get(id)));
}

function match<T>(id: string, baseline: T | undefined, scenario: T | undefined): Match<T> {
  const known = baseline ?? scenario;
  invariant(known !== undefined, `${id} is in at least one of the results`);
  return { id, presence: presenceOf(baseline, scenario), baseline, scenario, known };
}

function presenceOf(baseline: unknown, scenario: unknown): Presence {
  if (scenario === undefined) return 'baseline-only';
  return baseline === undefined ? 'scenario-only' : 'both';
}
