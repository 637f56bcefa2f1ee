import { describe, expect, it } from 'vitest';
import type { FigureAddress } from '../../src/explanation/figure.ts';
import { rateFromText } from '../../src/money/rate.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
  efficiencyAmount,
} from '../agreement/build-agreement.ts';
import { amountsAmong, explained, outline, SMALL } from './small-agreement.ts';

const year = 2026;
const aula = { year, solution: 'aula' };
const operations: FigureAddress = { ...aula, component: 'operations', figure: 'amount' };
const CHAIN = ['base-price: 120000', 'indexation: 122400', 'efficiency-rates: 121176', 'membership: 100980'];

describe('the derivation of a figure of the small agreement', () => {
  it.each<[string, FigureAddress, string[]]>([
    [
      'a component',
      operations,
      [
        'base-price: 100000',
        'indexation: 102000',
        'efficiency-rates: 100980',
        'membership: 84150',
        'apportionment: 84150',
      ],
    ],
    ['a solution', { ...aula, figure: 'price' }, [...CHAIN, 'apportionment: 100980']],
    ['the agreement', { year, figure: 'agreementPrice' }, [...CHAIN, 'rounding: 100980']],
    ['a base price', { ...aula, component: 'business', figure: 'basePrice' }, ['base-price: 20000']],
    ['the base price of all', { year, figure: 'basePriceSum' }, ['base-price: 120000']],
    [
      'indexation',
      { year, figure: 'indexation' },
      ['base-price: 120000', 'indexation: 122400', 'indexation-part: 2400', 'rest: 2400'],
    ],
    [
      'efficiency',
      { ...aula, figure: 'efficiency' },
      [...CHAIN.slice(0, 3), 'efficiency-part: 1224', 'apportionment: 1224'],
    ],
    ['membership', { year, figure: 'membership' }, [...CHAIN, 'membership-part: -20196', 'rounding: -20196']],
    [
      'a pool',
      { ...aula, figure: 'pool' },
      [...CHAIN, 'apportionment: 100980', 'reservable: 16830', 'reserved-share: 8415/2', 'rounding: 4208'],
    ],
    ['the pool of all', { year, figure: 'pool' }, [...CHAIN, 'rounding: 100980', 'pool: 4208']],
    ['a base budget', { ...aula, figure: 'baseBudget' }, [...CHAIN, 'apportionment: 100980', 'pool: 96772']],
  ])('%s', (_, figure, steps) => {
    expect(outline(explained(SMALL, figure))).toEqual(steps);
  });

  it('reads as plain sentences in Danish and English', () => {
    const { steps } = explained(SMALL, operations);
    expect(steps.map(({ sentence }) => sentence.da)).toEqual([
      'Basisprisen for Operations i aula er 1.000,00 kr. i 2025-priser.',
      'Pris- og lønreguleringen for 2026 ganger beløbet med 1,02, og det giver 1.020,00 kr.',
      'Effektivisering med satser trækker 10,20 kr. fra, så der er 1.009,80 kr. tilbage.',
      'Med udtræden af Odense følger den variable del ud: 168,30 kr. forsvinder, og 841,50 kr. er tilbage.',
      'Prisen for aula fordeles efter største brøks metode: kvoten er 84.150 øre, og delen bliver 841,50 kr. (kvotens hele øre).',
    ]);
    expect(steps.map(({ sentence }) => sentence.en)).toEqual([
      'The base price of Operations of aula is DKK 1,000.00, at 2025 prices.',
      'Price and wage regulation for 2026 multiplies the amount by 1.02, which gives DKK 1,020.00.',
      'Efficiency rates take DKK 10.20 off, which leaves DKK 1,009.80.',
      'The variable part leaves with Odense: DKK 168.30 disappears and DKK 841.50 is left.',
      'The price of aula is apportioned by largest remainders: the quota is 84,150 øre, and the part becomes DKK 841.50 (the whole øre of the quota).',
    ]);
  });

  it('carries the rates that were used with year, vintage, status and source', () => {
    const indexation = explained(SMALL, operations).steps.find(({ step }) => step === 'indexation');
    expect(indexation?.inputs.map(({ symbol }) => symbol)).toEqual([
      'w(aula,operations)',
      'index(aula,operations,2026)',
      'wage(2026)',
      'price(2026)',
      'correction(2026)',
    ]);
    expect(indexation?.inputs[2]).toMatchObject({
      label: { da: 'Lønskøn', en: 'Wage index' },
      value: { unit: 'rate', rate: rateFromText('0.03') },
      vintage: '2025-06-30',
      status: 'estimate',
      provenance: { kind: 'example' },
    });
  });

  it('says of each rate by itself whether the scenario set it or it is known from a vintage', () => {
    const changed = { ...SMALL, indexOverrides: [{ year: 2026, wage: rateFromText('0.04') }] };
    const indexation = explained(changed, operations).steps.find(({ step }) => step === 'indexation');
    const sources = indexation?.inputs.map(({ symbol, vintage, status }) => [symbol, vintage, status]);
    expect(sources?.slice(2)).toEqual([
      ['wage(2026)', undefined, 'scenario'],
      ['price(2026)', '2025-06-30', 'estimate'],
      ['correction(2026)', '2025-06-30', 'estimate'],
    ]);
  });

  it('leads one level down to the figures it rests on', () => {
    const { steps } = explained(SMALL, { year, figure: 'agreementPrice' });
    expect(steps[0]?.restsOn).toEqual([{ year, figure: 'basePrice', solution: 'aula' }]);
    const rest = explained(SMALL, { ...aula, figure: 'indexation' }).steps.at(-1);
    expect(rest?.restsOn.map(({ figure }) => figure)).toEqual([
      'price',
      'basePrice',
      'efficiency',
      'membership',
    ]);
  });
});

describe('a regulation that does not happen', () => {
  it('has no step: in the base year there is only the base price', () => {
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '1000.00' })],
      municipalities: [buildMunicipality('0101', 1n)],
    });
    const explanation = explained(agreement, { year: 2025, figure: 'agreementPrice' });
    expect(outline(explanation)).toEqual(['base-price: 100000', 'rounding: 100000']);
  });
});

describe('efficiency amounts', () => {
  /**
   * 10.00 kr. from 2026 over cells of 1,000.00 and 200.00, both regulated by 2 % a year: in 2027 the amount is 1020 øre, of
   * which operations carry 1000/1200, that is 850 øre of 1000 · 1.02² = 1,040.40 kr.
   */
  const agreement = buildAgreement({
    solutions: [buildSolution('aula', { operations: '1000.00', business: '200.00' })],
    index: [buildIndex(2026, { combined: '0.02' }), buildIndex(2027, { combined: '0.02' })],
    efficiency: [efficiencyAmount(2026, '10.00')],
    municipalities: [buildMunicipality('0101', 1n)],
  });

  it('show the amount, what it is at the price level of the year, and the part carried here', () => {
    const explanation = explained(agreement, { ...operations, year: 2027 });
    expect(outline(explanation)).toEqual([
      'base-price: 100000',
      'indexation: 104040',
      'efficiency-amounts: 103190',
      'apportionment: 103190',
    ]);
    expect(amountsAmong(explanation.steps[2]?.inputs ?? [])).toEqual([
      'A(2026): 1000',
      'A(2026) at 2027: 1020',
      'part of A(2026): 850',
    ]);
  });
});
