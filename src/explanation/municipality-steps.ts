import { divide, exactFromInteger, exactFromOre, sum } from '../money/exact.ts';
import { perCitizen } from '../sharing/per-citizen.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import type { Step } from './explanation.ts';
import type { LocatedShare } from './located-figure.ts';
import { memberOf, populationInput } from './population-input.ts';
import { scopeOf } from './price-scope.ts';
import { priceAddress, priceSteps } from './price-steps.ts';
import { shareQuotas, yearBefore } from './share-quotas.ts';
import { extraOre, extraWords, quotaInputs } from './tying-steps.ts';
import { decimal, kroner } from './wording.ts';

/** What a municipality pays in all: its quotas of all solutions, rounded once. Model, section 4. */
export function municipalitySteps(figure: LocatedShare, years: readonly YearShares[]): Step[] {
  const { price, share } = figure;
  const { year } = price;
  const quotas = shareQuotas(price, yearBefore(price, years), share.municipality);
  const quota = sum(quotas.map((one) => one.quota));
  const extra = extraOre(share.amount, quota);
  const [exact, shown, given] = [decimal(quota), kroner(exactFromOre(share.amount)), extraWords(extra)];
  return [
    ...priceSteps(scopeOf(price)),
    {
      step: 'quota',
      sentence: {
        da: `Kommunens andele af alle løsninger giver tilsammen ${exact.da} øre.`,
        en: `The municipality's shares of all solutions add up to ${exact.en} øre.`,
      },
      formula: 'quota(m) = Σ over s of quota(m,s)',
      inputs: [],
      valueIn: exactFromOre(price.price),
      valueOut: quota,
      restsOn: [priceAddress(year), ...price.solutions.map(({ solution }) => priceAddress(year, solution))],
    },
    {
      step: 'two-way-split',
      sentence: {
        da: `Andelene afrundes, så både løsninger og kommuner stemmer på øre: kommunen betaler ${shown.da} ${given.da}`,
        en: `The shares are rounded so that solutions and municipalities both tie to the øre: it pays ${shown.en} ${given.en}`,
      },
      formula: 'amount(m) = Σ over s of x(m,s), the floor or ceiling of quota(m)',
      inputs: quotaInputs(quota, extra),
      valueIn: quota,
      valueOut: exactFromOre(share.amount),
      restsOn: price.solutions.map(({ solution }) => ({
        year,
        figure: 'amount',
        municipality: share.municipality,
        solution,
      })),
    },
  ];
}

/** Price per citizen: for showing only. */
export function perCitizenSteps(figure: LocatedShare, years: readonly YearShares[]): Step[] {
  const { price, share } = figure;
  const { population, municipality } = share;
  const rounded = exactFromOre(perCitizen(share.amount, population));
  const [citizens, shown] = [decimal(exactFromInteger(population)), kroner(rounded)];
  return [
    ...municipalitySteps(figure, years),
    {
      step: 'per-citizen',
      sentence: {
        da: `Fordelt på ${citizens.da} borgere er det ${shown.da} pr. borger; tallet vises kun og indgår ikke i andre.`,
        en: `For ${citizens.en} citizens that is ${shown.en} per citizen; the figure is only shown and goes into no other.`,
      },
      formula: 'perCitizen(m) = round(amount(m) / population(m))',
      inputs: [
        populationInput(memberOf(price, municipality)),
        {
          symbol: 'exact',
          label: { da: 'Uafrundet', en: 'Unrounded' },
          value: { unit: 'ore', amount: divide(exactFromOre(share.amount), exactFromInteger(population)) },
        },
      ],
      valueIn: exactFromOre(share.amount),
      valueOut: rounded,
      restsOn: [{ year: price.year, figure: 'amount', municipality }],
    },
  ];
}
