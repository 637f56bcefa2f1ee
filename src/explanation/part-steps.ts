import { type Exact, exactFromOre, subtract } from '../money/exact.ts';
import type { PriceParts } from '../pricing/year-price.ts';
import type { Bilingual } from '../refusal.ts';
import { basePriceStep } from './base-price-step.ts';
import { efficiencySteps } from './efficiency-steps.ts';
import type { Step } from './explanation.ts';
import type { FigureName } from './figure.ts';
import { indexationSteps } from './indexation-step.ts';
import { basePriceOf, type PriceScope, scopeOf, totalOf } from './price-scope.ts';
import { exactPriceSteps } from './price-steps.ts';
import { apportionmentStep, roundingStep } from './tying-steps.ts';
import { kroner } from './wording.ts';

/** The indexation of the agreement or a solution: what regulation adds, and to the øre what the other parts leave. */
export function indexationPartSteps(scope: PriceScope): Step[] {
  const parts = scope.solution ?? scope.price;
  const exact = exactIndexation(scope);
  const taken = partStep('indexation-part', totalOf(scope, 'indexed'), exact, {
    da: 'Reguleringens del af prisen er det regulerede beløb minus basisprisen',
    en: 'The part of regulation is the regulated amount less the base price',
  });
  return [basePriceStep(scope), ...indexationSteps(scope), taken, restStep(scope, exact, parts)];
}

/** The efficiency of the agreement or a solution, as it is subtracted: zero or more. */
export function efficiencyPartSteps(scope: PriceScope): Step[] {
  const left = subtract(totalOf(scope, 'indexed'), totalOf(scope, 'efficiency'));
  const taken = partStep('efficiency-part', left, totalOf(scope, 'efficiency'), {
    da: 'Effektiviseringens del er det regulerede beløb minus det, der er tilbage',
    en: 'The part of efficiency is the regulated amount less what is left',
  });
  const steps = [basePriceStep(scope), ...indexationSteps(scope), ...efficiencySteps(scope), taken];
  const whole = { da: 'Aftalens effektivisering', en: 'The efficiency of the agreement' };
  return [...steps, tiePart(scope, 'efficiency', whole, (part) => totalOf(part, 'efficiency'))];
}

/** What disappears with municipalities that have left: zero or less. */
export function membershipPartSteps(scope: PriceScope): Step[] {
  const taken = partStep('membership-part', totalOf(scope, 'exact'), exactMembership(scope), {
    da: 'Udtrædens del er det, der er tilbage, minus beløbet før udtræden',
    en: 'The part of withdrawals is what is left less the amount before them',
  });
  const whole = { da: 'Aftalens bortfald ved udtræden', en: 'What withdrawals take from the agreement' };
  return [...exactPriceSteps(scope), taken, tiePart(scope, 'membership', whole, exactMembership)];
}

function exactIndexation(scope: PriceScope): Exact {
  return subtract(totalOf(scope, 'indexed'), basePriceOf(scope));
}

function exactMembership(scope: PriceScope): Exact {
  const whole = subtract(totalOf(scope, 'indexed'), totalOf(scope, 'efficiency'));
  return subtract(totalOf(scope, 'exact'), whole);
}

function partStep(step: Step['step'], valueIn: Exact, valueOut: Exact, words: Bilingual): Step {
  const shown = kroner(valueOut);
  return {
    step,
    sentence: { da: `${words.da}: ${shown.da}`, en: `${words.en}: ${shown.en}.` },
    formula: FORMULAS[step] ?? '',
    inputs: [],
    valueIn,
    valueOut,
    restsOn: [],
  };
}

const FORMULAS: Partial<Record<Step['step'], string>> = {
  'indexation-part': 'Σ indexed(s,c,y) − Σ p(s,c)',
  'efficiency-part': 'Σ efficiency(s,c,y)',
  'membership-part': 'Σ exact(s,c,y) − Σ (indexed − efficiency)',
};

/** Rounded for the agreement; a solution gets its apportioned share of the rounded total. */
function tiePart(
  scope: PriceScope,
  part: 'efficiency' | 'membership',
  whole: Bilingual,
  exactOf: (scope: PriceScope) => Exact,
): Step {
  const { price, solution } = scope;
  if (solution === undefined) return roundingStep(exactOf(scope), price[part]);
  return apportionmentStep({
    whole,
    total: price[part],
    totalAddress: { year: price.year, figure: part },
    exactSum: exactOf(scopeOf(price)),
    exact: exactOf(scope),
    amount: solution[part],
  });
}

function restStep({ price, solution }: PriceScope, valueIn: Exact, parts: PriceParts): Step {
  const shown = kroner(exactFromOre(parts.indexation));
  const address = solution === undefined ? {} : { solution: solution.solution };
  const names: FigureName[] =
    solution === undefined
      ? ['agreementPrice', 'basePriceSum', 'efficiency', 'membership']
      : ['price', 'basePrice', 'efficiency', 'membership'];
  return {
    step: 'rest',
    sentence: {
      da: `For at delene stemmer med prisen på øre, er reguleringen det, de andre dele efterlader: ${shown.da}`,
      en: `So that the parts tie to the price, regulation is what the other parts leave: ${shown.en}.`,
    },
    formula: 'indexation = price − basePrice + efficiency − membership',
    inputs: [],
    valueIn,
    valueOut: exactFromOre(parts.indexation),
    restsOn: names.map((figure) => ({ year: price.year, figure, ...address })),
  };
}
