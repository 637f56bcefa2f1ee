import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FigureAddress } from '../../src/explanation/figure.ts';
import { figureValue } from '../../src/explanation/figure-value.ts';
import { kronerFromOre, type Ore, subtractOre } from '../../src/money/ore.ts';
import { acceptedValue } from '../results.ts';
import { SCENARIO_FOLDER, type ShippedScenario, shippedAs, shippedScenarios } from './shipped-results.ts';

/**
 * Every expected figure of a scenario file is held against the engine. The figures themselves were computed a second
 * time with other arithmetic (exact fractions over the JSON files, without `src`): prices, parts, pools, base budgets and
 * component amounts to the øre; what municipalities pay to within the øre that the two-way split may move. The
 * simpler ones can be followed by hand below.
 */
const shipped = await shippedScenarios();

/** Looks up figures in what a scenario gives. */
function figuresOf({ prices, shares }: ShippedScenario): (address: FigureAddress) => Ore {
  return (address) => acceptedValue(figureValue(prices, shares, address));
}

function figuresOfId(id: string): (address: FigureAddress) => Ore {
  return figuresOf(shippedAs(id, shipped));
}

describe.each(shipped.map((scenario) => [scenario.id, scenario] as const))('scenario %s', (id, scenario) => {
  const { file } = scenario;

  it(`gives what it says: ${file.title.en}`, () => {
    const figure = figuresOf(scenario);
    const given = file.expected.map(({ equals: _, ...address }) => ({
      ...address,
      equals: kronerFromOre(figure(address)),
    }));
    expect(given).toEqual(file.expected);
  });

  it('is named like its file, and refers to the schema that describes it', () => {
    expect(existsSync(`${SCENARIO_FOLDER}/${id}.json`)).toBe(true);
    expect(existsSync(new URL(file.$schema ?? '', `file://${SCENARIO_FOLDER}/`))).toBe(true);
  });
});

/** The codes of all municipalities; none of these scenarios loses one in 2026. */
const CODES =
  shippedAs('baseline', shipped).shares[0]?.municipalities.map(({ municipality }) => municipality) ?? [];

describe('figures that can be followed by hand', () => {
  const baseline = figuresOfId('baseline');

  /**
   * Fælles Faglige Begreber has no wage shares: 5,830,000.00 · 1.0270 · (1 − 0.01) = 5,927,535.90.
   * With 2 % efficiency: · 0.98 = 5,867,661.80; as estimated in June 2025, 2027: · 1.0260 = 6,081,651.83.
   */
  it.each([
    ['baseline', 2026, '5927535.90'],
    ['efficiency-two-percent', 2026, '5867661.80'],
    ['priced-in-june-2025', 2027, '6081651.83'],
  ])('%s prices Fælles Faglige Begreber in %d at %s', (id, year, price) => {
    const address = { year, figure: 'price', solution: 'faelles-faglige-begreber' } as const;
    expect(kronerFromOre(figuresOfId(id)(address))).toBe(price);
  });

  /** 42,024,143.70 in 98 equal parts is 428,817.79 with 28 øre left, so 28 municipalities pay 428,817.80. */
  it('equal-key-for-valg: no two municipalities differ by more than one øre', () => {
    const figure = figuresOfId('equal-key-for-valg');
    const paid = CODES.map((municipality) =>
      kronerFromOre(figure({ year: 2026, figure: 'amount', municipality, solution: 'valg' })),
    );
    expect(kronerFromOre(figure({ year: 2026, figure: 'price', solution: 'valg' }))).toBe('42024143.70');
    expect(paid.filter((amount) => amount === '428817.80')).toHaveLength(28);
    expect(paid.filter((amount) => amount === '428817.79')).toHaveLength(70);
  });

  /** 2,500,000.00 at the 2027 level · (1 + 0.0270) = 2,567,500.00 in 2028. */
  it('efficiency-amount-on-aula: the amount follows the combined index', () => {
    const address = { figure: 'price', solution: 'aula' } as const;
    const figure = figuresOfId('efficiency-amount-on-aula');
    const saved = [2027, 2028].map((year) =>
      kronerFromOre(subtractOre(baseline({ year, ...address }), figure({ year, ...address }))),
    );
    expect(saved).toEqual(['2500000.00', '2567500.00']);
  });

  it('copenhagen-withdraws-and-returns: from 2028 every figure of the baseline is back', () => {
    const returned = figuresOfId('copenhagen-withdraws-and-returns');
    const municipal = CODES.map((municipality) => ({
      municipality,
      figure: 'amount' as const,
    }));
    for (const year of [2028, 2029]) {
      for (const address of [
        ...municipal,
        { figure: 'agreementPrice' as const },
        { figure: 'pool' as const },
      ])
        expect(returned({ year, ...address })).toBe(baseline({ year, ...address }));
    }
  });

  /**
   * Aarhus paid 5,583,173.55 in 2027, so at least 5,471,510.08 in 2028 (· 0.98, rounded up); Copenhagen paid
   * 7,428,635.23 in 2028, so at most 8,542,930.51 in 2029 (· 1.15, rounded down).
   */
  it('stable-key-when-copenhagen-returns: the limits hold to the øre', () => {
    const figure = figuresOfId('stable-key-when-copenhagen-returns');
    const paid = (municipality: string, year: number) =>
      kronerFromOre(figure({ year, figure: 'amount', municipality, solution: 'sapa' }));
    expect([paid('0751', 2027), paid('0751', 2028)]).toEqual(['5583173.55', '5471510.08']);
    expect([paid('0101', 2028), paid('0101', 2029)]).toEqual(['7428635.23', '8542930.51']);
  });
});
