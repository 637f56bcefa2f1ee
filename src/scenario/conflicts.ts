import type { Agreement } from '../agreement/agreement.ts';
import { byCodePoint } from '../order.ts';
import type { Overlay } from './scenario.ts';
import { settingsOf } from './settings.ts';

/** Two overlays that set the same thing differently; the values are in the order of the overlays' names. */
export interface Conflict {
  /** What is set, as a path of names: `reservedShare/ky`. */
  readonly target: string;
  readonly settings: readonly { readonly scenario: string | undefined; readonly value: string }[];
}

/**
 * Everything that two or more overlays set differently, by target. The report is symmetric: the order of the
 * overlays decides which of them wins, never what is reported. Model, section 6.
 */
export function conflictsAmong(overlays: readonly Overlay[], agreement: Agreement): Conflict[] {
  const byTarget = new Map<string, Conflict['settings'][number][]>();
  for (const { scenario, changes } of overlays) {
    for (const [target, value] of settingsOf(changes, agreement)) {
      byTarget.set(target, [...(byTarget.get(target) ?? []), { scenario, value }]);
    }
  }
  return [...byTarget]
    .filter(([, settings]) => new Set(settings.map(({ value }) => value)).size > 1)
    .map(([target, settings]) => ({ target, settings: settings.toSorted(byScenario) }))
    .sort((first, second) => byCodePoint(first.target, second.target));
}

type Setting = Conflict['settings'][number];

function byScenario(first: Setting, second: Setting): number {
  return byCodePoint(first.scenario ?? '', second.scenario ?? '');
}
