import type { Query } from '../shell/location.ts';

/** More than this many do not stand beside each other on a projector. */
export const MOST_COMPARED = 6;

/** The ids that an address puts side by side (`s=a,b`). */
export function comparedIn({ s = '' }: Query): readonly string[] {
  return [...new Set(s.split(',').filter((id) => id !== ''))].slice(0, MOST_COMPARED);
}

/** The ids as they stand in an address, with one more or one less. */
export function withCompared(ids: readonly string[], id: string, isChosen: boolean): string {
  const others = ids.filter((one) => one !== id);
  return (isChosen ? [...others, id] : others).slice(0, MOST_COMPARED).join(',');
}
