import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceDocument } from '../../data/invoices/invoice-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { InvoiceDocument } from '../../data/schema/invoice.ts';
import { splitPlanDocument } from '../../data/split-plans/split-plan-document.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import { correctionDrafts } from '../../src/invoicing/correction.ts';
import { draftInvoices } from '../../src/invoicing/draft-invoices.ts';
import { instalmentsOf } from '../../src/invoicing/instalment.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import { reversalRun } from '../../src/invoicing/run.ts';
import type { SplitPlan } from '../../src/invoicing/split-plan.ts';
import { verify } from '../../verify/verify.ts';
import { agreementDocumentArb } from '../arbitraries/agreement.ts';
import { agreementOf, changedDocumentArb } from '../arbitraries/changed-agreement.ts';
import { splitPlansArb } from '../arbitraries/split-plan.ts';
import { frequencyArb, invoicingYear, issueAll } from '../invoicing/invoicing-year.ts';
import { smallAgreement } from '../invoicing/small-app.ts';
import { buildPlan } from '../invoicing/two-municipalities.ts';
import { acceptedValue } from '../results.ts';
import { runs } from '../settings/runs.ts';
import { pricedCase } from './priced-case.ts';

const YEARS = { from: 2026, to: 2026 };

interface Evidence {
  readonly run: {
    readonly purpose: string;
    readonly before: InvoiceDocument[];
    readonly invoices: InvoiceDocument[];
  };
}

interface Stage {
  readonly document: AgreementDocument;
  readonly changes: readonly ChangeDocument[];
  readonly plans: readonly SplitPlan[];
}

/** One agreement before and after changes, each with plans, as a year is invoiced by them. */
const stagesArb: fc.Arbitrary<readonly [Stage, Stage]> = agreementDocumentArb.chain((document) => {
  const stage = changedDocumentArb(fc.constant(document)).chain(({ changes }) =>
    splitPlansArb(agreementOf({ document, changes })).map((plans) => ({ document, changes, plans })),
  );
  return fc.tuple(stage, stage);
});

function yearOf({ document, changes, plans }: Stage) {
  return invoicingYear(agreementOf({ document, changes }), plans);
}

function evidenceOf(
  { document, changes, plans }: Stage,
  purpose: string,
  before: readonly Invoice[],
  invoices: readonly Invoice[],
): Evidence | undefined {
  const scenario = { agreement: document.agreement, years: YEARS, changes: [...changes] };
  const priced = pricedCase(document, scenario);
  if (priced === undefined) return undefined;
  const { agreement, result } = priced;
  const run = {
    purpose,
    year: 2026,
    plans: plans.map(splitPlanDocument),
    before: before.map(invoiceDocument),
    invoices: invoices.map(invoiceDocument),
  };
  return { ...{ agreement, scenario, result }, run };
}

/** An instalment, the correction to what changed after it, and a reversal of some of both. */
function evidences(
  [first, last]: readonly [Stage, Stage],
  frequency: Parameters<typeof instalmentsOf>[1],
): Evidence[] {
  const [instalment] = instalmentsOf(2026, frequency);
  if (instalment === undefined) return [];
  const ordinary = issueAll(acceptedValue(draftInvoices(yearOf(first), instalment)));
  const deltas = issueAll(
    acceptedValue(correctionDrafts(yearOf(last), ordinary, 'Rettelse')),
    ordinary.length,
  );
  const issued = [...ordinary, ...deltas];
  const reversed = issueAll(
    reversalRun(
      issued.filter((_, place) => place % 2 === 0),
      'Fejl',
    ).drafts,
    issued.length,
  );
  const all = [
    evidenceOf(first, 'ordinary', [], ordinary),
    evidenceOf(last, 'correction', ordinary, deltas),
    evidenceOf(last, 'reversal', issued, reversed),
  ];
  return all.filter((one) => one !== undefined);
}

