import { termsFromDocument } from '../../data/load-invoicing.ts';
import type { Identity } from '../../src/access/identity.ts';
import type { Run } from '../../src/invoicing/run.ts';
import {
  type PayerAmounts,
  type RunDifference,
  runDifferences,
} from '../../src/invoicing/run-differences.ts';
import { totalsOf } from '../../src/invoicing/totals.ts';
import { kronerFromOre, sumOre } from '../../src/money/ore.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import type { Database } from '../../store/database.ts';
import {
  amountsByMunicipality,
  lastOrdinaryRun,
  lastSeq,
  listInvoices,
} from '../../store/invoices/read-invoices.ts';
import { computeRun } from './compute-run.ts';
import type { InvoicingSetting } from './invoicing-setting.ts';
import { type GatheredInputs, gatherInputs } from './run-inputs.ts';
import { runRefusal } from './run-refusals.ts';
import type { ComputedRun, RunRequest } from './run-schema.ts';

/** A run that could be issued: its invoices, what it comes to, and the contents that it is computed from. */
export interface DraftedRun {
  readonly run: Run;
  readonly computed: ComputedRun;
  readonly gathered: GatheredInputs;
}

/** Computes a run from everything as it is now, and keeps nothing. Refusals' paths count from the request. */
export async function draftRun(
  setting: InvoicingSetting,
  request: RunRequest,
  identity: Identity,
): Promise<Result<DraftedRun>> {
  const { query } = setting.store.database;
  const gathered = await gatherInputs(setting, request, identity);
  if (!gathered.ok) return gathered;
  const { agreement, inputs, contents } = gathered.value;
  const issuedUpTo = await lastSeq(query, { agreement, year: request.year });
  const hindrance = await hindranceOf(query, request, gathered.value);
  if (hindrance !== undefined) return refused(hindrance);
  const byHash = new Map(contents.map((content) => [hashOf(content), content]));
  const run = await computeRun(query, request, { agreement, inputs, read: async (hash) => byHash.get(hash) });
  if (!run.ok) return run;
  if (run.value.drafts.length === 0) return refused(runRefusal('run_empty', ['year']));
  const compared = await comparison(query, request, agreement);
  const { thresholds } = termsFromDocument(inputs.terms);
  const differences =
    compared === undefined ? [] : runDifferences(run.value.after, compared.before, thresholds);
  const computed = {
    agreement,
    inputs: hashOf(inputs),
    price: inputs.price,
    issuedUpTo: Number(issuedUpTo),
    ...sumsOf(run.value),
    ...(compared !== undefined && { comparedWith: compared.with }),
    differences: differences.map(differenceAnswer),
  };
  return accepted({ run: run.value, computed, gathered: gathered.value });
}

/** What has been issued and forbids an ordinary run: its instalment, or others of another frequency. */
async function hindranceOf(
  query: Database['query'],
  { purpose, year, instalment, frequency }: RunRequest,
  { agreement, inputs }: GatheredInputs,
): Promise<Refusal | undefined> {
  if (purpose !== 'ordinary') return undefined;
  const issued = await listInvoices(query, { agreement, year, purpose }, { after: 0n, limit: 1_000_000 });
  const wanted = frequency ?? inputs.terms.frequency;
  const other = issued.find((invoice) => invoice.frequency !== wanted);
  if (other !== undefined) return runRefusal('frequency_differs', ['frequency'], other.frequency);
  if (!issued.some((invoice) => invoice.instalment === instalment)) return undefined;
  return runRefusal('instalment_already_issued', ['instalment'], String(instalment), String(year));
}

/** What a run's amounts are held against: of an ordinary run the last one, of a correction what it corrects. */
async function comparison(
  query: Database['query'],
  { purpose, year }: RunRequest,
  agreement: string,
): Promise<{ readonly with: string; readonly before: PayerAmounts } | undefined> {
  if (purpose === 'reversal') return undefined;
  if (purpose === 'correction')
    return { with: `invoices/${year}`, before: await amountsByMunicipality(query, { agreement, year }) };
  const run = await lastOrdinaryRun(query, agreement);
  if (run === undefined) return undefined;
  return { with: `invoice-runs/${run}`, before: await amountsByMunicipality(query, { run }) };
}

function sumsOf({ drafts, checks }: Run): Pick<ComputedRun, 'invoices' | 'totals' | 'checks'> {
  const totals = drafts.map(({ lines }) => totalsOf(lines));
  const sum = (part: 'net' | 'vat' | 'payable') => kronerFromOre(sumOre(totals.map((each) => each[part])));
  return {
    invoices: drafts.length,
    totals: { net: sum('net'), vat: sum('vat'), payable: sum('payable') },
    checks: checks.map(({ subject, id, expected, found }) => ({
      subject,
      id,
      expected: kronerFromOre(expected),
      found: kronerFromOre(found),
    })),
  };
}

function differenceAnswer({
  municipality,
  stops,
  ...amounts
}: RunDifference): ComputedRun['differences'][number] {
  return {
    municipality,
    before: kronerFromOre(amounts.before),
    after: kronerFromOre(amounts.after),
    difference: kronerFromOre(amounts.difference),
    stops,
  };
}
