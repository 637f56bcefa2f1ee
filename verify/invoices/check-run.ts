import type { Audit } from '../audit.ts';
import type { Field } from '../field.ts';
import type { JsonObject } from '../json.ts';
import { entriesOf } from '../roster.ts';
import { checkAsked } from './check-asked.ts';
import { checkEach, checkReversal } from './check-each.ts';
import { readRun } from './read-run.ts';

/**
 * Audits an invoice run beside the price answer that it invoices, which has to be audited as well: every invoice for itself, and
 * all of them together with what was issued before, against what each municipality pays in the year. Model, section 7.
 */
export function checkInvoiceRun(audit: Audit, evidence: Field, result: JsonObject): void {
  const run = readRun(evidence);
  checkEach(audit, run);
  if (run.purpose === 'reversal') {
    checkReversal(audit, run);
    return;
  }
  const year = entriesOf(audit, '/years', result.years).find(({ record }) => record.year === run.year);
  if (year === undefined)
    audit.refuse('/run/year', 'a year of the price answer', String(run.year), 'what is invoiced');
  else checkAsked(audit, run, year.record);
}
