import { loadedAgreement } from '../data/load-agreement.ts';
import type { AgreementDocument } from '../data/schema/agreement.ts';
import type { Agreement } from '../src/agreement/agreement.ts';
import { invariant } from '../src/refusal.ts';
import { type ChunkSummary, pointLines, pointRows, summarise } from './chunk.ts';
import type { PointRange, Sweep } from './sweep.ts';

/** The summary of a chunk, or points of one as rows. */
export type Wanted =
  | { readonly kind: 'summary'; readonly chunk: number }
  | { readonly kind: 'ndjson' | 'csv'; readonly range: PointRange };

export interface SweepTask {
  readonly sweep: Sweep;
  /** Its document as JSON. */
  readonly agreement: string;
  readonly wanted: Wanted;
}

let known: { readonly hash: string; readonly agreement: Agreement } | undefined;

/** Computes points of a chunk. Runs in a thread of its own, which it blocks until it is done. */
export default function computeChunk({ sweep, agreement, wanted }: SweepTask): ChunkSummary | string {
  const ready = agreementOf(sweep.agreementHash, agreement);
  if (wanted.kind === 'summary') return summarise(sweep, ready, wanted.chunk);
  const write = wanted.kind === 'csv' ? pointRows : pointLines;
  return write(sweep, ready, wanted.range);
}

/** Read once for all chunks of a sweep. */
function agreementOf(hash: string, json: string): Agreement {
  if (known?.hash === hash) return known.agreement;
  const document: AgreementDocument = JSON.parse(json);
  const loaded = loadedAgreement(document);
  invariant(loaded.ok, 'the agreement of a sweep was checked before it was kept');
  known = { hash, agreement: loaded.value.agreement };
  return known.agreement;
}
