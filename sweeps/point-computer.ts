import { changeFromDocument } from '../scenarios/change-from-document.ts';
import { withValueAt } from '../scenarios/number-in-changes.ts';
import type { ChangeDocument } from '../scenarios/schema.ts';
import type { Agreement } from '../src/agreement/agreement.ts';
import { computeYears } from '../src/engine/compute-years.ts';
import { priceFigures } from '../src/engine/price-figures.ts';
import type { YearAmounts } from '../src/engine/year-figures.ts';
import type { FigureAddress } from '../src/explanation/figure.ts';
import { applyChanges } from '../src/scenario/apply.ts';
import type { Change } from '../src/scenario/change.ts';
import { columnsOf, figuresOf } from './columns.ts';
import { type ValuesInReach, valuesInReach } from './parameter-values.ts';
import type { Sweep } from './sweep.ts';
import { SweptPrices } from './swept-prices.ts';

/**
 * Computes one point of a sweep after the other. Where the parameters only set numbers that prices are computed from, these are a program of
 * them; else the compiled engine is asked, what comes before the first varied change is applied once, and each point takes over from the one
 * before what has not changed.
 */
export class PointComputer {
  readonly sweep: Sweep;
  readonly columns: readonly FigureAddress[];
  readonly reaches: readonly ValuesInReach[];
  readonly #swept: SweptPrices | undefined;
  readonly #base: Agreement;
  readonly #first: number;
  readonly #changes: readonly Change[];
  #known: readonly YearAmounts[] | undefined;

  constructor(sweep: Sweep, agreement: Agreement) {
    const places = sweep.parameters.map(({ path }) => Number(path[0]));
    this.sweep = sweep;
    this.#first = Math.min(sweep.changes.length, ...places);
    this.#changes = sweep.changes.map(changeFromDocument);
    const applied = applyChanges(agreement, this.#changes.slice(0, this.#first));
    this.#base = applied.ok ? applied.value : agreement;
    this.columns = columnsOf(sweep, agreement);
    this.reaches = sweep.parameters.map(({ values }) => valuesInReach(values));
    this.#swept = SweptPrices.of(sweep, this.#base, this.reaches, (places) => this.agreementAt(places));
  }

  valuesAt(places: readonly number[]): string[] {
    return this.reaches.map(({ textAt }, parameter) => textAt(places[parameter] ?? 0));
  }

  /**
   * The figures in the order of the columns, in an array that the next point may use again; undefined where a point cannot be priced.
   *
   * @param places of the parameters' values
   */
  figuresAt(places: readonly number[]): Float64Array | undefined {
    return this.#swept?.figuresAt(places) ?? this.#computedAt(places);
  }

  #computedAt(places: readonly number[]): Float64Array | undefined {
    const { years, detail } = this.sweep;
    const agreement = this.agreementAt(places);
    if (agreement === undefined) return undefined;
    if (detail !== 'municipalities') {
      const priced = priceFigures(agreement, years);
      return priced && figuresOf(priced, this.#base, detail);
    }
    const computed = computeYears(agreement, years, this.#known);
    if (computed === undefined) return undefined;
    this.#known = computed;
    return figuresOf(computed, this.#base, detail);
  }

  /** The agreement after all changes, where the parameters have the values at the places; undefined where a change is refused. */
  agreementAt(places: readonly number[]): Agreement | undefined {
    const applied = applyChanges(this.#base, this.#changesAt(this.valuesAt(places)));
    return applied.ok ? applied.value : undefined;
  }

  #changesAt(values: readonly string[]): Change[] {
    const varied = new Map<number, ChangeDocument>();
    for (const [place, { path, isCount }] of this.sweep.parameters.entries()) {
      const [change, ...field] = path;
      const number = Number(change);
      const text = values[place] ?? '';
      const before = varied.get(number) ?? this.sweep.changes[number];
      varied.set(number, withValueAt(before, field, isCount ? Number(text) : text) as ChangeDocument);
    }
    return this.#changes.slice(this.#first).map((change, offset) => {
      const document = varied.get(this.#first + offset);
      return document === undefined ? change : changeFromDocument(document);
    });
  }
}
