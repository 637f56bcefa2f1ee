import { sharePrices } from '../../src/engine/compute-years.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import type { Catalogue } from './catalogue.ts';
import {
  atReference,
  type ScenarioReference,
  type StackedScenario,
  stackScenario,
} from './stacked-scenario.ts';

/** A scenario with its prices and shares in every year that it asks for. */
export interface Calculation extends StackedScenario {
  readonly prices: readonly YearPrice[];
  readonly shares: readonly YearShares[];
}

/** What an answer needs of it. */
export type AnsweredCalculation = Pick<Calculation, 'agreement' | 'years' | 'hash' | 'prices' | 'shares'>;

/** Prices a stacked scenario and shares the prices. Paths of refusals are counted from the scenario. */
export function calculate(stacked: StackedScenario): Result<Calculation> {
  const prices = priceYears(stacked.agreement, stacked.years);
  if (!prices.ok) return prices;
  const shares = sharePrices(prices.value);
  if (!shares.ok) return shares;
  return accepted({ ...stacked, prices: prices.value, shares: shares.value });
}

/** The same from a reference as a request holds it; paths are empty when it is an id. */
export function calculateScenario(reference: ScenarioReference, catalogue: Catalogue): Result<Calculation> {
  const stacked = stackScenario(reference, catalogue);
  return stacked.ok ? atReference(reference, calculate(stacked.value)) : stacked;
}
