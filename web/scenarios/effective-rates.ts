import type { AgreementView } from '../api/agreement.ts';
import type { KeptScenario, Scenario } from '../api/scenario.ts';
import { compareDecimals } from '../numbers/decimal.ts';
import type { Change } from './draft.ts';

/** The rates of a year that have a lever, as fractions of one. */
export interface YearRates {
  readonly wage: string;
  readonly price: string;
  readonly combined: string;
  readonly efficiency: string;
}

const UNCHANGED: YearRates = { wage: '0', price: '0', combined: '0', efficiency: '0' };

/**
 * Where the levers of a year stand: what the newest vintage of the agreement says, and over it what the scenarios below and
 * the draft set. These are settings that are shown, not results: the price is computed by the API alone.
 */
export function ratesOf({ document }: AgreementView, year: number, changes: readonly Change[]): YearRates {
  const asOf = changes.findLast((change) => change.type === 'set-index-vintage')?.asOf;
  const vintages = document.index
    .filter((index) => index.year === year && (asOf === undefined || index.vintage <= asOf))
    .toSorted((first, second) => (first.vintage < second.vintage ? -1 : 1));
  const newest = vintages.at(-1);
  const general = document.efficiency.find((one) => one.year === year && isGeneral(one));
  const first: YearRates = {
    wage: newest?.wage ?? newest?.combined ?? UNCHANGED.wage,
    price: newest?.price ?? newest?.combined ?? UNCHANGED.price,
    combined: newest?.combined ?? UNCHANGED.combined,
    efficiency: general?.rate ?? UNCHANGED.efficiency,
  };
  return changes.reduce((rates, change) => after(rates, change, year), first);
}

function after(rates: YearRates, change: Change, year: number): YearRates {
  if (change.type === 'set-index' && change.year === year) {
    const { wage = rates.wage, price = rates.price, combined = rates.combined } = change;
    return { ...rates, wage, price, combined };
  }
  if (change.type === 'set-efficiency' && change.year === year && isGeneral(change))
    return { ...rates, efficiency: change.rate ?? rates.efficiency };
  return rates;
}

/** Whether an efficiency regulation is a rate for everything. */
function isGeneral(efficiency: {
  readonly rate?: string;
  readonly solutions?: readonly string[];
  readonly components?: readonly string[];
}): boolean {
  const { rate, solutions, components } = efficiency;
  return rate !== undefined && solutions === undefined && components === undefined;
}

/** The changes of everything that a scenario builds on, the lowest first. */
export function changesBelow(
  { basedOn }: Pick<Scenario, 'basedOn'>,
  kept: readonly KeptScenario[],
): readonly Change[] {
  const layers: (readonly Change[])[] = [];
  const seen = new Set<string>();
  for (let id = basedOn; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const below = kept.find((one) => one.id === id)?.scenario;
    layers.unshift(below?.changes ?? []);
    id = below?.basedOn;
  }
  return layers.flat();
}

/** The reserved shares of the solutions that are in the agreement: the least and the largest. */
export function reservedShares(
  { document }: AgreementView,
  changes: readonly Change[],
): readonly [least: string, largest: string] {
  const shares = document.solutions
    .filter(({ group }) => group === 'agreement')
    .map(({ solution, reservedShare }) => {
      const set = changes.findLast(
        (change) =>
          change.type === 'set-reserved-share' &&
          (change.solution === undefined || change.solution === solution),
      );
      return set?.type === 'set-reserved-share' ? set.share : reservedShare;
    })
    .toSorted(compareDecimals);
  return [shares[0] ?? '0', shares.at(-1) ?? '0'];
}
