import type { ScenarioDocument } from '../../scenarios/schema.ts';
import { readPriceFigure, readShareFigure } from '../../src/analysis/read-figure.ts';
import { computeYears } from '../../src/engine/compute-years.ts';
import { priceFigures } from '../../src/engine/price-figures.ts';
import type { YearAmounts } from '../../src/engine/year-figures.ts';
import type { FigureAddress } from '../../src/explanation/figure.ts';
import { figureValue } from '../../src/explanation/figure-value.ts';
import type { Ore } from '../../src/money/ore.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import { atPath } from './at-path.ts';
import { calculate } from './calculation.ts';
import type { Catalogue } from './catalogue.ts';
import { type ScenarioReference, type StackedScenario, stackScenario } from './stacked-scenario.ts';

/** One figure of a scenario's price answer. Refused where the scenario cannot be priced or has no such figure. */
export type FigureSource = (scenario: ScenarioDocument | ScenarioReference) => Result<Ore>;

/**
 * Computes the same figure of one scenario after the other: by the compiled engine, which takes over from the last one what has
 * not changed, and where that has no answer by the plain path. Paths of refusals begin with `scenario` or `figure`.
 */
export function figureSource(address: FigureAddress, catalogue: Catalogue): FigureSource {
  let known: readonly YearAmounts[] | undefined;
  const compiledFigure = ({ agreement, years }: StackedScenario): Ore | undefined => {
    if (address.municipality === undefined) {
      const priced = priceFigures(agreement, years);
      return priced && readPriceFigure(priced, address);
    }
    known = computeYears(agreement, years, known);
    return known && readShareFigure(known, address);
  };
  return (scenario) => {
    const stacked = atPath(['scenario'], stackScenario(scenario, catalogue));
    if (!stacked.ok) return stacked;
    const figure = compiledFigure(stacked.value);
    return figure === undefined ? plainFigure(stacked.value, address) : accepted(figure);
  };
}

function plainFigure(stacked: StackedScenario, address: FigureAddress): Result<Ore> {
  const calculation = atPath(['scenario'], calculate(stacked));
  if (!calculation.ok) return calculation;
  const { prices, shares } = calculation.value;
  return atPath(['figure'], figureValue(prices, shares, address));
}
