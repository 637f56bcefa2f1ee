import { accepted } from '../../src/refusal.ts';
import { keepContents } from '../../store/contents.ts';
import type { StoredBody, StoredKind } from '../stored/stored-kind.ts';
import { draftRun } from './draft-run.ts';
import type { InvoicingSetting } from './invoicing-setting.ts';
import { INVOICE_RUNS } from './kept-run.ts';
import { type RunRequest, runSchemas } from './run-schema.ts';

/** Invoice runs: computed when they are drafted, from what is kept with them, and changed until they are issued. */
export function runKind(setting: InvoicingSetting): StoredKind<RunRequest & StoredBody> {
  return {
    kind: INVOICE_RUNS,
    noun: 'invoice_run',
    name: ['InvoiceRun', 'InvoiceRuns'],
    tag: 'invoices',
    read: 'invoice.read',
    write: 'invoice.issue',
    schemas: runSchemas,
    editableIn: ['draft'],
    check: async () => accepted(undefined),
    complete: async (request, identity) => {
      const drafted = await draftRun(setting, request, identity);
      if (!drafted.ok) return drafted;
      const { computed, gathered } = drafted.value;
      return accepted({
        content: { ...request, computed },
        keepBeside: (under) => keepContents(under, gathered.contents),
      });
    },
  };
}
