import type { Comparison } from '../../src/comparison/compare.ts';
import type { Difference } from '../../src/comparison/difference.ts';
import type { MunicipalityDifference } from '../../src/comparison/municipality-differences.ts';
import type { PartDifferences } from '../../src/comparison/part-differences.ts';
import type { MunicipalityRegret, ScenarioRegret } from '../../src/comparison/regret.ts';
import type { Waterfall } from '../../src/comparison/waterfall.ts';
import type { GroupCount, WinnersAndLosers } from '../../src/comparison/winners-and-losers.ts';
import type { YearDifference } from '../../src/comparison/year-difference.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { changeText } from './change-text.ts';
import type { CompareAnswer } from './compare-schema.ts';

type YearAnswer = CompareAnswer['scenarios'][number]['years'][number];

/** The answer of `POST /v1/compare`; `hashOf` names what each result was computed from. */
export function compareAnswer(comparison: Comparison, hashOf: (scenario: string) => string): CompareAnswer {
  const { baseline, years, scenarios, dominance, regret } = comparison;
  return {
    baseline: { scenario: baseline, hash: hashOf(baseline) },
    years: [...years],
    scenarios: scenarios.map(({ scenario, years }) => ({
      scenario,
      hash: hashOf(scenario),
      years: years.map(yearAnswer),
    })),
    dominance: [...dominance],
    regret: regret.map(regretAnswer),
  };
}

function yearAnswer(year: YearDifference): YearAnswer {
  const { basePrice, price, ...parts } = partsAnswer(year.agreement);
  return {
    year: year.year,
    basePriceSum: basePrice,
    ...parts,
    agreementPrice: price,
    solutions: year.solutions.map(({ solution, presence, ...parts }) => ({
      solution,
      presence,
      ...partsAnswer(parts),
    })),
    municipalities: year.municipalities.map(municipalityAnswer),
    winnersAndLosers: winnersAnswer(year.winnersAndLosers),
    waterfall: waterfallAnswer(year.waterfall),
  };
}

function partsAnswer(parts: PartDifferences) {
  return {
    basePrice: differenceAnswer(parts.basePrice),
    indexation: differenceAnswer(parts.indexation),
    efficiency: differenceAnswer(parts.efficiency),
    membership: differenceAnswer(parts.membership),
    price: differenceAnswer(parts.price),
    baseBudget: differenceAnswer(parts.baseBudget),
    pool: differenceAnswer(parts.pool),
  };
}

function differenceAnswer({ baseline, scenario, difference }: Difference) {
  return {
    baseline: kronerFromOre(baseline),
    scenario: kronerFromOre(scenario),
    difference: kronerFromOre(difference),
  };
}

function municipalityAnswer(row: MunicipalityDifference): YearAnswer['municipalities'][number] {
  const { municipality, presence, citizens, amount, perCitizen, change, band } = row;
  return {
    municipality,
    presence,
    citizens: Number(citizens),
    amount: differenceAnswer(amount),
    perCitizen: differenceAnswer(perCitizen),
    ...(change && { change: changeText(change) }),
    ...(band && { band }),
  };
}

function winnersAnswer({ bands, leaving, entering }: WinnersAndLosers): YearAnswer['winnersAndLosers'] {
  return {
    bands: bands.map(({ band, ...group }) => ({ band, ...groupAnswer(group) })),
    leaving: groupAnswer(leaving),
    entering: groupAnswer(entering),
  };
}

function groupAnswer({ municipalities, citizens, difference }: GroupCount) {
  return { municipalities, citizens: Number(citizens), difference: kronerFromOre(difference) };
}

function waterfallAnswer({ from, steps, to, baseBudget, pool }: Waterfall): YearAnswer['waterfall'] {
  return {
    from: kronerFromOre(from),
    steps: steps.map(({ step, amount }) => ({ step, amount: kronerFromOre(amount) })),
    to: kronerFromOre(to),
    baseBudget: kronerFromOre(baseBudget),
    pool: kronerFromOre(pool),
  };
}

function regretAnswer({ scenario, sum, largest, municipalities }: ScenarioRegret) {
  return {
    scenario,
    sum: kronerFromOre(sum),
    ...(largest && { largest: municipalityRegret(largest) }),
    municipalities: municipalities.map(municipalityRegret),
  };
}

function municipalityRegret({ year, municipality, regret }: MunicipalityRegret) {
  return { year, municipality, regret: kronerFromOre(regret) };
}
