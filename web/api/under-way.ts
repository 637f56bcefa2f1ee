import { signal } from '@preact/signals';

/** Something that was asked for and has not come yet. */
export interface UnderWay {
  /** What is being done, as the page says it: `Sammenligner forslagene`. */
  readonly title: () => string;
  /** When it began, by `performance.now()`. */
  readonly since: number;
  /** How far it is, where that can be known. */
  readonly soFar?: string;
  /** Ends it. Left out: it writes, and what has been sent cannot be called back. */
  readonly cancel: (() => void) | undefined;
}

/** Says how far something is. */
export type Report = (soFar: string) => void;

/** Everything that is under way now, in the order in which it began. */
export const underWay = signal<readonly UnderWay[]>([]);

/** Puts something on the list; `end` takes it off. */
export function begin(work: Pick<UnderWay, 'title' | 'cancel'>): { report: Report; end: () => void } {
  let entry: UnderWay = { ...work, since: performance.now() };
  underWay.value = [...underWay.value, entry];
  return {
    report: (soFar) => {
      const before = entry;
      entry = { ...before, soFar };
      underWay.value = underWay.value.map((one) => (one === before ? entry : one));
    },
    end: () => {
      underWay.value = underWay.value.filter((one) => one !== entry);
    },
  };
}
