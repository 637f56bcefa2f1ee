/** A part of a sweep that is computed together, by its number. */
export interface Chunk {
  readonly sweep: string;
  readonly chunk: number;
}

/**
 * Hands out chunks to be computed: those that were added first before others, each to one taker at a time, and again when its taker
 * failed or has gone. It may be lost: whatever has to last is in the store.
 */
export interface ChunkQueue {
  /**
   * From now on hands out chunks to so many takers, one at a time to each.
   *
   * @param compute a chunk at which it fails is handed out again
   */
  start(takers: number, compute: (chunk: Chunk) => Promise<void>): Promise<void>;
  /** Chunks that wait or are with a taker already are not added again. */
  add(chunks: readonly Chunk[]): Promise<void>;
  /** Takes out all chunks of a sweep that wait. */
  drop(sweep: string): Promise<void>;
  /** Hands out nothing more, and waits for the takers. */
  stop(): Promise<void>;
}

export function nameOf({ sweep, chunk }: Chunk): string {
  return `${sweep}/${chunk}`;
}
