import type { SupportMatrix } from './support-matrix.ts';

/** Exact sums of strengths: in doubles where the support matrix says that those are exact, else in whole numbers. */
export class StrengthSums {
  readonly #support: SupportMatrix;
  readonly #narrow: Float64Array;
  readonly #wide: bigint[] | undefined;

  constructor(support: SupportMatrix, count: number) {
    this.#support = support;
    const isWide = support.wideStrength !== undefined;
    this.#narrow = new Float64Array(isWide ? 0 : count);
    this.#wide = isWide ? Array<bigint>(count).fill(0n) : undefined;
  }

  add(sum: number, entry: number): void {
    if (this.#wide === undefined) {
      this.#narrow[sum] = (this.#narrow[sum] ?? 0) + (this.#support.rowStrength[entry] ?? 0);
    } else {
      this.#wide[sum] = (this.#wide[sum] ?? 0n) + (this.#support.wideStrength?.[entry] ?? 0n);
    }
  }

  /** Adds the strength at a place of the columns. */
  addInColumn(sum: number, place: number): void {
    if (this.#wide === undefined) {
      this.#narrow[sum] = (this.#narrow[sum] ?? 0) + (this.#support.columnStrength[place] ?? 0);
    } else {
      this.add(sum, this.#support.columnEntry[place] ?? 0);
    }
  }

  sumOf(sum: number): bigint {
    return this.#wide?.[sum] ?? BigInt(this.#narrow[sum] ?? 0);
  }
}

/** The strength of one entry, exactly. */
export function strengthOf(support: SupportMatrix, entry: number): bigint {
  return support.wideStrength?.[entry] ?? BigInt(support.rowStrength[entry] ?? 0);
}
