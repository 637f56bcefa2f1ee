import type { Change } from './draft.ts';

/**
 * What a change sets, in one word: two changes with the same one cannot both be meant. `set-index/2027`,
 * `set-reserved-share/ky`.
 */
export function targetOf(change: Change): string {
  const narrowing = Object.entries(change)
    .filter(([name]) => NARROWING.has(name))
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.toSorted().join('+') : value}`);
  const form = change.type === 'set-efficiency' ? [change.rate === undefined ? 'amount' : 'rate'] : [];
  return [change.type, ...form, ...narrowing].join('/');
}

const NARROWING: ReadonlySet<string> = new Set([
  'year',
  'solution',
  'solutions',
  'component',
  'components',
  'municipality',
]);

/** The list with the change in it, in the place of what set the same. */
export function withChange(changes: readonly Change[], change: Change): Change[] {
  const target = targetOf(change);
  const at = changes.findIndex((one) => targetOf(one) === target);
  return at < 0 ? [...changes, change] : changes.with(at, change);
}

export function withoutTarget(changes: readonly Change[], target: string): Change[] {
  return changes.filter((change) => targetOf(change) !== target);
}
