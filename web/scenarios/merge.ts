import type { Scenario } from '../api/scenario.ts';
import { targetOf } from './change-list.ts';
import type { Change } from './draft.ts';

/** One thing that at least one of two people changed since the version both began with; undefined: it is not set. */
export interface MergedSetting {
  readonly target: string;
  readonly mine: Change | undefined;
  readonly theirs: Change | undefined;
  readonly changedBy: 'me' | 'them' | 'both';
}

/**
 * What two people have made of the same scenario, setting by setting. What only one of them touched is no conflict; what
 * both made the same is not in the list.
 */
export function settingsBetween(
  seen: readonly Change[],
  mine: readonly Change[],
  theirs: readonly Change[],
): readonly MergedSetting[] {
  const [before, here, there] = [byTarget(seen), byTarget(mine), byTarget(theirs)];
  const targets = [...new Set([...before.keys(), ...here.keys(), ...there.keys()])];
  return targets.flatMap((target): MergedSetting[] => {
    const [old, own, other] = [before.get(target), here.get(target), there.get(target)];
    if (same(own, other)) return [];
    const changedBy = same(old, other) ? 'me' : same(old, own) ? 'them' : 'both';
    return [{ target, mine: own, theirs: other, changedBy }];
  });
}

/**
 * Their scenario with my settings in it.
 *
 * @param keepsMine of what both changed, the targets of which mine counts
 */
export function merged(
  theirs: Scenario,
  settings: readonly MergedSetting[],
  keepsMine: ReadonlySet<string>,
): Scenario {
  const taken = settings.filter(
    ({ target, changedBy }) => changedBy === 'me' || (changedBy === 'both' && keepsMine.has(target)),
  );
  const replaced = new Set(taken.map(({ target }) => target));
  const kept = theirs.changes.filter((change) => !replaced.has(targetOf(change)));
  return {
    ...theirs,
    changes: [...kept, ...taken.flatMap(({ mine }) => (mine === undefined ? [] : [mine]))],
  };
}

function byTarget(changes: readonly Change[]): ReadonlyMap<string, Change> {
  return new Map(changes.map((change) => [targetOf(change), change]));
}

function same(first: Change | undefined, second: Change | undefined): boolean {
  return settingsIn(first) === settingsIn(second);
}

function settingsIn(change: Change | undefined): string {
  if (change === undefined) return '';
  return JSON.stringify(Object.entries(change).toSorted(([first], [second]) => (first < second ? -1 : 1)));
}
