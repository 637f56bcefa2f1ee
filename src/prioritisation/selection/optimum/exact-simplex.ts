/**
 * Maximise, in exact arithmetic, two linear objectives of which the first goes before the second:
 * rows Σ a · x ≤ b with b ≥ 0, and 0 ≤ x ≤ upper. All numbers are whole.
 */
export interface ExactProgram {
  readonly objectives: readonly [readonly bigint[], readonly bigint[]];
  readonly upper: readonly bigint[];
  readonly rows: readonly { readonly coefficients: readonly bigint[]; readonly limit: bigint }[];
}

/** Values over one denominator. */
export interface ExactOptimum {
  readonly values: readonly bigint[];
  readonly objectives: readonly [bigint, bigint];
  readonly denominator: bigint;
}

/**
 * The simplex method for bounded variables by a tableau of whole numbers: every entry is over one denominator, the last pivot, and
 * each division by the pivot before is exact (Edmonds, Bareiss), so there are no fractions to reduce.
 * Bland's rule ends it. x = 0 is a vertex to begin at, because no limit is negative.
 */
export function maximiseExactly(program: ExactProgram): ExactOptimum {
  const tableau = new Tableau(program);
  while (tableau.improve()) {
    // Each step goes to a vertex that is at least as good.
  }
  return tableau.optimum();
}

class Tableau {
  readonly #count: number;
  /** Variables: the given ones, then one slack for each row. Slacks have no upper bound. */
  readonly #upper: readonly (bigint | undefined)[];
  /** A variable that is counted from its upper bound downwards. */
  readonly #isTurned: boolean[];
  readonly #basic: number[];
  readonly #nonbasic: number[];
  readonly #rows: bigint[][];
  readonly #limits: bigint[];
  readonly #gains: [bigint[], bigint[]];
  readonly #reached: [bigint, bigint] = [0n, 0n];
  #denominator = 1n;

  constructor({ objectives, upper, rows }: ExactProgram) {
    this.#count = upper.length;
    this.#upper = [...upper, ...rows.map(() => undefined)];
    this.#isTurned = this.#upper.map(() => false);
    this.#nonbasic = upper.map((_, variable) => variable);
    this.#basic = rows.map((_, row) => upper.length + row);
    this.#rows = rows.map(({ coefficients }) => [...coefficients]);
    this.#limits = rows.map(({ limit }) => limit);
    this.#gains = [[...objectives[0]], [...objectives[1]]];
  }

  /** One step; false at the optimum. */
  improve(): boolean {
    const column = this.#entering();
    if (column === undefined) return false;
    const row = this.#leaving(column);
    if (row === undefined) this.#turn(column);
    else {
      if (this.#at(row, column) < 0n) this.#turnBasic(row);
      this.#pivot(row, column);
    }
    return true;
  }

  optimum(): ExactOptimum {
    const values = Array.from({ length: this.#count }, (_, variable) => {
      const row = this.#basic.indexOf(variable);
      const counted = row === -1 ? 0n : (this.#limits[row] ?? 0n);
      return this.#isTurned[variable] ? (this.#upper[variable] ?? 0n) * this.#denominator - counted : counted;
    });
    return { values, objectives: this.#reached, denominator: this.#denominator };
  }

  /** The variable of the lowest number whose growth improves the objectives. */
  #entering(): number | undefined {
    let best: number | undefined;
    this.#nonbasic.forEach((variable, column) => {
      const [first = 0n, second = 0n] = this.#gains.map((gains) => gains[column] ?? 0n);
      const improves = first > 0n || (first === 0n && second > 0n);
      if (improves && (best === undefined || variable < (this.#nonbasic[best] ?? 0))) best = column;
    });
    return best;
  }

  /** The row that stops the growth of a variable first; undefined when its own bound does. */
  #leaving(column: number): number | undefined {
    const own = this.#upper[this.#nonbasic[column] ?? 0];
    let step = own === undefined ? undefined : { room: own * this.#denominator, pace: this.#denominator };
    let best: number | undefined;
    this.#basic.forEach((variable, row) => {
      const next = this.#roomOf(row, column);
      if (next === undefined) return;
      const difference = step === undefined ? -1n : next.room * step.pace - step.room * next.pace;
      const isEarlier = best === undefined || variable < (this.#basic[best] ?? 0);
      if (difference > 0n || (difference === 0n && !isEarlier)) return;
      step = next;
      best = row;
    });
    return best;
  }

  /** How far a basic variable can go, and how fast it goes, as the variable of a column grows. */
  #roomOf(row: number, column: number): { room: bigint; pace: bigint } | undefined {
    const pace = this.#at(row, column);
    const value = this.#limits[row] ?? 0n;
    if (pace > 0n) return { room: value, pace };
    const upper = this.#upper[this.#basic[row] ?? 0];
    if (pace === 0n || upper === undefined) return undefined;
    return { room: upper * this.#denominator - value, pace: -pace };
  }

  /** Counts a nonbasic variable from its other bound. */
  #turn(column: number): void {
    const variable = this.#nonbasic[column] ?? 0;
    const upper = this.#upper[variable] ?? 0n;
    this.#isTurned[variable] = !this.#isTurned[variable];
    this.#rows.forEach((coefficients, row) => {
      const entry = coefficients[column] ?? 0n;
      this.#limits[row] = (this.#limits[row] ?? 0n) - entry * upper;
      coefficients[column] = -entry;
    });
    this.#gains.forEach((gains, objective) => {
      const gain = gains[column] ?? 0n;
      this.#reached[objective] = (this.#reached[objective] ?? 0n) + gain * upper;
      gains[column] = -gain;
    });
  }

  #turnBasic(row: number): void {
    const variable = this.#basic[row] ?? 0;
    this.#isTurned[variable] = !this.#isTurned[variable];
    this.#limits[row] = (this.#upper[variable] ?? 0n) * this.#denominator - (this.#limits[row] ?? 0n);
    const coefficients = this.#rows[row] ?? [];
    coefficients.forEach((entry, column) => {
      coefficients[column] = -entry;
    });
  }

  #pivot(row: number, column: number): void {
    const pivot = this.#at(row, column);
    const pivotRow = this.#rows[row] ?? [];
    const pivotLimit = this.#limits[row] ?? 0n;
    const before = this.#denominator;
    const eliminate = (entries: bigint[]): bigint => {
      const factor = entries[column] ?? 0n;
      entries.forEach((entry, place) => {
        entries[place] =
          place === column ? -factor : (entry * pivot - factor * (pivotRow[place] ?? 0n)) / before;
      });
      return factor;
    };
    this.#rows.forEach((entries, other) => {
      if (other === row) return;
      const factor = eliminate(entries);
      this.#limits[other] = ((this.#limits[other] ?? 0n) * pivot - factor * pivotLimit) / before;
    });
    this.#gains.forEach((gains, objective) => {
      const factor = eliminate(gains);
      this.#reached[objective] = ((this.#reached[objective] ?? 0n) * pivot + factor * pivotLimit) / before;
    });
    pivotRow[column] = before;
    this.#denominator = pivot;
    const leaving = this.#basic[row] ?? 0;
    this.#basic[row] = this.#nonbasic[column] ?? 0;
    this.#nonbasic[column] = leaving;
  }

  #at(row: number, column: number): bigint {
    return this.#rows[row]?.[column] ?? 0n;
  }
}
