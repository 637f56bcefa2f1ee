import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import type { FigureAddress, FigureName } from './figure-address.ts';

/** What each figure of a price is called by people. */
export const figureWords = inBoth<Readonly<Record<FigureName, string>>>(
  {
    basePriceSum: 'Basispriser i alt',
    basePrice: 'Basispris',
    indexation: 'Pris- og lønregulering',
    efficiency: 'Effektivitetsregulering',
    membership: 'Ændring ved udtræden',
    agreementPrice: 'Pris i serviceaftalen',
    price: 'Pris',
    baseBudget: 'Basisdriftsøkonomi',
    pool: 'Prioriteringspulje',
    amount: 'Beløb',
    perCitizen: 'Borgerpris',
  },
  {
    basePriceSum: 'Base prices in all',
    basePrice: 'Base price',
    indexation: 'Price and wage regulation',
    efficiency: 'Efficiency regulation',
    membership: 'Change by withdrawals',
    agreementPrice: 'Price of the agreement',
    price: 'Price',
    baseBudget: 'Base budget',
    pool: 'Prioritisation pool',
    amount: 'Amount',
    perCitizen: 'Price per citizen',
  },
);

/** The whole name of a figure: `Beløb 2027 · Aula · København`. */
export function nameOf(figure: FigureAddress, agreement: AgreementView): string {
  const { solution, component, municipality } = figure;
  return [
    `${figureWords()[figure.figure]} ${figure.year}`,
    solution && agreement.solutionName(solution),
    component && agreement.componentName(component),
    municipality && agreement.municipalityName(municipality),
  ]
    .filter(Boolean)
    .join(' · ');
}
