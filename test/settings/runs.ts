import { inject } from 'vitest';

/** How often a property runs: `usual` in `npm test`, `long` in `npm run test:long`. */
export function runs(usual: number, long: number): { readonly numRuns: number } {
  return { numRuns: inject('depth') === 'long' ? long : usual };
}
