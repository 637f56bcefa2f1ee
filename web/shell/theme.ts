import { signal } from '@preact/signals';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'k98.theme';

/** Light or dark; `auto` is what the machine is set to. */
export const theme = signal<Theme>(THEMES.find((known) => known === localStorage.getItem(KEPT)) ?? 'auto');
showTheme();

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  localStorage.setItem(KEPT, chosen);
  showTheme();
}

function showTheme(): void {
  document.documentElement.dataset.theme = theme.value;
}
