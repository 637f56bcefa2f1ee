import { nameOfOutcome } from './plan-name.ts';
import type { Outcome } from './plans.ts';

/** What becomes of an initiative, in a word and a colour. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  return <span class={`outcome outcome-${outcome}`}>{nameOfOutcome(outcome)}</span>;
}
