import type { Rate } from '../money/rate.ts';
import type { Gln } from './gln.ts';

/** A unit of a municipality that receives invoices (*modtager*). */
export interface Recipient {
  /** Its name within the plan. */
  readonly recipient: string;
  readonly gln: Gln;
  readonly department: string;
  /** Where the recipient books the whole invoice (*kontostreng*). */
  readonly accountString?: string;
  readonly orderReference?: string;
  /** The person or code that the invoice is for the attention of. */
  readonly personReference?: string;
  readonly email?: string;
}

/** A share of what a line or an enclosing part covers; the shares beside each other sum to exactly 1. */
export interface PlanPart {
  /** What the part is for, as the invoice says it; its name among the parts beside it. */
  readonly part: string;
  /** Above 0 and at most 1. */
  readonly share: Rate;
  readonly destination: Destination;
}

/** Who gets it: one recipient, with an account string for these lines alone, or several by percentage. */
export type Destination =
  | { readonly kind: 'recipient'; readonly recipient: string; readonly accountString?: string }
  | { readonly kind: 'parts'; readonly parts: readonly PlanPart[] };

/** One rule of a plan: a component of a solution, or without one all components that no rule of the solution names. */
export interface PlanLine {
  readonly solution: string;
  readonly component?: string;
  readonly destination: Destination;
}

/**
 * How a municipality wants its invoices split (*opsplitning af fakturaer*), in the days of its validity. What no
 * line covers goes to the default recipient. Model, section 7.
 */
export interface SplitPlan {
  readonly municipality: string;
  /** First day, YYYY-MM-DD. */
  readonly validFrom: string;
  /** Last day; absent: it runs on. */
  readonly validTo?: string;
  readonly defaultRecipient: string;
  /** In the order of their names. */
  readonly recipients: readonly Recipient[];
  /** By solution and component, in code point order. */
  readonly lines: readonly PlanLine[];
}

/** What a refusal calls a line or a part of it: `aula`, `aula/operations` or `aula: skole/indskoling`. */
export function lineName({ solution, component }: PlanLine, parts: readonly string[] = []): string {
  const covered = component === undefined ? solution : `${solution}/${component}`;
  return parts.length === 0 ? covered : `${covered}: ${parts.join('/')}`;
}
