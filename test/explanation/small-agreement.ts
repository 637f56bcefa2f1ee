import type { Agreement } from '../../src/agreement/agreement.ts';
import { fractionText } from '../../src/explanation/exact-text.ts';
import { explain } from '../../src/explanation/explain.ts';
import type { Explanation, Input } from '../../src/explanation/explanation.ts';
import type { FigureAddress } from '../../src/explanation/figure.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
  efficiencyRate,
} from '../agreement/build-agreement.ts';
import { acceptedValue } from '../results.ts';

/**
 * Aula: operations 1,000.00 with half of it wage, business maintenance 200.00. 2026: wage 3 %, price 1 %, combined 2 %, so
 * both are regulated by 2 %; efficiency 1 %. 0461 left after 2025 with 2 of 6 citizens and takes half of its share along.
 *
 * operations 100000 · 1.02 = 102000, · 0.99 = 100980, · (1 − ½ · 2/6) = 84150
 * business    20000 · 1.02 =  20400, · 0.99 =  20196, · 5/6           = 16830, of which a quarter: 4207.5 → 4208
 * agreement  120000          122400           121176                   100980, of which 0101 (3 of 4) pays 75735
 */
export const SMALL = buildAgreement({
  solutions: [
    buildSolution(
      'aula',
      { operations: ['1000.00', '0.5'], business: '200.00' },
      { key: { kind: 'population' }, reservedShare: rateFromText('0.25') },
    ),
  ],
  index: [buildIndex(2026, { combined: '0.02', wage: '0.03', price: '0.01', vintage: '2025-06-30' })],
  efficiency: [efficiencyRate(2026, '0.01')],
  municipalities: [
    buildMunicipality('0101', 3n, { name: 'København' }),
    buildMunicipality('0147', 1n),
    buildMunicipality('0461', 2n, {
      name: 'Odense',
      membership: [{ firstYear: 2025, lastYear: 2025, fixedShare: rateFromText('0.5') }],
    }),
  ],
});

/** The derivation of a figure in an answer that begins with the figure's own year or an earlier one. */
export function explained(agreement: Agreement, figure: FigureAddress, from = figure.year): Explanation {
  const prices = acceptedValue(priceYears(agreement, { from, to: figure.year }));
  return acceptedValue(explain(prices, acceptedValue(shareYears(prices)), figure));
}

/** Steps and values in øre, as `step: value`. */
export function outline({ steps }: Explanation): string[] {
  return steps.map(({ step, valueOut }) => `${step}: ${fractionText(valueOut)}`);
}

/** The amounts among inputs, in øre, as `symbol: value`. */
export function amountsAmong(inputs: readonly Input[]): string[] {
  return inputs.flatMap(({ symbol, value }) =>
    value.unit === 'ore' ? [`${symbol}: ${fractionText(value.amount)}`] : [],
  );
}
