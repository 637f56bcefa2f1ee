import { randomUUID } from 'node:crypto';
import type { Identity } from '../../src/access/identity.ts';
import { failedChecks } from '../../src/invoicing/run-checks.ts';
import { type RunDifference, unacknowledged } from '../../src/invoicing/run-differences.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { accepted, invariant, type Result, refused } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import { readContent } from '../../store/contents.ts';
import type { Database } from '../../store/database.ts';
import { createOnce, type KeptAnswer } from '../../store/idempotency.ts';
import { type IssuedRun, keepInvoices, type NewInvoice } from '../../store/invoices/issue-invoices.ts';
import { lastNumber, lastSeq } from '../../store/invoices/read-invoices.ts';
import { type ResourceVersion, readVersion } from '../../store/resource-versions.ts';
import { updateResource, versionConflict } from '../../store/resources.ts';
import { type Store, type WriteUnderWay, write } from '../../store/write.ts';
import { withCurrent } from '../stored/operations.ts';
import { storedAnswer } from '../stored/stored-answer.ts';
import { computeRun } from './compute-run.ts';
import { INVOICE_RUNS, type KeptRun } from './kept-run.ts';
import { invoiceDays } from './preview-run.ts';
import type { RunInputs } from './run-inputs.ts';
import { checkFailed, runRefusal } from './run-refusals.ts';
import type { ComputedRun, IssuedPart, IssueRequest } from './run-schema.ts';
import { numberedInvoices, writtenInvoices } from './written-invoices.ts';

/** Who issues which version of a run, and with which idempotency key. */
export interface Issuing {
  readonly identity: Identity;
  readonly seen: bigint;
  readonly key?: string | undefined;
}

/** A run made ready outside the write: numbered on from where the series stood, with all documents. */
interface ReadyRun {
  readonly kept: KeptRun;
  readonly run: IssuedRun;
  /** The number that was last in the series. */
  readonly last: string | undefined;
  readonly invoices: readonly NewInvoice[];
  readonly issued: IssuedPart;
}

/**
 * Issues a run: its invoices get their numbers, and all of it is kept in one write or nothing is. Documents are written before
 * the write begins, on the numbers that come next; where another run takes these first, they are written anew.
 *
 * Refused with `run_not_draft`, `draft_outdated`, `run_check_failed`, `difference_not_acknowledged`,
 * `acknowledgement_without_reason`, `due_before_issue` or `number_series_full`.
 */
export async function issueRun(
  store: Store,
  found: ResourceVersion,
  request: IssueRequest,
  { identity, seen, key = randomUUID() }: Issuing,
): Promise<Result<KeptAnswer>> {
  const { id } = found;
  const { acknowledgements, reason = '' } = request;
  const act = {
    actor: identity.subject,
    action: `${INVOICE_RUNS}.issue`,
    target: `${INVOICE_RUNS}/${id}`,
    detail: { reason, seen: String(seen), acknowledgements },
  };
  const idempotency = { key, requestHash: hashOf({ kind: INVOICE_RUNS, id, issue: request }) };
  for (;;) {
    const ready = await readyRun(store, found, seen, request);
    try {
      const result = await write(store, act, (under) =>
        createOnce(under, idempotency, () => keepRun(under, found, ready, { seen, reason })),
      );
      return withCurrent(store, { kind: INVOICE_RUNS, id }, result);
    } catch (error) {
      if (!(error instanceof SeriesMoved)) throw error;
    }
  }
}

async function readyRun(
  store: Store,
  found: ResourceVersion,
  seen: bigint,
  request: IssueRequest,
): Promise<Result<ReadyRun>> {
  const { query } = store.database;
  const kept = found.body as KeptRun;
  if (found.version !== seen) return versionConflict(found.id, seen, found.version);
  if (found.state !== 'draft') return refused(runRefusal('run_not_draft', []));
  const { computed } = kept;
  if (await isOvertaken(query, kept)) return refused(runRefusal('draft_outdated', []));
  const inputs = (await readContent(query, computed.inputs)) as RunInputs;
  const read = (hash: string) => readContent(query, hash);
  const run = await computeRun(query, kept, { agreement: computed.agreement, inputs, read });
  if (!run.ok) return run;
  const hindrances = [
    ...failedChecks(run.value.checks).map(checkFailed),
    ...unacknowledged(differencesOf(computed), request.acknowledgements),
  ];
  if (hindrances.length > 0) return refused(...hindrances);
  const days = invoiceDays(kept, inputs.terms, store.clock);
  if (!days.ok) return days;
  const series = kept.series ?? days.value.issueDate.slice(0, 'YYYY'.length);
  const last = await lastNumber(query, series);
  const issuance = { ...days.value, seller: inputs.terms.seller };
  const invoices = numberedInvoices(run.value.drafts, series, last, issuance);
  if (!invoices.ok) return invoices;
  const [first, final] = [invoices.value[0], invoices.value.at(-1)];
  invariant(first !== undefined && final !== undefined, 'a run that was drafted has invoices');
  return accepted({
    kept,
    run: {
      run: found.id,
      purpose: kept.purpose,
      agreement: computed.agreement,
      series,
      isShared: kept.shared === true,
    },
    last,
    invoices: await writtenInvoices(invoices.value),
    issued: {
      first: first.number,
      last: final.number,
      ...days.value,
      acknowledgements: request.acknowledgements,
    },
  });
}

async function keepRun(
  under: WriteUnderWay,
  { id }: ResourceVersion,
  ready: Result<ReadyRun>,
  { seen, reason }: { readonly seen: bigint; readonly reason: string },
): Promise<Result<KeptAnswer>> {
  if (!ready.ok) return ready;
  const { kept, run, last, invoices, issued } = ready.value;
  const version = { body: { ...kept, issued }, state: 'issued', action: 'issue', reason };
  const key = { kind: INVOICE_RUNS, id };
  const updated = await updateResource(under, key, seen, version);
  if (!updated.ok) return updated;
  if (await isOvertaken(under.transaction, kept)) return refused(runRefusal('draft_outdated', []));
  if ((await lastNumber(under.transaction, run.series)) !== last) throw new SeriesMoved();
  await keepInvoices(under, run, invoices);
  const answer = storedAnswer(await readVersion(under.transaction, key, updated.value));
  return accepted({ status: 200, answer: JSON.stringify(answer) });
}

/** Whether other invoices of the year have been issued since the run was drafted. */
async function isOvertaken(query: Database['query'], { computed, year }: KeptRun): Promise<boolean> {
  const { agreement, issuedUpTo } = computed;
  return (await lastSeq(query, { agreement, year })) !== BigInt(issuedUpTo);
}

function differencesOf({ differences }: ComputedRun): RunDifference[] {
  return differences.map(({ municipality, before, after, difference, stops }) => ({
    municipality,
    before: oreFromKroner(before),
    after: oreFromKroner(after),
    difference: oreFromKroner(difference),
    stops,
  }));
}

/** Another run has taken the numbers; leaves the write so that it is undone. Never seen outside this file. */
class SeriesMoved extends Error {}
