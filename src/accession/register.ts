import type { Bilingual } from '../refusal.ts';

/** A text of the agreement (*aftaleversion*) as it was sent to the municipalities. Days are YYYY-MM-DD. */
export interface AgreementVersion {
  /** What it calls itself: `0.7`, `1.0`. */
  readonly version: string;
  /** The day on which it was sent out. */
  readonly date: string;
  /** Drafts are sent round for comment; only a final text can be signed. */
  readonly status: 'draft' | 'final';
  /** What it changed from the text before; of the first one what is in it. */
  readonly changes: readonly Bilingual[];
}

/**
 * A line of the register (*tilslutningsregister*), written once and never altered.
 *
 * `date` is the day on which something happened, `recorded` the day on which the register learnt of it. A mistake
 * is mended by a later correction, which takes one line out of force from the day it is recorded.
 */
export type AccessionEntry = {
  /** 1, 2, 3 …: the order in which the lines were written. */
  readonly entry: number;
  readonly recorded: string;
  readonly municipality: string;
} & (
  | { readonly type: 'invited'; readonly date: string }
  | { readonly type: 'signed'; readonly date: string; readonly version: string }
  /** Notice of withdrawal (*opsigelse*): the municipality is a member to the end of `lastYear`. */
  | { readonly type: 'notice'; readonly date: string; readonly lastYear: number }
  | { readonly type: 'correction'; readonly corrects: number; readonly reason: string }
);

/** Who has been invited to the agreement, who has signed which text of it, and who has given notice. */
export interface AccessionRegister {
  /** By date, then by name. */
  readonly versions: readonly AgreementVersion[];
  /** In the order of their numbers. */
  readonly entries: readonly AccessionEntry[];
}
