/**
 * The address of one figure in the answer of a price request: what is asked about when somebody asks
 * "why this amount?". `solution`, `component` and `municipality` narrow it, as in the answer's own nesting.
 */
export interface FigureAddress {
  readonly year: number;
  readonly figure: FigureName;
  readonly solution?: string;
  readonly component?: string;
  readonly municipality?: string;
}

/** Names as the answer has them; `amount` is a component's or a municipality's. */
export const FIGURE_NAMES = [
  'basePriceSum',
  'basePrice',
  'indexation',
  'efficiency',
  'membership',
  'agreementPrice',
  'price',
  'baseBudget',
  'pool',
  'amount',
  'perCitizen',
] as const;

export type FigureName = (typeof FIGURE_NAMES)[number];
