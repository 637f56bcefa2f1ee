import { loadAgreement } from '../../data/load-agreement.ts';
import { loadSplitPlans } from '../../data/split-plans/load-split-plans.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { correctionDrafts, reversalDraft } from '../../src/invoicing/correction.ts';
import { draftInvoices, type InvoicingYear } from '../../src/invoicing/draft-invoices.ts';
import type { Instalment } from '../../src/invoicing/instalment.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import type { Recipient, SplitPlan } from '../../src/invoicing/split-plan.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import type { Change } from '../../src/scenario/change.ts';
import { invoicingYear, issueAll, SELLER } from '../invoicing/invoicing-year.ts';
import { acceptedValue } from '../results.ts';

const FIRST_HALF = { year: 2026, frequency: 'half-yearly', number: 1 } as const;
const SLIP_SELLER = { ...SELLER, payment: { kind: 'fik', creditor: '80000000' } } as const;

const { agreement } = await loadAgreement('data/k98-example.agreement.json');
const plans = await loadSplitPlans('data/k98-example.split-plans.json', agreement);
const planned = invoicingYear(agreement, plans);

function issued(year: InvoicingYear, seller = SELLER, instalment: Instalment = FIRST_HALF): Invoice[] {
  return issueAll(acceptedValue(draftInvoices(year, instalment)), 0, seller);
}

/** The first half of 2026 for all 98 municipalities of the example. */
export const ordinaryRun = issued(planned);

function corrected(...changes: Change[]): Invoice[] {
  const changed: Agreement = acceptedValue(applyChanges(agreement, changes));
  const drafts = acceptedValue(correctionDrafts(invoicingYear(changed, plans), ordinaryRun, 'Nyt skøn.'));
  return issueAll(drafts, ordinaryRun.length);
}

/** Recipients with less or more to say of themselves than those of the example. */
function withRecipients(change: (recipient: Recipient) => Recipient): SplitPlan[] {
  return plans.map((plan) => ({ ...plan, recipients: plan.recipients.map(change) }));
}

function bare({ recipient, gln, department }: Recipient): Recipient {
  return { recipient, gln, department };
}

/** Every kind of document that a year can bring, over a full run each. */
export const FULL_RUNS: readonly (readonly [what: string, invoices: readonly Invoice[]])[] = [
  ['an ordinary run', ordinaryRun],
  ['a run paid by payment slip', issued(planned, SLIP_SELLER)],
  ['a run of one month', issued(planned, SELLER, { year: 2026, frequency: 'monthly', number: 2 })],
  ['a run of a whole year', issued(planned, SLIP_SELLER, { year: 2026, frequency: 'annual', number: 1 })],
  ['a run without references', issued(invoicingYear(agreement, withRecipients(bare)))],
  [
    'a run with orders only',
    issued(
      invoicingYear(
        agreement,
        withRecipients((recipient) => ({ ...bare(recipient), orderReference: 'ORDRE-17' })),
      ),
    ),
  ],
  [
    'a correction upwards and downwards',
    corrected(
      { type: 'set-key', solution: 'valg', key: { kind: 'population' } },
      {
        type: 'set-index',
        year: 2026,
        combined: rateFromText('0.0255'),
        wage: rateFromText('0.0330'),
      },
    ),
  ],
  [
    'credit notes for a lower index',
    corrected({
      type: 'set-index',
      year: 2026,
      combined: rateFromText('0.01'),
      wage: rateFromText('0.01'),
      price: rateFromText('0.01'),
    }),
  ],
  [
    'a reversal of everything',
    issueAll(
      ordinaryRun.map((invoice) => reversalDraft(invoice, 'Fejl i kørslen.')),
      ordinaryRun.length,
    ),
  ],
];
