import { signal } from '@preact/signals';
import { addressOf, type Query } from '../shell/location.ts';

const KEPT = 'k98.draft';

/** Where the draft that has not been saved is to be found, also after the tab was closed; empty: there is none. */
export const unsavedDraft = signal(localStorage.getItem(KEPT) ?? '');

export function rememberDraft(query: Query | undefined): void {
  unsavedDraft.value = query === undefined ? '' : addressOf('/scenarier', query);
  localStorage.setItem(KEPT, unsavedDraft.value);
}
