import type { InvoiceDocument } from '../../data/schema/invoice.ts';
import type { SplitPlanDocument } from '../../data/schema/split-plan.ts';
import { invariant } from '../../src/refusal.ts';
import { readContent } from '../../store/contents.ts';
import type { Database } from '../../store/database.ts';
import { readInvoices } from '../../store/invoices/read-invoices.ts';
import { priceAnswer } from '../answers/price-answer.ts';
import { sealedBytes } from '../answers/seal.ts';
import type { KeptRun } from './kept-run.ts';
import { calculationFrom, type RunInputs } from './run-inputs.ts';

/**
 * Everything that shows that a run that was issued is right, in the form that `npm run verify` takes: the agreement and the
 * scenario with their price answer, the split plans, what was issued of the year before, and the invoices of the run.
 */
export async function runEvidence(
  query: Database['query'],
  id: string,
  { purpose, year, computed }: KeptRun,
) {
  const inputs = (await readContent(query, computed.inputs)) as RunInputs;
  const calculation = await calculationFrom(inputs, (hash) => readContent(query, hash));
  invariant(calculation.ok, 'a run that was issued can be computed again');
  const { changes, years } = inputs;
  const { loaded } = calculation.value;
  const issued = await readInvoices(query, { agreement: computed.agreement, year });
  const first = issued.findIndex(({ run }) => run === id);
  const documents = (of: typeof issued): InvoiceDocument[] => of.map(({ body }) => JSON.parse(body));
  return {
    agreement: loaded.document,
    scenario: { agreement: computed.agreement, years, changes },
    result: JSON.parse(sealedBytes(priceAnswer(calculation.value)).toString()),
    run: {
      purpose,
      year,
      plans: (await readContent(query, inputs.plans)) as SplitPlanDocument[],
      before: documents(issued.slice(0, first)),
      invoices: documents(issued.filter(({ run }) => run === id)),
    },
  };
}
