import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { usePageState } from './location.ts';

const KEPT = 'k98.municipality';

/** The code of the municipality that the user works with, kept on this machine; empty: none is chosen yet. */
export const ownMunicipality = signal(localStorage.getItem(KEPT) ?? '');

function rememberOwnMunicipality(municipality: string): void {
  ownMunicipality.value = municipality;
  localStorage.setItem(KEPT, municipality);
}

/**
 * The municipality that the page is about: the one in its address (`kommune`), else the one remembered, which is then
 * written into the address, so that whoever gets the link sees the same. Empty: none is chosen yet.
 */
export function useOwnMunicipality(): readonly [string, (municipality: string) => void] {
  const { query, set } = usePageState();
  const { kommune } = query;
  const remembered = ownMunicipality.value;
  useEffect(() => {
    if (kommune !== undefined) rememberOwnMunicipality(kommune);
    else if (remembered !== '') set({ kommune: remembered }, { replacing: true });
  }, [kommune, remembered]);
  const choose = (municipality: string) => {
    rememberOwnMunicipality(municipality);
    set({ kommune: municipality });
  };
  return [kommune ?? remembered, choose];
}
