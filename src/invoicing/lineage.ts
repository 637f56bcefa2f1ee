import { negateOre, type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import type { Invoice, InvoiceLine } from './invoice.ts';
import { instalmentKey, lineKey } from './line-key.ts';
import {
  type BoundByDecision,
  linePricePart,
  lineUsePart,
  type PricePart,
  type UsePart,
} from './lineage-parts.ts';
import type { RunPurpose } from './run.ts';

/** A run as it was issued: its invoices, and what their amounts were computed from. */
export interface IssuedRunBasis {
  readonly purpose: RunPurpose;
  /** All of them, or those of some municipalities. */
  readonly invoices: readonly Invoice[];
  readonly price: YearPrice;
  readonly decisions: readonly BoundByDecision[];
}

/** Where a line's amount comes from and what it is for; the parts of each sum to the amount. */
export interface LineLineage {
  readonly amount: Ore;
  readonly price: readonly PricePart[];
  readonly use: readonly UsePart[];
}

/**
 * The lineage (*oprindelse*) of every line of a year's invoices, by invoice number. What a correction asks for in addition
 * is what is then computed less everything issued before, part by part, so an index that gave way to another shows as both. A
 * reversal takes back the very parts of what it reverses.
 *
 * @param runs every run of the year in the order of issue
 */
export function lineagesOf(runs: readonly IssuedRunBasis[]): ReadonlyMap<string, readonly LineLineage[]> {
  const before = new Map<string, LineLineage>();
  const byLine = new Map<string, LineLineage>();
  const lineages = new Map<string, LineLineage[]>();
  for (const run of runs) {
    for (const invoice of run.invoices) {
      const own = invoice.lines.map((line) => {
        const key = JSON.stringify([instalmentKey(invoice), lineKey(line)]);
        const reversed = byLine.get(JSON.stringify([invoice.corrects?.number, lineKey(line)]));
        const lineage =
          run.purpose === 'reversal' && reversed !== undefined
            ? subtractLineage(NOTHING, reversed)
            : addedLineage(run, line, before.get(key) ?? NOTHING);
        before.set(key, subtractLineage(before.get(key) ?? NOTHING, subtractLineage(NOTHING, lineage)));
        byLine.set(JSON.stringify([invoice.number, lineKey(line)]), lineage);
        return lineage;
      });
      lineages.set(invoice.number, own);
    }
  }
  return lineages;
}

const NOTHING: LineLineage = { amount: ZERO_ORE, price: [], use: [] };

function addedLineage(
  { price, decisions }: IssuedRunBasis,
  line: InvoiceLine,
  before: LineLineage,
): LineLineage {
  const asked = sumOre([before.amount, line.amount]);
  const whole = {
    amount: asked,
    price: linePricePart(price, line, asked),
    use: lineUsePart(price, line, asked, decisions),
  };
  return subtractLineage(whole, before);
}

/** Part by part; parts that come to nothing are left out. */
function subtractLineage(minuend: LineLineage, subtrahend: LineLineage): LineLineage {
  return {
    amount: subtractOre(minuend.amount, subtrahend.amount),
    price: subtractParts(minuend.price, subtrahend.price),
    use: subtractParts(minuend.use, subtrahend.use),
  };
}

function subtractParts<Part extends { readonly amount: Ore }>(
  minuend: readonly Part[],
  subtrahend: readonly Part[],
): Part[] {
  const negated = subtrahend.map((part) => ({ ...part, amount: negateOre(part.amount) }));
  const alike = Map.groupBy([...minuend, ...negated], ({ amount: _, ...part }) => JSON.stringify(part));
  return [...alike.values()].flatMap((parts) => {
    const [first] = parts;
    const amount = sumOre(parts.map((part) => part.amount));
    return first === undefined || amount === ZERO_ORE ? [] : [{ ...first, amount }];
  });
}
