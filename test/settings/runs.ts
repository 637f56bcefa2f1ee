import { inject } from 'vitest';

/**
 * How often a property runs: `usual` in `npm test`, `long` in `npm run test:long`, and at most 20 times when
 * mutants are tested, as thousands of them run it.
 */
export function runs(usual: number, long: number): { readonly numRuns: number } {
  const depth = inject('depth');
  if (depth === 'few') return { numRuns: Math.min(usual, 20) };
  return { numRuns: depth === 'long' ? long : usual };
}
