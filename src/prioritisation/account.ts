import { type Bilingual, invariant } from '../refusal.ts';

/** What one solution has put into the year's prioritisation pool (*prioriteringspulje*). */
export interface PoolContribution {
  readonly kind: 'pool';
  readonly solution: string;
}

/** Where pool money may go: to an initiative, or back into a solution's business maintenance. */
export type Recipient =
  | { readonly kind: 'initiative'; readonly initiative: string }
  | { readonly kind: 'business-maintenance'; readonly solution: string };

/**
 * The accounts of the pool (*konti*). A base budget is not among them, so no move can name one.
 * Model, section 5.
 */
export type Account = PoolContribution | Recipient;

/** Tells accounts apart: equal text, same account. */
export function accountKey(account: Account): string {
  return account.kind === 'initiative'
    ? `initiative ${account.initiative}`
    : `${account.kind} ${account.solution}`;
}

/** The recipient that a key names, as `accountKey` writes it. */
export function recipientOf(key: string): Recipient {
  const [kind, id = ''] = key.split(' ');
  if (kind === 'initiative') return { kind, initiative: id };
  invariant(kind === 'business-maintenance', `"${key}" names an account that receives pool money`);
  return { kind, solution: id };
}

export function accountName(account: Account): Bilingual {
  switch (account.kind) {
    case 'pool':
      return {
        da: `puljebidraget fra ${account.solution}`,
        en: `the pool contribution of ${account.solution}`,
      };
    case 'initiative':
      return { da: `initiativet ${account.initiative}`, en: `the initiative ${account.initiative}` };
    case 'business-maintenance':
      return {
        da: `forretningsmæssigt vedligehold i ${account.solution}`,
        en: `the business maintenance of ${account.solution}`,
      };
  }
}
