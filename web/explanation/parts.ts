import type { FigureAddress, FigureName } from './figure-address.ts';

/** What a figure can be about. */
export type Part = 'agreement' | 'solution' | 'component' | 'municipality' | 'share';

type Narrowing = 'solution' | 'component' | 'municipality';

/** For each: which figures there are, and what names the one that is meant. */
export const PARTS: Readonly<
  Record<
    Part,
    { readonly figures: readonly [FigureName, ...FigureName[]]; readonly by: readonly Narrowing[] }
  >
> = {
  agreement: {
    figures: [
      'agreementPrice',
      'basePriceSum',
      'indexation',
      'efficiency',
      'membership',
      'baseBudget',
      'pool',
    ],
    by: [],
  },
  solution: {
    figures: ['price', 'basePrice', 'indexation', 'efficiency', 'membership', 'baseBudget', 'pool'],
    by: ['solution'],
  },
  component: { figures: ['amount', 'basePrice'], by: ['solution', 'component'] },
  municipality: { figures: ['amount', 'perCitizen'], by: ['municipality'] },
  share: { figures: ['amount'], by: ['municipality', 'solution'] },
};

export function partOf({ solution, component, municipality }: FigureAddress): Part {
  if (municipality !== undefined) return solution === undefined ? 'municipality' : 'share';
  if (component !== undefined) return 'component';
  return solution === undefined ? 'agreement' : 'solution';
}
