import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../data/load-agreement.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import type { AllocationKey, PlainKey } from '../../src/agreement/allocation-key.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { rateFromText, rateText } from '../../src/money/rate.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import { type PriceList, priceList } from '../../src/reporting/price-list.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { buildAgreement, buildMunicipality, buildSolution } from '../agreement/build-agreement.ts';
import { acceptedValue } from '../results.ts';

function listOf(agreement: Agreement, year = 2025): PriceList {
  const price = acceptedValue(priceYear(agreement, year));
  const [shares] = acceptedValue(shareYears([price]));
  if (shares === undefined) throw new Error('the year is shared');
  return priceList(price, shares);
}

/** One solution of a price in 2025, for municipalities of 200, 100 and 50 citizens. */
function listWith(kroner: string, key: AllocationKey, participants?: readonly string[]): PriceList {
  return listOf(
    buildAgreement({
      solutions: [
        buildSolution('aula', { operations: kroner }, { key, ...(participants && { participants }) }),
      ],
      municipalities: [
        buildMunicipality('0101', 200n),
        buildMunicipality('0147', 100n),
        buildMunicipality('0751', 50n),
      ],
    }),
  );
}

function chargesOf(list: PriceList, id: string) {
  const line = list.solutions.find(({ solution }) => solution === id);
  return line?.charges.map(({ basis, unit, threshold, amount, count, each }) =>
    [basis, unit, threshold, kronerFromOre(amount), rateText(count), kronerFromOre(each)]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

const counts = (unit: string, ...of: readonly [string, string, string]): PlainKey => ({
  kind: 'weights',
  unit,
  weights: new Map(['0101', '0147', '0751'].map((code, place) => [code, rateFromText(of[place] ?? '0')])),
});

describe('the price of each of what a key counts', () => {
  it('is per citizen under a population key', () => {
    // 875.00 / 350
    const list = listWith('875.00', { kind: 'population' });
    expect(chargesOf(list, 'aula')).toEqual(['citizen 875.00 350 2.50']);
    expect(kronerFromOre(list.perCitizen)).toBe('2.50');
  });

  it('is full and reduced under a tiered population key', () => {
    // 25.00 · (150 + 100 + 50) + 12.50 · 50 = 8,125.00
    const key = { kind: 'population-tiered', threshold: 150n, weightAbove: rateFromText('0.5') } as const;
    expect(chargesOf(listWith('8125.00', key), 'aula')).toEqual([
      'citizen 7500.00 300 25.00',
      'citizen-above 150 625.00 50 12.50',
    ]);
  });

  it('is per municipality under an equal key', () => {
    expect(chargesOf(listWith('100.00', { kind: 'equal' }), 'aula')).toEqual(['municipality 100.00 3 33.33']);
  });

  it('is per unit where the key counts units, and per weight where it does not say what it counts', () => {
    const { unit: _, ...nameless } = { unit: '', ...counts('calls', '2.5', '1', '0') };
    expect(chargesOf(listWith('100.00', counts('calls', '2.5', '1', '0')), 'aula')).toEqual([
      'unit calls 100.00 3.5 28.57',
    ]);
    expect(chargesOf(listWith('100.00', nameless), 'aula')).toEqual(['weight 100.00 3.5 28.57']);
  });

  it('is one for each part of a mix', () => {
    // 77.00 over 4 pupils, 18.00 over 5 children, 5.00 over 350 citizens.
    const list = listWith('100.00', {
      kind: 'mix',
      parts: [
        { share: rateFromText('0.77'), key: counts('pupils', '3', '1', '0') },
        { share: rateFromText('0.18'), key: counts('children', '0', '1', '4') },
        { share: rateFromText('0.05'), key: { kind: 'population' } },
      ],
    });
    expect(chargesOf(list, 'aula')).toEqual([
      'unit pupils 77.00 4 19.25',
      'unit children 18.00 5 3.60',
      'citizen 5.00 350 0.01',
    ]);
  });

  it('leaves out the part of a mix that nobody has weight in; the others carry it', () => {
    const list = listWith('100.00', {
      kind: 'mix',
      parts: [
        { share: rateFromText('0.5'), key: counts('pupils', '0', '0', '0') },
        { share: rateFromText('0.5'), key: { kind: 'equal' } },
      ],
    });
    expect(chargesOf(list, 'aula')).toEqual(['municipality 100.00 3 33.33']);
  });

  it('counts those only who take part and have weight', () => {
    const list = listWith('100.00', counts('calls', '2', '1', '0'), ['0147', '0751']);
    const [line] = list.solutions;
    expect(chargesOf(list, 'aula')).toEqual(['unit calls 100.00 1 100.00']);
    expect([line?.population, kronerFromOre(line?.perCitizen ?? list.price)]).toEqual([100n, '1.00']);
  });

  it('says when the key limits what anybody pays', () => {
    const limited = listWith('100.00', { kind: 'equal', limits: { rise: rateFromText('0.1') } });
    expect(limited.solutions.map((line) => line.limited)).toEqual([true]);
    expect(listWith('100.00', { kind: 'equal' }).solutions.map((line) => line.limited)).toEqual([false]);
  });
});

describe('what a municipality pays', () => {
  it('is told by solution, with its units and per citizen, where it takes part', () => {
    const list = listWith('100.00', counts('calls', '2', '1', '0'));
    expect(list.municipalities).toEqual([
      {
        municipality: '0101',
        population: 200n,
        amount: 6667n,
        perCitizen: 33n,
        solutions: [
          {
            solution: 'aula',
            amount: 6667n,
            perCitizen: 33n,
            units: [{ unit: 'calls', count: rateFromText('2') }],
          },
        ],
      },
      {
        municipality: '0147',
        population: 100n,
        amount: 3333n,
        perCitizen: 33n,
        solutions: [
          {
            solution: 'aula',
            amount: 3333n,
            perCitizen: 33n,
            units: [{ unit: 'calls', count: rateFromText('1') }],
          },
        ],
      },
      { municipality: '0751', population: 50n, amount: 0n, perCitizen: 0n, solutions: [] },
    ]);
  });

  it('is told for what it takes part in without owing an øre', () => {
    const list = listWith('0.01', { kind: 'equal' });
    expect(list.municipalities.map(({ amount, solutions }) => [amount, solutions.length])).toEqual([
      [1n, 1],
      [0n, 1],
      [0n, 1],
    ]);
  });
});

describe('the example agreement in its base year', () => {
  it('gives back the tariffs that were published', async () => {
    const { agreement } = await loadAgreement('data/k98-example.agreement.json');
    const list = listOf(agreement);
    expect(chargesOf(list, 'faelleskommunal-it-infrastruktur')).toEqual([
      'citizen 128405875.00 5136235 25.00',
      'citizen-above 150000 11115950.00 889276 12.50',
    ]);
    expect(chargesOf(list, 'aula')).toEqual([
      'unit enrolled children 13648200.00 296700 46.00',
      'unit pupils 45691800.00 531300 86.00',
    ]);
  });
});
