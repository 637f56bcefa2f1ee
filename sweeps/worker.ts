import { loadedAgreement } from '../data/load-agreement.ts';
import type { AgreementDocument } from '../data/schema/agreement.ts';
import type { Agreement } from '../src/agreement/agreement.ts';
import { invariant } from '../src/refusal.ts';
import { type ChunkSummary, pointLines, pointRows, summarise } from './chunk.ts';
import type { Sweep } from './sweep.ts';

/** A chunk of a sweep, and what is wanted of it. */
export interface ChunkTask {
  readonly sweep: Sweep;
  /** Its document as JSON. */
  readonly agreement: string;
  readonly chunk: number;
  readonly wanted: 'summary' | 'ndjson' | 'csv';
}

let known: { readonly hash: string; readonly agreement: Agreement } | undefined;

/** Computes a chunk. Runs in a thread of its own, which it blocks until it is done. */
export default function computeChunk({ sweep, agreement, chunk, wanted }: ChunkTask): ChunkSummary | string {
  const ready = agreementOf(sweep.agreementHash, agreement);
  if (wanted === 'summary') return summarise(sweep, ready, chunk);
  return wanted === 'csv' ? pointRows(sweep, ready, chunk) : pointLines(sweep, ready, chunk);
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
