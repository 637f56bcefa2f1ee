/**
 * How an address came to be the one that is shown: the page changed it by itself, somebody followed a link, or went back or
 * forward in the browser.
 */
export type Arrival = 'own' | 'link' | 'traversal';

/** A change of address that the page makes by itself. */
interface OwnChange {
  readonly address: string;
  readonly isReplacing: boolean;
}

let newest: OwnChange | undefined;

/** To be said just before the page changes its address by itself. */
export function announceChange(change: OwnChange): void {
  newest = change;
}

/** Asked before the entry has got its number: only those that were shown before have one. */
export function arrivalAt(address: string): Arrival {
  if (numberIn(history.state) !== undefined) return 'traversal';
  return newest?.address === address ? 'own' : 'link';
}

/**
 * Gives the entry of the browser's history that is shown its number, so that later one knows how many steps there are
 * between two of them.
 *
 * @param last the number of the entry before
 */
export function numberEntry(address: string, last: number): number {
  const isReplaced = newest?.address === address && newest.isReplacing;
  const number = numberIn(history.state) ?? (isReplaced ? last : last + 1);
  newest = undefined;
  history.replaceState({ number }, '');
  return number;
}

function numberIn(state: unknown): number | undefined {
  const isNumbered = typeof state === 'object' && state !== null && 'number' in state;
  return isNumbered && typeof state.number === 'number' ? state.number : undefined;
}
