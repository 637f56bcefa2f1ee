import { signal } from '@preact/signals';

const KEPT = 'k98.municipality';

/** The municipality that was looked at last on this machine, so that one's own need not be chosen each time. */
export const rememberedMunicipality = signal(localStorage.getItem(KEPT) ?? undefined);

export function rememberMunicipality(code: string): void {
  rememberedMunicipality.value = code;
  localStorage.setItem(KEPT, code);
}
