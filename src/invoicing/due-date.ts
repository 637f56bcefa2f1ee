import { invariant } from '../refusal.ts';

/** Whether banks are open on a day, YYYY-MM-DD. */
export type BankDay = (date: string) => boolean;

/** No country closes its banks for longer than this. */
const LONGEST_CLOSURE_DAYS = 14;

/** The day an invoice is due: so many days after it was issued, and on the next bank day if banks are closed then. */
export function dueDate(issueDate: string, paymentTermDays: number, isBankDay: BankDay): string {
  const term = Temporal.PlainDate.from(issueDate).add({ days: paymentTermDays });
  for (let days = 0; days <= LONGEST_CLOSURE_DAYS; days++) {
    const date = String(term.add({ days }));
    if (isBankDay(date)) return date;
  }
  invariant(false, 'banks open again within a fortnight');
}
