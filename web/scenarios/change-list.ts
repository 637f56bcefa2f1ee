import type { Scenario } from '../api/scenario.ts';
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

/** The first of the years in which something is changed; undefined where no change names one of them. */
export function firstChangedYear({ years, changes }: Scenario): number | undefined {
  const named = changes.map(startOf).filter((year) => year !== undefined && year <= years.to);
  return named.length === 0 ? undefined : Math.max(years.from, Math.min(...named.map(Number)));
}

/** The year from which a change is felt, as far as it says one. */
function startOf(change: Change): number | undefined {
  if (change.type === 'withdraw') return change.lastYear + 1;
  if ('year' in change) return change.year;
  if ('fromYear' in change) return change.fromYear;
  return 'firstYear' in change ? change.firstYear : undefined;
}

export function withoutTarget(changes: readonly Change[], target: string): Change[] {
  return changes.filter((change) => targetOf(change) !== target);
}
