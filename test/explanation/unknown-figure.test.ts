import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explanation/explain.ts';
import type { FigureAddress } from '../../src/explanation/figure.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { acceptedValue, codesOf } from '../results.ts';
import { SMALL } from './small-agreement.ts';

describe('an address that leads to no figure', () => {
  const prices = acceptedValue(priceYears(SMALL, { from: 2026, to: 2026 }));
  const shares = acceptedValue(shareYears(prices));
  const year = 2026;
  const municipality = '0101';
  const [solution, component] = ['aula', 'operations'];

  it.each<[FigureAddress, string, string]>([
    [{ year: 2027, figure: 'agreementPrice' }, 'year_not_priced', 'year'],
    [{ year, figure: 'price', solution: 'flis' }, 'solution_not_priced', 'solution'],
    [{ year, figure: 'amount', solution: 'flis', municipality }, 'solution_not_priced', 'solution'],
    [{ year, figure: 'amount', solution, component: 'x' }, 'component_not_priced', 'component'],
    [{ year, figure: 'amount', municipality: '0461' }, 'municipality_not_member', 'municipality'],
    [{ year, figure: 'price' }, 'figure_not_here', 'figure'],
    [{ year, figure: 'agreementPrice', solution }, 'figure_not_here', 'figure'],
    [{ year, figure: 'price', solution, component }, 'figure_not_here', 'figure'],
    [{ year, figure: 'amount', component }, 'figure_not_here', 'figure'],
    [{ year, figure: 'pool', municipality }, 'figure_not_here', 'figure'],
    [{ year, figure: 'perCitizen', municipality, solution }, 'figure_not_here', 'figure'],
    [{ year, figure: 'amount', municipality, solution, component }, 'figure_not_here', 'figure'],
  ])('%o is refused with %s', (address, code, field) => {
    const result = explain(prices, shares, address);
    expect(codesOf(result)).toEqual([code]);
    expect(result).toMatchObject({ refusals: [{ path: [field] }] });
  });
});
