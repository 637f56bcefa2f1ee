import { exactFromOre, exactFromRate, multiply } from '../money/exact.ts';
import { sumOre } from '../money/ore.ts';
import type { SolutionPrice } from '../pricing/year-price.ts';
import type { Step } from './explanation.ts';
import type { FigureAddress } from './figure.ts';
import { agreedSolution, type PriceScope } from './price-scope.ts';
import { priceAddress, priceSteps } from './price-steps.ts';
import { roundingStep } from './tying-steps.ts';
import { kroner } from './wording.ts';

/** The prioritisation pool of the agreement or a solution. Model, section 3. */
export function poolSteps(scope: PriceScope): Step[] {
  const { solution } = scope;
  return [
    ...priceSteps(scope),
    ...(solution === undefined ? [poolSumStep(scope)] : reservedSteps(scope, solution)),
  ];
}

/** The base budget of the agreement or a solution: the price less the pool. */
export function baseBudgetSteps(scope: PriceScope): Step[] {
  const { price, solution } = scope;
  const parts = solution ?? price;
  const [pool, left] = [kroner(exactFromOre(parts.pool)), kroner(exactFromOre(parts.baseBudget))];
  const address = solution === undefined ? {} : { solution: solution.solution };
  const less: Step = {
    step: 'pool',
    sentence: {
      da: `Når prioriteringspuljen på ${pool.da} er trukket fra, er basisdriftsøkonomien ${left.da}`,
      en: `With the prioritisation pool of ${pool.en} taken off, the base budget is ${left.en}.`,
    },
    formula: 'baseBudget = price − pool',
    inputs: [],
    valueIn: exactFromOre(parts.price),
    valueOut: exactFromOre(parts.baseBudget),
    restsOn: [priceAddress(price.year, solution?.solution), { year: price.year, figure: 'pool', ...address }],
  };
  return [...priceSteps(scope), less];
}

function poolSumStep({ price }: PriceScope): Step {
  const shown = kroner(exactFromOre(price.pool));
  return {
    step: 'pool',
    sentence: {
      da: `Prioriteringspuljen er summen af løsningernes reserverede dele: ${shown.da}`,
      en: `The prioritisation pool is the sum of what the solutions reserve: ${shown.en}.`,
    },
    formula: 'pool(y) = Σ over s of pool(s,y)',
    inputs: [],
    valueIn: exactFromOre(price.price),
    valueOut: exactFromOre(price.pool),
    restsOn: price.solutions.map(({ solution }) => ({ year: price.year, figure: 'pool', solution })),
  };
}

function reservedSteps({ price }: PriceScope, solution: SolutionPrice): Step[] {
  const { agreement, year } = price;
  const { reservedShare, reservedShareProvenance } = agreedSolution(price, solution.solution);
  const reservable = solution.cells.filter(({ component }) =>
    agreement.components.some((known) => known.component === component && known.reservable),
  );
  const business = exactFromOre(sumOre(reservable.map(({ amount }) => amount)));
  const reserved = multiply(business, exactFromRate(reservedShare));
  const [whole, part] = [kroner(business), kroner(reserved)];
  const symbol = `reservedShare(${solution.solution})`;
  return [
    {
      step: 'reservable',
      sentence: {
        da: `Af prisen er ${whole.da} forretningsmæssigt vedligehold.`,
        en: `Of the price, ${whole.en} is business maintenance.`,
      },
      formula: 'business maintenance(s,y)',
      inputs: [],
      valueIn: exactFromOre(solution.price),
      valueOut: business,
      restsOn: reservable.map(
        ({ component }): FigureAddress => ({
          year,
          figure: 'amount',
          solution: solution.solution,
          component,
        }),
      ),
    },
    {
      step: 'reserved-share',
      sentence: {
        da: `Den reserverede andel af det er ${part.da}`,
        en: `The reserved share of it is ${part.en}.`,
      },
      formula: 'pool(s,y) = business maintenance(s,y) · reserved share(s,y)',
      inputs: [
        {
          symbol,
          label: { da: 'Reserveret andel', en: 'Reserved share' },
          value: { unit: 'rate', rate: reservedShare },
          provenance: reservedShareProvenance,
        },
      ],
      valueIn: business,
      valueOut: reserved,
      restsOn: [],
    },
    roundingStep(reserved, solution.pool),
  ];
}
