import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../data/load-agreement.ts';
import { readPriceFigure, readShareFigure } from '../../src/analysis/read-figure.ts';
import { computeYears } from '../../src/engine/compute-years.ts';
import { FIGURE_NAMES, type FigureAddress } from '../../src/explanation/figure.ts';
import { figureValue } from '../../src/explanation/figure-value.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { acceptedValue } from '../results.ts';

const { agreement } = await loadAgreement('data/k98-example.agreement.json');
const years = { from: 2026, to: 2027 };
const prices = acceptedValue(priceYears(agreement, years));
const shares = acceptedValue(shareYears(prices));
const computed = computeYears(agreement, years) ?? [];

/** Every address that can be made of these parts, those that lead nowhere included. */
const ADDRESSES: FigureAddress[] = [2027, 2031].flatMap((year) =>
  FIGURE_NAMES.flatMap((figure) =>
    [{}, { solution: 'aula' }, { solution: 'dubu' }].flatMap((solution) =>
      [
        {},
        { component: 'operations' },
        { component: 'x' },
        { municipality: '0825' },
        { municipality: '9999' },
      ].map((part) => ({ year, figure, ...solution, ...part })),
    ),
  ),
);

describe('a figure read from compiled years', () => {
  it('is the figure of the plain answer, or none where that has none', () => {
    for (const address of ADDRESSES) {
      const plain = figureValue(prices, shares, address);
      const read = address.municipality === undefined ? readPriceFigure : readShareFigure;
      expect([address, read(computed, address)]).toEqual([address, plain.ok ? plain.value : undefined]);
    }
  });
});