const plus = (kroner: string, ore: bigint) => {
  const moved = BigInt(kroner.replace('.', '')) + ore;
  const digits = String(moved < 0n ? -moved : moved).padStart(3, '0');
  return `${moved < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** One øre more in a line, its invoice's sums left as they were. */
function withMovedOre(evidence: Evidence, pick: number): Evidence | undefined {
  const places = evidence.run.invoices.flatMap(({ lines }, invoice) =>
    lines.map((_, line) => ({ invoice, line })),
  );
  const place = places[pick % places.length];
  if (place === undefined) return undefined;
  const moved = structuredClone(evidence);
  const line = moved.run.invoices[place.invoice]?.lines[place.line];
  if (line !== undefined) line.amount = plus(line.amount, 1n);
  return moved;
}

describe('the independent checker', () => {
  it('accepts every run: instalments, corrections and reversals of any agreement, plan and frequency', () => {
    let figures = 0;
    fc.assert(
      fc.property(stagesArb, frequencyArb, (stages, frequency) => {
        for (const evidence of evidences(stages, frequency)) {
          const report = verify(evidence);
          expect(report.findings).toEqual([]);
          figures += report.figuresChecked;
        }
      }),
      runs(40, 1500),
    );
    expect(figures).toBeGreaterThan(1000);
  });

  it('refuses a run in which one øre was added to a line', () => {
    fc.assert(
      fc.property(stagesArb, frequencyArb, fc.nat(), (stages, frequency, pick) => {
        for (const evidence of evidences(stages, frequency)) {
          const moved = withMovedOre(evidence, pick);
          if (moved !== undefined) expect(verify(moved).findings.length).toBeGreaterThan(0);
        }
      }),
      runs(20, 500),
    );
  });

  it('refuses a run in which one øre went from one invoice to another, with all their sums in order', () => {
    fc.assert(
      fc.property(stagesArb, frequencyArb, fc.nat(), (stages, frequency, pick) => {
        for (const evidence of evidences(stages, frequency)) {
          const moved = withOreMoved(evidence, pick);
          if (moved !== undefined) expect(verify(moved).findings.length).toBeGreaterThan(0);
        }
      }),
      runs(20, 500),
    );
  });

  it.each([
    ['a missing invoice', (evidence: Evidence) => evidence.run.invoices.splice(1, 1)],
    [
      'an invoice that stands there twice',
      (evidence: Evidence) => evidence.run.invoices.push(...evidence.run.invoices.slice(0, 1)),
    ],
    ['a number that was skipped', (evidence: Evidence) => renumbered(evidence)],
  ])('refuses a run with %s', (_, spoil) => {
    const document = smallAgreement();
    const plans = ['0101', '0851'].map((municipality) => buildPlan(municipality));
    const stage = { document, changes: [], plans };
    const [evidence] = evidences([stage, stage], 'annual');
    if (evidence === undefined) throw new Error('the run has evidence');
    expect(verify(evidence).findings).toEqual([]);
    spoil(evidence);
    expect(verify(evidence).findings.length).toBeGreaterThan(0);
  });
});

function renumbered({ run: { invoices } }: Evidence): void {
  const last = invoices.at(-1);
  if (last !== undefined) last.number = String(Number(last.number) + 1);
}

/** Moves one øre of the same component of a solution between two municipalities' invoices, and tells every sum of it. */
function withOreMoved(evidence: Evidence, pick: number): Evidence | undefined {
  const moved = structuredClone(evidence);
  const lines = moved.run.invoices.flatMap((invoice) => invoice.lines.map((line) => ({ invoice, line })));
  const from = lines[pick % lines.length];
  const to = lines.find(
    ({ invoice, line }) =>
      from !== undefined &&
      invoice.payer.municipality !== from.invoice.payer.municipality &&
      line.component === from.line.component &&
      line.solution === from.line.solution,
  );
  if (from === undefined || to === undefined) return undefined;
  from.line.amount = plus(from.line.amount, -1n);
  to.line.amount = plus(to.line.amount, 1n);
  for (const { invoice } of [from, to]) {
    const net = invoice.lines.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
    const quarter = (net < 0n ? -net : net) / 4n + ((net < 0n ? -net : net) % 4n >= 2n ? 1n : 0n);
    const vat = net < 0n ? -quarter : quarter;
    Object.assign(invoice.totals, {
      net: plus('0.00', net),
      vat: plus('0.00', vat),
      payable: plus('0.00', net + vat),
    });
    Object.assign(invoice, { kind: net < 0n ? 'credit-note' : 'invoice' });
  }
  return moved;
}
