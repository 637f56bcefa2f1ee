import { loadedAgreement } from '../data/load-agreement.ts';
import type { AgreementDocument } from '../data/schema/agreement.ts';
import { invariant } from '../src/refusal.ts';
import { type ChunkSummary, pointLines, pointRows, summarise } from './chunk.ts';
import { PointComputer } from './point-computer.ts';
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

/** What was made ready for a sweep: the agreement read, and its prices compiled. */
let known: { readonly sweep: string; readonly computer: PointComputer } | undefined;

/** Computes points of a chunk. Runs in a thread of its own, which it blocks until it is done. */
export default function computeChunk({ sweep, agreement, wanted }: SweepTask): ChunkSummary | string {
  const computer = computerOf(sweep, agreement);
  if (wanted.kind === 'summary') return summarise(computer, wanted.chunk);
  const write = wanted.kind === 'csv' ? pointRows : pointLines;
  return write(computer, wanted.range);
}

/** Made once for all chunks of a sweep. */
function computerOf(sweep: Sweep, json: string): PointComputer {
  const name = JSON.stringify(sweep);
  if (known?.sweep === name) return known.computer;
  const document: AgreementDocument = JSON.parse(json);
  const loaded = loadedAgreement(document);
  invariant(loaded.ok, 'the agreement of a sweep was checked before it was kept');
  const computer = new PointComputer(sweep, loaded.value.agreement);
  known = { sweep: name, computer };
  return computer;
}
