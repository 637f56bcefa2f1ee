import type { FontName } from './fonts.ts';

/** An A4 page, in points of 1/72 inch. */
export const PAGE = { width: 595.28, height: 841.89, left: 54, right: 541.28, top: 52, bottom: 770 } as const;

export const TEXT_WIDTH = PAGE.right - PAGE.left;

/** How text looks. */
export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly color: string;
}

const INK = '#1d2429';
const MUTED = '#5a6872';
export const RULE = '#d3dbe0';
export const SHADE = '#f1f5f7';

export const STYLES = {
  title: { font: 'semibold', size: 22, color: INK },
  heading: { font: 'semibold', size: 12, color: INK },
  sender: { font: 'semibold', size: 11, color: INK },
  body: { font: 'regular', size: 9, color: INK },
  strong: { font: 'semibold', size: 9, color: INK },
  muted: { font: 'regular', size: 9, color: MUTED },
  label: { font: 'regular', size: 8, color: MUTED },
  small: { font: 'regular', size: 7.5, color: INK },
  smallStrong: { font: 'semibold', size: 7.5, color: INK },
  smallMuted: { font: 'regular', size: 7.5, color: MUTED },
  total: { font: 'semibold', size: 11, color: INK },
} as const satisfies Record<string, TextStyle>;
