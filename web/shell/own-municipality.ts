import { signal } from '@preact/signals';

const KEPT = 'k98.municipality';

/** The code of the municipality that the user works with, kept on this machine; empty: none is chosen yet. */
export const ownMunicipality = signal(localStorage.getItem(KEPT) ?? '');

export function chooseOwnMunicipality(municipality: string): void {
  ownMunicipality.value = municipality;
  localStorage.setItem(KEPT, municipality);
}
